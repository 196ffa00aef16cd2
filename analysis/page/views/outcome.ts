// The outcome of a step: one chart, its sentence, the same as a table, and what it does not say.

import { App } from "../app";
import { bars, Bar } from "../charts/bars";
import { curve, Knot } from "../charts/curve";
import { Box } from "../charts/frame";
import { Drawn, legend, lines } from "../charts/lines";
import { band, leverIndex, overlay, Point, stopOf, stopsThatRan, withStop, withTurns } from "../data";
import { html } from "../dom";
import { amount, at, outcomeText, readOutcome, topOf } from "../reading";
import { presetStops } from "../state";
import { shareOut } from "../turns";
import { number, rich, say, signed } from "../wording";
import { mapOf } from "./wijken";
import { table } from "./table";
import { voteGap } from "./votes";

interface Shown {
  picture: Element;
  legend?: HTMLElement;
  sentences: string[];
  table: HTMLElement;
}

export function outcome(app: App): HTMLElement {
  const step = app.workshop.steps[app.state.step]!;
  const shown = chartOf(app);
  const gap = voteGap(app);
  const sentences = gap ? [gap, ...shown.sentences] : shown.sentences;
  return html(
    "section",
    { class: "outcome", "aria-label": outcomeText(app, step.outcome) },
    html("h2", { class: "unit" }, outcomeText(app, step.outcome)),
    shown.legend,
    html("div", { class: "picture" }, shown.picture),
    html("p", { class: "reading", role: "status" }, ...sentences.flatMap((s) => [...rich(s), " "])),
    html(
      "p",
      { class: "small" },
      runsBehind(app.runs),
      " ",
      say("says_not"),
    ),
    html("details", { class: "as-table" }, html("summary", {}, say("as_table")), shown.table),
  );
}

/** How many runs a choice has, and what its band is with so many. */
export function runsBehind(runs: number): string {
  const fewest = 10; // with fewer, tenths of them say nothing
  if (runs === 1) return say("runs_behind_one");
  return say(runs < fewest ? "runs_behind_few" : "runs_behind", { runs });
}

/** The chart of the step that the room is at. */
export function chartOf(app: App): Shown {
  const step = app.workshop.steps[app.state.step]!;
  const point = app.point(app.digits);
  if (!point) return notRun();
  switch (step.chart) {
    case "routes":
      return routes(app);
    case "opbouw":
      return build(app);
    case "kromme":
      return along(app);
    case "plan":
      return plans(app, point);
    default:
      return byYear(app, point);
  }
}

function notRun(): Shown {
  const words = html("p", { class: "reading" }, say("live_only"));
  return { picture: words, sentences: [], table: html("div") };
}

function tableByYear(app: App, point: Point, id: string): HTMLElement {
  const figures = band(app.workshop, point, id);
  return table(
    outcomeText(app, id),
    [say("table_year"), say("table_low"), say("table_middle"), say("table_high")],
    app.workshop.years.map((year, i) => [
      String(year),
      number(figures.low[i]!, 1),
      number(figures.middle[i]!, 1),
      number(figures.high[i]!, 1),
    ]),
  );
}

function byYear(app: App, point: Point): Shown {
  const { workshop, state } = app;
  const step = workshop.steps[state.step]!;
  const { baseline } = app;
  const mine = band(workshop, point, step.outcome);
  const other = band(workshop, baseline, step.outcome);
  const same = app.digits === workshop.baseline;
  const drawn: Drawn[] = [
    { band: mine, label: same ? say("band") : say("this_choice"), look: same ? "band" : "choice" },
    { band: other, label: say("baseline"), look: "baseline" },
  ];
  const reading = readOutcome(app, point, step.outcome, state.year);
  const against = same
    ? say("read_same")
    : say("read_against", {
        baseline: amount(app, step.outcome, at(app, baseline, step.outcome, state.year)[1]),
      });
  const sentences = [reading, against];
  if (step.statement && step.outcome === "gasvrij") sentences.push(say("read_goal"));
  return {
    picture: lines(workshop.years, drawn, {
      label: `${outcomeText(app, step.outcome)}. ${reading}`,
      top: step.statement ? 100 : topOf(app, step.outcome),
      year: state.year,
    }),
    legend: legend(drawn),
    sentences,
    table: tableByYear(app, point, step.outcome),
  };
}

