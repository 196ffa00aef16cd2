// The hand-out: a sheet for each step with its picture, sentence, question and lines to write on; a
// sheet for the canvas; the facilitator's notes. Made when printing begins, gone when it ends, so
// that nothing of an outcome stands in the page before it is shown.

import { App } from "../app";
import { html } from "../dom";
import { fillFacts } from "../reading";
import { State, toCode } from "../state";
import { rich, say } from "../wording";
import { canvasSheet } from "./canvas";
import { facilitatorNotes } from "./facilitator";
import { chartOf, runsBehind } from "./outcome";

export function printSheets(app: App): HTMLElement {
  const sheets = html("div", { class: "sheets" });
  const now = app.history.now;
  app.workshop.steps.forEach((_, i) => sheets.append(sheet(app, now, i)));
  app.history.now = now;
  sheets.append(html("article", { class: "page" }, canvasSheet(app, false)));
  if (now.view === "begeleider") {
    const notes = app.workshop.steps.map((_, i) => facilitatorNotes(app, i));
    sheets.append(html("article", { class: "page" }, ...notes));
  }
  return sheets;
}

function sheet(app: App, now: State, index: number): HTMLElement {
  const step = app.workshop.steps[index]!;
  app.history.now = { ...now, step: index };
  const shown = chartOf(app);
  return html(
    "article",
    { class: "page" },
    html("p", { class: "small" }, `${app.workshop.title} · ${stamp(app)}`),
    html("h2", {}, fillFacts(app, step.statement ? `“${step.statement}”` : step.question)),
    shown.picture,
    html("p", { class: "reading" }, ...shown.sentences.flatMap((s) => [...rich(s), " "])),
    html("p", { class: "small" }, runsBehind(app.workshop.runs), " ", say("says_not")),
    html("div", { class: "write", "aria-hidden": "true" }),
    html("p", { class: "small" }, `${say("code")}: ${toCode(app.workshop, app.history.now)}`),
  );
}

function stamp(app: App): string {
  const { synthetic, world } = app.workshop;
  return synthetic ? say("synthetic") : say("real", { world: world.name });
}
