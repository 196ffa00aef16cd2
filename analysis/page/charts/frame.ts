// The frame that the charts share: a drawing of fixed proportions with text as text.

import { format } from "d3-format";
import { scaleLinear, ScaleLinear } from "d3-scale";
import { number } from "../wording";
import { svg } from "../dom";

export const colours = {
  choice: "#0b5a9d",
  baseline: "#4a4f55",
  minus: "#c25100",
  other: "#6b3fa0",
  border: "#767c83",
  band: "#d7e5f0",
} as const;

export interface Box {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Room enough for the longest label on each side: no text may leave the drawing. */
export const room: Box = { width: 900, height: 440, left: 92, right: 50, top: 20, bottom: 54 };

export function canvas(box: Box, label: string): SVGSVGElement {
  return svg("svg", {
    viewBox: `0 0 ${box.width} ${box.height}`,
    role: "img",
    "aria-label": label,
    class: "chart",
  });
}

export function across(box: Box, domain: [number, number]): ScaleLinear<number, number> {
  return scaleLinear().domain(domain).range([box.left, box.width - box.right]);
}

export function upwards(box: Box, domain: [number, number]): ScaleLinear<number, number> {
  return scaleLinear().domain(domain).range([box.height - box.bottom, box.top]);
}

const plain = format("d");

export function yearText(year: number): string {
  return plain(year);
}

/** Homes and euros are counted: an axis of small figures has no mark twice. */
export function wholeTicks(scale: ScaleLinear<number, number>, ticks: number): number[] {
  return scale.ticks(ticks).filter(Number.isInteger);
}

/** Lines across with their values; an axis of homes of a hundred always runs from 0 to 100. */
export function valueAxis(
  chart: SVGSVGElement,
  box: Box,
  y: ScaleLinear<number, number>,
  ticks = 5,
): void {
  for (const tick of wholeTicks(y, ticks)) {
    chart.append(
      svg("line", {
        x1: box.left,
        x2: box.width - box.right,
        y1: y(tick),
        y2: y(tick),
        stroke: colours.border,
        "stroke-width": tick === 0 ? 2 : 0.6,
      }),
      svg("text", { x: box.left - 12, y: y(tick) + 8, "text-anchor": "end" }, number(tick)),
    );
  }
}

export function yearAxis(
  chart: SVGSVGElement,
  box: Box,
  x: ScaleLinear<number, number>,
  years: number[],
): void {
  for (const year of years) {
    chart.append(
      svg(
        "text",
        { x: x(year), y: box.height - box.bottom + 34, "text-anchor": "middle" },
        yearText(year),
      ),
    );
  }
}
