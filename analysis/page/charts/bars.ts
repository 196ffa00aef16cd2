// From one outcome to another by steps: what each turn adds or takes away. The sign, the direction
// and the number carry the meaning, colour is extra.

import { scaleBand } from "d3-scale";
import { svg } from "../dom";
import { number, signed } from "../wording";
import { across, Box, canvas, colours, wholeTicks } from "./frame";

export interface Bar {
  label: string;
  from: number;
  to: number;
  /** Over the orders in which the turns can be taken: the smallest and the largest step. */
  range: [number, number] | null;
  total: boolean;
}

export const barBox: Box = { width: 860, height: 460, left: 390, right: 90, top: 14, bottom: 44 };

export function bars(all: Bar[], label: string, top: number): SVGSVGElement {
  const chart = canvas(barBox, label);
  const x = across(barBox, [0, top]);
  const y = scaleBand<number>()
    .domain(all.map((_, i) => i))
    .range([barBox.top, barBox.height - barBox.bottom])
    .paddingInner(0.28);
  for (const tick of wholeTicks(x, 5)) {
    chart.append(
      svg("line", {
        x1: x(tick),
        x2: x(tick),
        y1: barBox.top,
        y2: barBox.height - barBox.bottom,
        stroke: colours.border,
        "stroke-width": tick === 0 ? 2 : 0.6,
      }),
      svg("text", { x: x(tick), y: barBox.height - 12, "text-anchor": "middle" }, number(tick)),
    );
  }
  all.forEach((bar, i) => {
    const left = Math.min(bar.from, bar.to);
    const right = Math.max(bar.from, bar.to);
    const colour = bar.total ? colours.choice : bar.to < bar.from ? colours.minus : colours.choice;
    const height = y.bandwidth();
    const at = y(i)!;
    chart.append(
      svg("text", { x: barBox.left - 14, y: at + height / 2 + 8, "text-anchor": "end" }, bar.label),
      svg("rect", {
        x: x(left),
        y: at,
        width: Math.max(3, x(right) - x(left)),
        height,
        fill: colour,
        "fill-opacity": bar.total ? 1 : 0.75,
      }),
      svg(
        "text",
        { x: x(right) + 10, y: at + height / 2 + 8, class: "value" },
        bar.total ? number(bar.to) : signed(bar.to - bar.from),
      ),
    );
  });
  return chart;
}
