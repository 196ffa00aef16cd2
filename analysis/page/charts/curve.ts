// An outcome along the stops of one lever, smallest first, with bands: is twice as much twice as
// dear?

import { scalePoint } from "d3-scale";
import { area, line } from "d3-shape";
import { svg } from "../dom";
import { canvas, colours, room, upwards, valueAxis } from "./frame";

export interface Knot {
  label: string;
  low: number;
  middle: number;
  high: number;
}

/** Without knots of a second line, which is dashed, the first is the baseline. */
export function curve(
  knots: Knot[],
  baseline: Knot[],
  label: string,
  top: number,
  axis: string,
): SVGSVGElement {
  const own = baseline.length > 0 ? colours.choice : colours.baseline;
  const box = { ...room, left: 120, bottom: 92 };
  const chart = canvas(box, label);
  const x = scalePoint<number>()
    .domain(knots.map((_, i) => i))
    .range([box.left, box.width - box.right])
    .padding(0.4);
  const y = upwards(box, [0, top]);
  valueAxis(chart, box, y);
  const shape = area<Knot>()
    .x((_, i) => x(i)!)
    .y0((knot) => y(knot.low))
    .y1((knot) => y(knot.high));
  const path = line<Knot>()
    .x((_, i) => x(i)!)
    .y((knot) => y(knot.middle));
  chart.append(
    svg("path", { d: shape(knots) ?? "", fill: colours.choice, "fill-opacity": 0.16 }),
    svg("path", {
      d: path(baseline) ?? "",
      fill: "none",
      stroke: colours.baseline,
      "stroke-width": 4,
      "stroke-dasharray": "14 9",
    }),
    svg("path", {
      d: path(knots) ?? "",
      fill: "none",
      stroke: own,
      "stroke-width": 5,
      "stroke-dasharray": baseline.length > 0 ? "" : "14 9",
    }),
  );
  chart.append(
    svg("text", { x: box.width / 2, y: box.height - 12, "text-anchor": "middle" }, axis),
  );
  knots.forEach((knot, i) => {
    chart.append(
      svg("circle", { cx: x(i), cy: y(knot.middle), r: 8, fill: own }),
      svg(
        "text",
        { x: x(i), y: box.height - box.bottom + 34, "text-anchor": "middle" },
        knot.label,
      ),
    );
  });
  return chart;
}
