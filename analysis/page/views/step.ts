// One step on the projector: a question, one picture, one sentence, at most three controls.

import { App } from "../app";
import { html } from "../dom";
import { fillFacts } from "../reading";
import { rich, say } from "../wording";
import { canvasSheet } from "./canvas";
import { closing } from "./closing";
import { levers, toBaseline } from "./levers";
import { doubt } from "./doubt";
import { experiments } from "./experiment";
import { outcome } from "./outcome";
import { takePlan, yearSlider } from "./year";
import { votes } from "./votes";

export function stepView(app: App): HTMLElement[] {
  const { workshop, state } = app;
  const step = workshop.steps[state.step]!;
  const heading = html(
    "h1",
    { id: "vraag" },
    ...rich(fillFacts(app, step.statement ? `“${step.statement}”` : step.question)),
  );
  const main = html("div", { class: "picture-side" });
  if (state.revealed) main.append(outcome(app));
  else if (step.answers.length > 0) main.append(votes(app));
  const side = html("div", { class: "control-side" });
  if (state.revealed) {
    const keep = step.chart === "plan" ? takePlan(app) : null;
    const acts = html("div", { class: "acts" }, toBaseline(app), keep, doubt(app), ...experiments(app));
    side.append(yearSlider(app), levers(app), acts);
  } else {
    side.append(trustOrNothing(app));
  }
  const parts: HTMLElement[] = [heading, html("div", { class: "stage" }, main, side)];
  if (step.chart === "plan") parts.push(canvasSheet(app, true), closing(app));
  return parts;
}

/** Early on, why one may believe a model, and why not. */
function trustOrNothing(app: App): HTMLElement {
  const { workshop, state } = app;
  const step = workshop.steps[state.step]!;
  const question =
    step.statement && step.question ? html("p", { class: "how" }, step.question) : null;
  if (state.step > 1) return html("section", {}, question);
  return html(
    "section",
    { class: "trust" },
    question,
    html("h2", {}, say("trust")),
    html(
      "ol",
      {},
      html(
        "li",
        {},
        say("trust_1", {
          homes: workshop.world.homes.toLocaleString(workshop.language === "nl" ? "nl-NL" : "en-GB"),
          wijken: workshop.world.wijken,
          first: workshop.years[0]!,
        }),
      ),
      html("li", {}, say(workshop.runs === 1 ? "trust_2_one" : "trust_2", { runs: workshop.runs })),
      html("li", {}, say("trust_3")),
    ),
  );
}
