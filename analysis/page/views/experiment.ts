// Questions that take more than one choice, asked of the program while the room waits: is the whole
// the sum of its parts, and is what worked in a first wijk chance? The estimators are those of the
// command `effects`, at a size for a room.

import { App } from "../app";
import { curve, Knot } from "../charts/curve";
import { Box } from "../charts/frame";
import { Drawn, legend, lines } from "../charts/lines";
import { Band, Step } from "../data";
import { html } from "../dom";
import { listenTo } from "../live";
import { leastTop, roundTop } from "../reading";
import { Key, number, say } from "../wording";
import { openDialog } from "./doubt";
import { table } from "./table";

interface Row {
  key: string;
  label: string;
  value: number | null;
  low: number | null;
  high: number | null;
  /** Of a curve: the part of the wijken that takes part. */
  place?: number;
}

interface Answer {
  /** The place has too few wijken for the question. */
  refused?: boolean;
  replications: number;
  runs: number;
  homes: number;
  pilots: number;
  until: number;
  tables: Record<string, { title: string; rows: Row[] }>;
}

type Kind = "whole" | "chance";

/** The questions that belong to a step; none in a page without a program behind it. */
export function experiments(app: App): HTMLElement[] {
  const step = app.workshop.steps[app.state.step]!;
  const kinds = app.workshop.live ? questionsOf(step) : [];
  return kinds.map((kind) => opener(app, kind));
}

function questionsOf(step: Step): Kind[] {
  if (step.chart === "plan") return ["chance", "whole"];
  if (step.chart === "opbouw") return ["whole"];
  return step.outcome === "eerste" ? ["chance"] : [];
}

function opener(app: App, kind: Kind): HTMLElement {
  const button = html("button", { type: "button", class: "plain", id: `vraag-${kind}` }, say(`${kind}_ask`));
  button.addEventListener("click", () => document.body.append(open(app, kind)));
  return button;
}

function open(app: App, kind: Kind): HTMLDialogElement {
  const words = html("p", { class: "live", role: "status" }, say("live_busy", { done: 0 }));
  const place = html("div", { class: "experiment" }, words);
  const close = html("button", { type: "button", class: "plain close" }, say("close"));
  const dialog = html(
    "dialog",
    { "aria-label": say(`${kind}_title`) },
    html("h2", {}, say(`${kind}_title`)),
    place,
    close,
  );
  const giveUp = listenTo<Answer>(app, `/experiment?kind=${kind}&stops=${app.digits}`, {
    progress: (done) => (words.textContent = say("live_busy", { done })),
    answer: (answer) => {
      if (answer.refused) words.textContent = say("experiment_refused");
      else place.replaceChildren(...(kind === "whole" ? whole(answer) : chance(answer)));
    },
    lost: () => (words.textContent = say("live_lost")),
  });
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", giveUp);
  return openDialog(dialog);
}

const box: Box = { width: 900, height: 400, left: 110, right: 50, top: 20, bottom: 92 };

