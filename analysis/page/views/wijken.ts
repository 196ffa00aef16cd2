// The map of wijken with its legend and, under the pointer or the keys, one wijk in words.

import { App } from "../app";
import { shades, tiles, WijkMap } from "../charts/map";
import { Point } from "../data";
import { html } from "../dom";
import { number, say } from "../wording";

const size = { width: 360, height: 330 };
let kept: { app: App; map: WijkMap } | undefined;

/** One map for the page: who owns which pixel does not change with the figures. */
function theMap(app: App): WijkMap {
  if (kept?.app !== app) {
    const rings = tiles(app.workshop.wijken, size.width, size.height);
    kept = { app, map: new WijkMap(size.width, size.height, rings) };
  }
  return kept.map;
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
  const words = html("p", { class: "at", "aria-hidden": "true" }, " ");
  map.element.onpointermove = (event) => {
    const box = map.element.getBoundingClientRect();
    const scale = size.width / box.width;
    const at = map.wijkAt((event.clientX - box.left) * scale, (event.clientY - box.top) * scale);
    words.textContent =
      at === undefined
        ? " "
        : say("map_at", { wijk: app.workshop.wijken[at]!.name, value: number(values[at]!) });
  };
  return html(
    "figure",
    { class: "wijken" },
    html("figcaption", {}, `${say("map_title")} (${year})`),
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
