// The last minutes: silence, two questions, the plan in a sentence and its code.

import { App } from "../app";
import { html } from "../dom";
import { toCode } from "../state";
import { say } from "../wording";
import { planText } from "./outcome";

export function closing(app: App): HTMLElement {
  return html(
    "details",
    { class: "sheet" },
    html("summary", {}, say("closing")),
    html("p", {}, say("closing_silence")),
    html("ol", {}, html("li", {}, say("closing_insight")), html("li", {}, say("closing_home"))),
    html(
      "p",
      {},
      say("closing_plan", { plan: planText(app, app.digits) || say("baseline") }),
      " ",
      say("code"),
      ": ",
      html("b", { class: "code" }, toCode(app.workshop, app.state)),
    ),
  );
}
