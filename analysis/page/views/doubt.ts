// "I do not believe this": what the model assumes at the present stops, and room for a remark.

import { App } from "../app";
import { stopOf } from "../data";
import { html } from "../dom";
import { plainValue } from "../values";
import { say } from "../wording";

export function doubt(app: App): HTMLElement {
  const button = html("button", { type: "button", class: "plain", id: "twijfel" }, say("doubt"));
  button.addEventListener("click", () => document.body.append(window_(app)));
  return button;
}

function window_(app: App): HTMLDialogElement {
  const step = app.workshop.steps[app.state.step]!;
  const shown = new Set([...step.levers, ...step.turns.map((turn) => turn.lever), step.along]);
  const list = html("ul", { class: "assumptions" });
  // Reasons stand in the file of levers, in one language.
  const reasons = html("ul", { class: "small", lang: "en" });
  app.workshop.levers.forEach((lever, i) => {
    if (!shown.has(lever.id)) return;
    const stop = lever.stops[stopOf(app.digits, i)]!;
    const sets = stop.sets.map((set) => html("li", {}, `${set.name}: ${plainValue(set.value)}`));
    stop.sets.forEach((set) => reasons.append(html("li", {}, html("code", {}, set.path), " ", set.because)));
    const inside =
      sets.length > 0 ? html("ul", {}, ...sets) : html("p", {}, say("assumes_nothing"));
    list.append(html("li", {}, html("b", {}, `${lever.question} ${stop.label}`), inside));
  });
  const remark = html("textarea", { id: "opmerking", rows: 2 });
  const kept = html("p", { role: "status" });
  const keep = html("button", { type: "button" }, say("doubt_keep"));
  keep.addEventListener("click", () => {
    if (remark.value.trim() === "") return;
    app.record.note("opmerking", `${app.state.step + 1}: ${remark.value.trim()}`);
    kept.textContent = say("doubt_kept");
    remark.value = "";
  });
  const dialog = html("dialog", { "aria-label": say("doubt") });
  const close = html("button", { type: "button", class: "plain" }, say("close"));
  close.addEventListener("click", () => dialog.close());
  dialog.append(
    html("h2", {}, say("doubt")),
    html("p", {}, say("doubt_help")),
    list,
    ...(reasons.childElementCount > 0
      ? [html("details", { class: "as-table" }, html("summary", {}, say("doubt_sources")), reasons)]
      : []),
    html("label", { for: "opmerking" }, say("doubt_remark")),
    remark,
    html("p", { class: "buttons" }, keep, close),
    kept,
  );
  return openDialog(dialog);
}

/** Opens it once it stands in the page, and takes it away once closed. */
export function openDialog(dialog: HTMLDialogElement): HTMLDialogElement {
  const back = document.activeElement as HTMLElement | null;
  dialog.addEventListener("close", () => {
    dialog.remove();
    back?.focus();
  });
  queueMicrotask(() => dialog.showModal());
  return dialog;
}
