// A figure by year, or by another number: the choice with its band, the baseline dashed, a second plan dotted.

import { area, line } from "d3-shape";
import { Band } from "../data";
import { html, svg } from "../dom";
import { across, Box, canvas, colours, room, upwards, valueAxis, yearAxis } from "./frame";

export interface Drawn {
  band: Band;
  label: string;
  /** A "band" is drawn without a line: of a choice that is the baseline. */
  look: "choice" | "baseline" | "other" | "band";
}

const dashes = { choice: "", baseline: "14 9", other: "2 8", band: "" } as const;

export function lines(
  years: number[],
  drawn: Drawn[],
  options: { label: string; top: number; bottom?: number; year?: number; box?: Box; ticks?: number[]; axis?: string },
): SVGSVGElement {
  const box = options.box ?? room;
  const chart = canvas(box, options.label);
  const x = across(box, [years[0]!, years.at(-1)!]);
  const y = upwards(box, [options.bottom ?? 0, options.top]);
  valueAxis(chart, box, y, box.height < 400 ? 2 : 5);
  const middle = years[Math.floor((years.length - 1) / 2)]!;
  yearAxis(chart, box, x, options.ticks ?? [years[0]!, middle, years.at(-1)!]);
  if (options.axis) {
    const place = { x: (box.left + box.width - box.right) / 2, y: box.height - 8, "text-anchor": "middle" };
    chart.append(svg("text", place, options.axis));
  }
  for (const { band, look } of drawn) {
    if (look === "baseline") continue;
    const shape = area<number>()
      .x((_, i) => x(years[i]!))
      .y0((value) => y(value))
      .y1((_, i) => y(band.high[i]!));
    chart.append(
      svg("path", {
        d: shape(band.low) ?? "",
        fill: look === "other" ? colours.other : colours.choice,
        "fill-opacity": 0.16,
      }),
    );
  }
  const path = line<number>()
    .x((_, i) => x(years[i]!))
    .y((value) => y(value));
  for (const { band, look } of drawn) {
    if (look === "band") continue;
    chart.append(
      svg("path", {
        d: path(band.middle) ?? "",
        fill: "none",
        stroke: colours[look],
        "stroke-width": look === "choice" ? 5 : 4,
        "stroke-dasharray": dashes[look],
        "stroke-linecap": "round",
      }),
    );
  }
  if (options.year !== undefined) {
    const at = x(options.year);
    chart.append(
      svg("line", {
        x1: at,
        x2: at,
        y1: box.top,
        y2: box.height - box.bottom,
        stroke: colours.border,
        "stroke-width": 2,
      }),
    );
  }
  return chart;
}

/** What each line is, with a piece of it. */
export function legend(drawn: Drawn[]): HTMLElement {
  const list = html("p", { class: "lines-legend" });
  for (const { label, look } of drawn) {
    if (label === "") continue;
    const sample = svg(
      "svg",
      { viewBox: "0 0 56 12", width: 56, height: 12, "aria-hidden": "true" },
      svg("line", {
        x1: 3,
        x2: 53,
        y1: 6,
        y2: 6,
        stroke: colours[look],
        "stroke-width": look === "band" ? 12 : 5,
        "stroke-dasharray": dashes[look],
        "stroke-linecap": look === "band" ? "butt" : "round",
      }),
    );
    list.append(html("span", {}, sample, label));
  }
  return list;
}
