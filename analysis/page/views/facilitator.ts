// Beside the step, for the facilitator's own screen or sheet: notes and the clock, as a span of
// minutes and never as a timer.

import { App } from "../app";
import { html } from "../dom";
import { fillFacts } from "../reading";
import { say } from "../wording";

export function facilitatorNotes(app: App, index: number): HTMLElement {
  const { steps } = app.workshop;
  const before = steps.slice(0, index).reduce((sum, step) => sum + step.minutes, 0);
  const step = steps[index]!;
  return html(
    "aside",
    { class: "notes", "aria-label": say("notes") },
    html("h2", {}, say("notes")),
    html("p", {}, say("minutes", { from: before, to: before + step.minutes })),
    html("ul", {}, ...step.notes.map((note) => html("li", {}, fillFacts(app, note)))),
  );
}
