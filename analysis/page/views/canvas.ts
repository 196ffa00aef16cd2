// The canvas of the guide: eight ingredients that are there or not, four pitfalls that loom or not.
// A sheet of paper, and on the screen the same list to tick together.

import { App } from "../app";
import { html } from "../dom";
import { Key, say } from "../wording";

const ingredients = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `ingredient_${n}` as Key);
const pitfalls = [1, 2, 3, 4].map((n) => `pitfall_${n}` as Key);

export function canvasSheet(app: App, onScreen: boolean): HTMLElement {
  const lists = html(
    "div",
    { class: "canvas" },
    group(app, say("ingredients"), ingredients, onScreen),
    group(app, say("pitfalls"), pitfalls, onScreen),
  );
  const how = html("p", { class: "how" }, say("canvas_how"));
  if (!onScreen) return html("section", {}, html("h2", {}, say("canvas")), how, lists);
  return html("details", { class: "sheet" }, html("summary", {}, say("canvas")), how, lists);
}

function group(app: App, title: string, keys: Key[], onScreen: boolean): HTMLElement {
  const rows = keys.map((key) => html("li", {}, ...(onScreen ? tick(app, key) : paper(key))));
  return html("section", {}, html("h3", {}, title), html("ul", {}, ...rows));
}

function tick(app: App, key: Key): Node[] {
  const box = html("input", { type: "checkbox", id: key, checked: app.ticks.has(key) });
  box.addEventListener("change", () => {
    if (box.checked) app.ticks.add(key);
    else app.ticks.delete(key);
    app.record.note("canvas", [...app.ticks].sort().join(" "));
  });
  return [box, html("label", { for: key }, say(key))];
}

function paper(key: Key): Node[] {
  return [html("span", { class: "tick", "aria-hidden": "true" }), html("span", {}, say(key))];
}