const quarter: Box = { width: 520, height: 250, left: 70, right: 48, top: 16, bottom: 48 };

/** Four small charts on the same axis, a route in each. The other levers stay where they are. */
function routes(app: App): Shown {
  const { workshop, state } = app;
  const step = workshop.steps[state.step]!;
  const baseline = band(workshop, workshop.points[workshop.baseline]!, step.outcome);
  const box = html("div", { class: "routes" });
  const ends: { label: string; low: number; middle: number; high: number }[] = [];
  for (const id of step.presets) {
    const preset = workshop.presets.find((one) => one.id === id)!;
    const point = workshop.points[overlay(workshop, step, app.digits, id)];
    if (!point) continue;
    const [low, middle, high] = at(app, point, step.outcome, state.year);
    ends.push({ label: preset.label, low, middle, high });
    const label = `${preset.label}: ${readOutcome(app, point, step.outcome, state.year)}`;
    const picture = lines(
      workshop.years,
      [
        { band: band(workshop, point, step.outcome), label: "", look: "choice" },
        { band: baseline, label: "", look: "baseline" },
      ],
      { label, top: topOf(app, step.outcome), box: quarter, year: state.year },
    );
    const range = number(low) === number(high) ? "" : ` (${number(low)}\u2013${number(high)})`;
    const figure = `${number(middle)}${range}`;
    box.append(
      html(
        "figure",
        { class: "route" },
        html("figcaption", {}, preset.label, " ", html("b", {}, figure)),
        picture,
      ),
    );
  }
  const order = [...ends].sort((a, b) => b.middle - a.middle);
  const best = order[0]!;
  const worst = order.at(-1)!;
  const tie = best.low <= order[1]!.high;
  return {
    picture: box,
    legend: legend([
      { band: baseline, label: say("this_route"), look: "choice" },
      { band: baseline, label: say("baseline"), look: "baseline" },
    ]),
    sentences: [
      say("read_routes", {
        year: state.year,
        best: best.label,
        middle: number(best.middle),
        worst: worst.label,
        low: number(worst.middle),
      }),
      ...(tie ? [say("read_routes_tie")] : []),
    ],
    table: table(
      outcomeText(app, step.outcome),
      [say("table_stop"), say("table_low"), say("table_middle"), say("table_high")],
      ends.map((end) => [
        end.label,
        number(end.low, 1),
        number(end.middle, 1),
        number(end.high, 1),
      ]),
    ),
  };
}

function build(app: App): Shown {
  const { workshop, state } = app;
  const step = workshop.steps[state.step]!;
  const value = (taken: number): number =>
    at(app, workshop.points[withTurns(workshop, step, app.digits, taken)]!, step.outcome, state.year)[1];
  const turns = shareOut(step.turns.length, value);
  const from = value(0);
  const to = value((1 << step.turns.length) - 1);
  const all: Bar[] = [{ label: say("build_from"), from: 0, to: from, range: null, total: true }];
  let reached = from;
  turns.forEach((turn, i) => {
    all.push({
      label: step.turns[i]!.label,
      from: reached,
      to: reached + turn.mean,
      range: [turn.low, turn.high],
      total: false,
    });
    reached += turn.mean;
  });
  all.push({ label: say("build_to"), from: 0, to, range: null, total: true });
  const reading = say("read_build", { from: number(from), to: number(to) });
  return {
    picture: bars(all, `${outcomeText(app, step.outcome)}. ${reading}`, topOf(app, step.outcome)),
    sentences: [reading, say("read_order")],
    table: table(
      outcomeText(app, step.outcome),
      [say("table_stop"), say("table_effect"), say("table_orders")],
      all.map((bar) => [
        bar.label,
        bar.total ? number(bar.to, 1) : signed(bar.to - bar.from),
        bar.range ? `${signed(bar.range[0])} \u2026 ${signed(bar.range[1])}` : "",
      ]),
    ),
  };
}

