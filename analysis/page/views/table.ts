// A chart's figures as a table that a screen reader can walk through.

import { html } from "../dom";

export function table(caption: string, head: string[], rows: string[][]): HTMLElement {
  return html(
    "div",
    { class: "scroll", tabindex: "0", role: "region", "aria-label": caption },
    html(
      "table",
      {},
      html("caption", {}, caption),
      html(
        "thead",
        {},
        html("tr", {}, ...head.map((name) => html("th", { scope: "col" }, name))),
      ),
      html(
        "tbody",
        {},
        ...rows.map((row) =>
          html(
            "tr",
            {},
            ...row.map((cell, i) =>
              i === 0 ? html("th", { scope: "row" }, cell) : html("td", {}, cell),
            ),
          ),
        ),
      ),
    ),
  );
}
