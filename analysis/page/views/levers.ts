// Levers as sliders that stop only where the model really ran.

import { App } from "../app";
import { leverIndex, stopOf, stopsOffered, withStop } from "../data";
import { html } from "../dom";
import { say } from "../wording";

export function levers(app: App): HTMLElement {
  const { workshop, state } = app;
  const step = workshop.steps[state.step]!;
  const box = html("section", {
    class: step.levers.length > 2 ? "levers many" : "levers",
    "aria-label": say("controls"),
  });
  for (const id of step.levers) box.append(slider(app, leverIndex(workshop, id)));
  return box;
}

function slider(app: App, lever: number): HTMLElement {
  const { workshop } = app;
  const { id, question, stops } = workshop.levers[lever]!;
  const ran = stopsOffered(workshop, workshop.steps[app.state.step]!, app.digits, lever);
  const now = stopOf(app.digits, lever);
  const start = stopOf(workshop.baseline, lever);
  const place = Math.max(0, ran.indexOf(now));
  const input = html("input", {
    type: "range",
    id: `schuif-${id}`,
    min: 0,
    max: ran.length - 1,
    step: 1,
    value: place,
    "aria-valuetext": stops[now]!.label,
    "aria-describedby": `zegt-${id}`,
    "data-lever": id,
  });
  input.addEventListener("input", () => {
    const stop = ran[Number(input.value)]!;
    if (stop !== stopOf(app.digits, lever)) app.choose(withStop(app.digits, lever, stop));
  });
  const names = html("ol", { class: "stops", "aria-hidden": "true" });
  ran.forEach((stop) => {
    const classes = [stop === now ? "now" : "", stop === start ? "start" : ""].join(" ").trim();
    const name = html("li", { class: classes }, stops[stop]!.label);
    name.addEventListener("click", () => app.choose(withStop(app.digits, lever, stop)));
    names.append(name);
  });
  return html(
    "div",
    { class: "lever" },
    html("label", { for: `schuif-${id}` }, question),
    input,
    names,
    html("p", { class: "says", id: `zegt-${id}` }, stops[now]!.says),
  );
}

/** Nothing where the step has no lever. */
export function toBaseline(app: App): HTMLElement | null {
  if (app.workshop.steps[app.state.step]!.levers.length === 0) return null;
  const same = app.digits === app.workshop.baseline;
  const button = html(
    "button",
    { type: "button", class: "plain", id: "naar-uitgangssituatie", "aria-disabled": String(same) },
    say("to_baseline"),
  );
  button.addEventListener("click", () => {
    if (app.digits !== app.workshop.baseline) app.choose(app.workshop.baseline);
  });
  return button;
}