function along(app: App): Shown {
  const { workshop, state } = app;
  const step = workshop.steps[state.step]!;
  const lever = leverIndex(workshop, step.along);
  const knots = (digits: string): Knot[] =>
    stopsThatRan(workshop, digits, lever).map((stop) => {
      const point = workshop.points[withStop(digits, lever, stop)]!;
      const [low, middle, high] = at(app, point, step.outcome, state.year);
      return { label: workshop.levers[lever]!.stops[stop]!.label, low, middle, high };
    });
  const mine = knots(app.digits);
  const first = mine[0]!;
  const last = mine.at(-1)!;
  const reading = say("read_curve", {
    first: first.label,
    last: last.label,
    from: amount(app, step.outcome, first.middle),
    to: amount(app, step.outcome, last.middle),
  });
  const none = band(workshop, workshop.points[workshop.baseline]!, step.outcome);
  const same = app.digits === workshop.baseline;
  return {
    picture: curve(
      mine,
      same ? [] : knots(workshop.baseline),
      `${outcomeText(app, step.outcome)}. ${reading}`,
      topOf(app, step.outcome),
      workshop.levers[lever]!.question,
    ),
    legend: legend([
      { band: none, label: same ? say("band") : say("this_choice"), look: same ? "band" : "choice" },
      { band: none, label: say("baseline"), look: "baseline" },
    ]),
    sentences: [reading, say("read_curve_line")],
    table: table(
      outcomeText(app, step.outcome),
      [say("table_stop"), say("table_low"), say("table_middle"), say("table_high")],
      mine.map((knot) => [
        knot.label,
        number(knot.low),
        number(knot.middle),
        number(knot.high),
      ]),
    ),
  };
}

function plans(app: App, point: Point): Shown {
  const { workshop, state } = app;
  const step = workshop.steps[state.step]!;
  const other = workshop.points[state.plan]!;
  const { baseline } = app;
  const drawn: Drawn[] = [
    { band: band(workshop, point, step.outcome), label: say("plan_a"), look: "choice" },
  ];
  const planB = band(workshop, other, step.outcome);
  if (state.plan === workshop.baseline) {
    // One line for both, or the one would hide the other.
    drawn.push({ band: planB, label: say("plan_b_baseline"), look: "other" });
  } else {
    drawn.push({ band: planB, label: say("plan_b"), look: "other" });
    drawn.push({ band: band(workshop, baseline, step.outcome), label: say("baseline"), look: "baseline" });
  }
  const [aLow, a, aHigh] = at(app, point, step.outcome, state.year);
  const [bLow, b, bHigh] = at(app, other, step.outcome, state.year);
  const more = Math.round(a) - Math.round(b);
  const key = more > 0 ? "differs_more" : more < 0 ? "differs_less" : "differs_none";
  const sentences = [say(key, { n: number(Math.abs(more)), year: state.year })];
  if (more !== 0 && aLow <= bHigh && bLow <= aHigh) sentences.push(say("differs_uncertain"));
  sentences.push(
    say("differs_cost", {
      a: amount(app, "publiek", at(app, point, "publiek", state.year)[1]),
      b: amount(app, "publiek", at(app, other, "publiek", state.year)[1]),
    }),
  );
  const small: Box = { width: 640, height: 440, left: 76, right: 40, top: 20, bottom: 54 };
  const picture = html(
    "div",
    { class: "plans" },
    lines(workshop.years, drawn, {
      label: `${outcomeText(app, step.outcome)}. ${sentences[0]}`,
      top: topOf(app, step.outcome),
      year: state.year,
      box: small,
    }),
    mapOf(app, point),
  );
  return { picture, legend: legend(drawn), sentences, table: tableByYear(app, point, step.outcome) };
}

export function planText(app: App, digits: string): string {
  const known = app.workshop.presets.find(
    (preset) => presetStops(app.workshop, preset.id) === digits,
  );
  if (known) return known.label;
  return app.workshop.levers
    .map((lever, i) => lever.stops[stopOf(digits, i)]!.label)
    .filter((_, i) => stopOf(digits, i) !== stopOf(app.workshop.baseline, i))
    .join(", ");
}
