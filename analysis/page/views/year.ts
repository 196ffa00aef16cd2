// The year in which the outcome is read, and the choice kept as the other plan.

import { App } from "../app";
import { html } from "../dom";
import { say } from "../wording";

export function yearSlider(app: App): HTMLElement {
  const { workshop, state } = app;
  const years = workshop.years.filter((year) => year >= 2026);
  const input = html("input", {
    type: "range",
    id: "jaar",
    min: years[0]!,
    max: years.at(-1)!,
    step: 1,
    value: state.year,
    "aria-valuetext": String(state.year),
  });
  input.addEventListener("input", () => {
    const year = Number(input.value);
    if (year !== app.state.year) app.change({ year });
  });
  return html(
    "div",
    { class: "lever year" },
    html("label", { for: "jaar" }, `${say("year")}: ${state.year}`),
    input,
  );
}

export function takePlan(app: App): HTMLElement {
  const button = html("button", { type: "button", id: "bewaar-plan" }, say("take_plan"));
  button.addEventListener("click", () => app.change({ plan: app.digits }));
  return button;
}