/** What is added as more wijken take part, beside the straight line of wijken one by one. */
function whole(answer: Answer): HTMLElement[] {
  const rows = answer.tables.curve!.rows;
  const found = (key: string): Row => answer.tables.whole!.rows.find((row) => row.key === `homes_${key}`)!;
  const [together, parts, difference] = [found("together"), found("parts"), found("difference")];
  const added: Band = {
    low: rows.map((row) => row.low ?? row.value!),
    middle: rows.map((row) => row.value!),
    high: rows.map((row) => row.high ?? row.value!),
  };
  const straight = rows.map((row) => row.place! * parts.value!);
  const drawn: Drawn[] = [
    { band: added, label: say("whole_together"), look: "choice" },
    { band: { low: straight, middle: straight, high: straight }, label: say("whole_parts"), look: "baseline" },
  ];
  const values = { together: rounded(together.value), parts: rounded(parts.value) };
  const sentence = `${say("whole_reading", values)} ${differenceText(difference.low ?? 0, difference.high ?? 0)}`;
  const least = Math.min(0, ...added.low, ...straight);
  const picture = lines(rows.map((row) => 100 * row.place!), drawn, {
    label: `${say("whole_title")}. ${sentence}`,
    top: roundTop(Math.max(leastTop, ...added.high, ...straight)),
    bottom: least < 0 ? -roundTop(-least) : 0,
    box,
    ticks: [0, 50, 100],
    axis: say("whole_axis"),
  });
  return [
    html("p", { class: "unit" }, say("whole_unit", { until: answer.until })),
    legend(drawn),
    html("div", { class: "picture" }, picture),
    html("p", { class: "reading" }, sentence),
    html("p", {}, say("whole_not")),
    size(answer, "whole_size"),
    asTable(answer.tables.curve!.title, rows, 1),
  ];
}

/** Of a difference that is between these with 95 % confidence. */
function differenceText(low: number, high: number): string {
  if (high < 0) return say("whole_less", { low: rounded(-high), high: rounded(-low) });
  if (low > 0) return say("whole_more", { low: rounded(low), high: rounded(high) });
  return say("whole_unsure", { less: rounded(-low), more: rounded(high) });
}

/** How often what is scaled adds nothing, after more and more verifications. */
function chance(answer: Answer): HTMLElement[] {
  const rows = answer.tables.chance!.rows;
  const of = (what: string): Knot[] =>
    rows
      .filter((row) => row.key.endsWith(`_${what}`) && row.value !== null)
      .map((row) => ({
        label: /^v(\d+)_/.exec(row.key)![1]!,
        low: 100 * (row.low ?? row.value!),
        middle: 100 * row.value!,
        high: 100 * (row.high ?? row.value!),
      }));
  const [nothing, half] = [of("worthless"), of("half")];
  const [first, last] = [nothing[0], nothing.at(-1)];
  if (!first || !last) return [html("p", { class: "reading" }, say("chance_none")), size(answer, "chance_size")];
  const sentence = say("chance_reading", {
    pilots: answer.pilots,
    first: rounded(first.middle),
    low: rounded(first.low),
    high: rounded(first.high),
    checks: last.label,
    last: rounded(last.middle),
  });
  const none: Band = { low: [], middle: [], high: [] };
  return [
    html("p", { class: "unit" }, say("chance_unit")),
    legend([
      { band: none, label: say("chance_nothing"), look: "choice" },
      { band: none, label: say("chance_half"), look: "baseline" },
    ]),
    html("div", { class: "picture" }, curve(nothing, half, `${say("chance_title")}. ${sentence}`, 100, say("chance_axis"))),
    html("p", { class: "reading" }, sentence),
    html("p", {}, say("chance_not")),
    size(answer, "chance_size"),
    asTable(answer.tables.chance!.title, rows.filter((row) => !row.key.endsWith("_regret")), 100),
  ];
}

function rounded(value: number | null): string {
  const near = Math.round(value ?? 0);
  return (near < 0 ? "\u2212" : "") + number(Math.abs(near));
}

function size(answer: Answer, key: Key): HTMLElement {
  const values = {
    runs: number(answer.runs),
    homes: number(answer.homes),
    replications: answer.replications,
    pilots: answer.pilots,
    until: answer.until,
  };
  return html("p", { class: "small" }, say(key, values));
}

function asTable(title: string, rows: Row[], scale: number): HTMLElement {
  const text = (value: number | null): string => (value === null ? "\u2013" : number(scale * value, 1));
  return html(
    "details",
    { class: "as-table" },
    html("summary", {}, say("as_table")),
    table(
      title,
      ["", say("table_low95"), say("table_mean"), say("table_high95")],
      rows.map((row) => [row.label, text(row.low), text(row.value), text(row.high)]),
    ),
  );
}
