// The outcome in one sentence, in natural frequencies, with how it may turn out.

import { App } from "./app";
import { band, Outcome, Point, withTurns, yearIndex } from "./data";
import { Key, number, say } from "./wording";

export function outcomeOf(app: App, id: string): Outcome {
  return app.workshop.outcomes.find((outcome) => outcome.id === id)!;
}

export function outcomeText(app: App, id: string): string {
  return say(`outcome_${id}` as Key, { first: app.workshop.years[0]! });
}

export function at(app: App, point: Point, outcome: string, year: number): [number, number, number] {
  const figures = band(app.workshop, point, outcome);
  const i = yearIndex(app.workshop, year);
  return [figures.low[i]!, figures.middle[i]!, figures.high[i]!];
}

export function amount(app: App, outcome: string, value: number): string {
  return number(Math.round(value), outcomeOf(app, outcome).unit === "100" ? 0 : 0);
}

export function readOutcome(app: App, point: Point, outcome: string, year: number): string {
  const [low, middle, high] = at(app, point, outcome, year);
  const [least, most] = [amount(app, outcome, low), amount(app, outcome, high)];
  const key = outcomeOf(app, outcome).unit === "100" ? "read_100" : "read_eur";
  const values = { year, low: least, middle: amount(app, outcome, middle), high: most };
  // "It may also be 13 or 13" says nothing.
  return say(least === most ? `${key}_alone` : key, values);
}

/** Fills `{{outcome.year}}` in a question with the baseline's own figure, so that no question can
 * say something else than the model does. */
export function fillFacts(app: App, text: string): string {
  return withEnds(app, text).replace(/\{\{(\w+)\.(\d{4})\}\}/g, (_, outcome: string, year: string) => {
    const baseline = app.workshop.points[app.workshop.baseline]!;
    return amount(app, outcome, at(app, baseline, outcome, Number(year))[1]);
  });
}

/** `{{van}}` and `{{naar}}`: where the turns of the step begin and end. */
function withEnds(app: App, text: string): string {
  return text.replace(/\{\{(van|naar)\}\}/g, (whole, which: string) => {
    const step = app.workshop.steps.find((one) => one.turns.length > 0);
    if (!step) return whole;
    const all = which === "van" ? 0 : (1 << step.turns.length) - 1;
    const digits = withTurns(app.workshop, step, app.workshop.baseline, all);
    const point = app.workshop.points[digits];
    const last = app.workshop.years.at(-1)!;
    return point ? amount(app, step.outcome, at(app, point, step.outcome, last)[1]) : whole;
  });
}

/** A round end for an axis, the same for all that this step can show: an axis that moves with the
 * choice would hide what the choice does. */
export function topOf(app: App, outcome: string): number {
  const largest = largestInStep(app, outcome);
  if (outcomeOf(app, outcome).unit === "100") {
    return [10, 25, 50, 100].find((top) => largest <= top) ?? 100;
  }
  return roundTop(Math.max(leastTop, largest));
}

/** Where all is nothing, an axis still has an end. */
export const leastTop = 10;

/** The least number of one digit and noughts that is not below it. */
export function roundTop(largest: number): number {
  const scale = 10 ** Math.floor(Math.log10(largest));
  return Math.ceil(largest / scale) * scale;
}

const tops = new Map<string, number>();

function largestInStep(app: App, outcome: string): number {
  const { workshop, state } = app;
  const key = `${state.step} ${outcome} ${workshop.fingerprint}`;
  const known = tops.get(key);
  if (known !== undefined) return known;
  const step = workshop.steps[state.step]!;
  const turned = new Set([...step.levers, step.along, ...step.turns.map((turn) => turn.lever)]);
  const starts = [workshop.baseline, ...workshop.presets.map((preset) => preset.stops)].filter(
    (_, i) => i === 0 || step.presets.includes(workshop.presets[i - 1]!.id),
  );
  const canShow = (digits: string): boolean =>
    starts.some((start) =>
      workshop.levers.every((lever, i) => turned.has(lever.id) || digits[i] === start[i]),
    );
  let largest = 1;
  for (const [digits, point] of Object.entries(workshop.points)) {
    if (canShow(digits)) largest = Math.max(largest, ...band(workshop, point, outcome).high);
  }
  tops.set(key, largest);
  return largest;
}
