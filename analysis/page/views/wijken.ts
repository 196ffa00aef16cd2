// The map of wijken with its legend and, under the pointer or the keys, one wijk in words.

import { App } from "../app";
import { ringsOf, shades, tiles, WijkMap } from "../charts/map";
import { Point } from "../data";
import { html } from "../dom";
import { number, say } from "../wording";

const size = { width: 360, height: 330 };
const kept = new Map<string, WijkMap>();

/** One map of each look for the page: who owns which pixel does not change with the figures. */
function theMap(app: App): WijkMap {
  const known = kept.get(app.mapLook);
  if (known) return known;
  const { wijken, outlines } = app.workshop;
  const shapes = app.mapLook === "outlines" && outlines ? outlines.map(ringsOf) : tiles(wijken, size.width, size.height);
  const made = new WijkMap(size.width, size.height, shapes);
  kept.set(app.mapLook, made);
  return made;
}

/** Tiles, or outlines where the workshop has a map. */
function lookButton(app: App): HTMLElement | null {
  if (!app.workshop.outlines) return null;
  const other = app.mapLook === "tiles" ? "outlines" : "tiles";
  const button = html("button", { type: "button", class: "plain", id: "kaart-vorm" }, say(`map_as_${other}`));
  button.addEventListener("click", () => {
    app.mapLook = other;
    app.tell();
  });
  return button;
}

/** The latest map year that is not after the year of the page. */
export function mapYear(app: App): number {
  const past = app.workshop.mapYears.filter((year) => year <= app.state.year);
  return past.at(-1) ?? app.workshop.mapYears[0]!;
}

export function mapOf(app: App, point: Point): HTMLElement {
  const year = mapYear(app);
  const values = point.wijken[app.workshop.mapYears.indexOf(year)]!;
  const map = theMap(app);
  const label = say("map_label", {
    wijken: values.length,
    year,
    low: number(Math.min(...values)),
    high: number(Math.max(...values)),
  });
  map.draw(values, label);
  const key = say("map_darker");
  const words = html("p", { class: "at", "aria-hidden": "true" }, key);
  map.element.onpointerleave = () => (words.textContent = key);
  map.element.onpointermove = (event) => {
    const box = map.element.getBoundingClientRect();
    const scale = size.width / box.width;
    const at = map.wijkAt((event.clientX - box.left) * scale, (event.clientY - box.top) * scale);
    words.textContent =
      at === undefined
        ? key
        : say("map_at", { wijk: app.workshop.wijken[at]!.name, value: number(values[at]!) });
  };
  return html(
    "figure",
    { class: "wijken" },
    html("figcaption", {}, say(app.mapLook === "tiles" ? "map_title" : "map_title_outlines", { year }), lookButton(app)),
    map.element,
    legend(),
    words,
  );
}

function legend(): HTMLElement {
  const list = html("p", { class: "legend" }, `0 `);
  shades.forEach((_, i) => list.append(html("span", { class: `shade shade-${i}` }, " ")));
  list.append(` 100`);
  return list;
}
