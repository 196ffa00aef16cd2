// What the program writes into the page: plain data, read once.

/** A figure by year, with how it may turn out: tenth, fiftieth and ninetieth percentile. */
export interface Band {
  low: number[];
  middle: number[];
  high: number[];
}

/** What the runs of one combination of stops gave. */
export interface Point {
  /** By outcome, in the order of `Workshop.outcomes`: the three percentiles, each by year. */
  bands: [number[], number[], number[]][];
  /** By map year: gas-free homes of a hundred in each wijk, median of the runs. */
  wijken: number[][];
}

export interface Stop {
  id: string;
  label: string;
  says: string;
  /** The parameters it sets, each with its reason. */
  sets: { path: string; name: string; value: string; because: string }[];
}

export interface Lever {
  id: string;
  question: string;
  stops: Stop[];
}

export interface Outcome {
  id: string;
  /** "100" for homes of a hundred, else a unit. */
  unit: "100" | "EUR";
}

export type ChartKind = "lijn" | "routes" | "opbouw" | "kromme" | "plan";

export interface Step {
  id: string;
  minutes: number;
  chart: ChartKind;
  outcome: string;
  /** A statement to agree or disagree with, or none. */
  statement: string;
  question: string;
  answers: string[];
  levers: string[];
  notes: string[];
  /** Of `routes`: the presets that are drawn side by side. Of `plan`: the two compared. */
  presets: string[];
  /** Of `opbouw`: the levers turned one after the other, and the stops between which. */
  turns: { lever: string; from: string; to: string; label: string }[];
  /** Of `kromme`: the lever along the axis. */
  along: string;
}

export interface Workshop {
  version: number;
  fingerprint: string;
  language: "nl" | "en";
  audience: "bewoners" | "ambtenaren";
  title: string;
  synthetic: boolean;
  world: { name: string; homes: number; wijken: number; gemeenten: number };
  runs: number;
  program: string;
  seed: number;
  minutes: number;
  years: number[];
  mapYears: number[];
  levers: Lever[];
  outcomes: Outcome[];
  /** A digit for each lever. */
  baseline: string;
  presets: { id: string; label: string; stops: string }[];
  steps: Step[];
  points: Record<string, Point>;
  /** Tiles of the cartogram, with the wijk's CBS code. */
  wijken: { name: string; code: string; x: number; y: number }[];
  /** Of each wijk the rings of its outline, x and y by turns in pixels of the map; none without a map. */
  outlines: number[][][] | null;
  live: { token: string } | null;
}

export function outcomeIndex(workshop: Workshop, id: string): number {
  const index = workshop.outcomes.findIndex((outcome) => outcome.id === id);
  if (index < 0) throw new Error(`no outcome ${id}`);
  return index;
}

export function band(workshop: Workshop, point: Point, outcome: string): Band {
  const [low, middle, high] = point.bands[outcomeIndex(workshop, outcome)]!;
  return { low, middle, high };
}

export function leverIndex(workshop: Workshop, id: string): number {
  return workshop.levers.findIndex((lever) => lever.id === id);
}

/** The digits with one lever at another stop. */
export function withStop(digits: string, lever: number, stop: number): string {
  return digits.slice(0, lever) + String(stop) + digits.slice(lever + 1);
}

export function stopOf(digits: string, lever: number): number {
  return Number(digits[lever] ?? "0");
}

/** The stops of a lever that were run while the others stay where they are. */
export function stopsThatRan(workshop: Workshop, digits: string, lever: number): number[] {
  const all = workshop.levers[lever]!.stops.map((_, stop) => stop);
  return all.filter((stop) => withStop(digits, lever, stop) in workshop.points);
}

/** The stops at which a slider of the step may stand: a step that draws one choice may ask for any
 * when there is a program to run it, the others need many choices at once. */
export function stopsOffered(workshop: Workshop, step: Step, digits: string, lever: number): number[] {
  const all = workshop.levers[lever]!.stops.map((_, stop) => stop);
  if (asksAny(workshop, step)) return all;
  return all.filter((stop) => canShow(workshop, step, withStop(digits, lever, stop)));
}

function asksAny(workshop: Workshop, step: Step): boolean {
  return workshop.live !== null && (step.chart === "lijn" || step.chart === "plan");
}

/** The digits with every turn of the step taken (a bit each) or not. */
export function withTurns(workshop: Workshop, step: Step, digits: string, taken: number): string {
  step.turns.forEach((turn, i) => {
    const lever = leverIndex(workshop, turn.lever);
    const wanted = taken & (1 << i) ? turn.to : turn.from;
    const stop = workshop.levers[lever]!.stops.findIndex((one) => one.id === wanted);
    digits = withStop(digits, lever, stop);
  });
  return digits;
}

/** A preset with the step's own levers as the room has set them. */
export function overlay(workshop: Workshop, step: Step, digits: string, preset: string): string {
  let stops = workshop.presets.find((one) => one.id === preset)!.stops;
  for (const id of step.levers) {
    const lever = leverIndex(workshop, id);
    stops = withStop(stops, lever, stopOf(digits, lever));
  }
  return stops;
}

/** Whether all that the step draws for these digits was run, or can be asked for. */
export function canShow(workshop: Workshop, step: Step, digits: string): boolean {
  const isCombination =
    digits.length === workshop.levers.length &&
    workshop.levers.every((lever, i) => Number(digits[i]) in lever.stops);
  if (!isCombination) return false;
  if (asksAny(workshop, step)) return true;
  if (!(digits in workshop.points)) return false;
  switch (step.chart) {
    case "routes":
      return step.presets.every((id) => overlay(workshop, step, digits, id) in workshop.points);
    case "opbouw":
      return Array.from({ length: 1 << step.turns.length }, (_, taken) => taken).every(
        (taken) => withTurns(workshop, step, digits, taken) in workshop.points,
      );
    case "kromme":
      return stopsThatRan(workshop, digits, leverIndex(workshop, step.along)).length > 1;
    default:
      return true;
  }
}

export function yearIndex(workshop: Workshop, year: number): number {
  return Math.max(0, workshop.years.indexOf(year));
}
