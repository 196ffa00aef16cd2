// A parameter's value as a room reads it: "200 miljoen euro per jaar vanaf 2026", not
// "{2026: 200000000} EUR/year".

import { Key, number, say } from "./wording";

const units: Record<string, Key> = {
  EUR: "unit_eur",
  "EUR/year": "unit_eur_year",
  year: "unit_year",
  "1/year": "unit_per_year",
};

export function plainValue(text: string): string {
  const match = /^(\{[^}]*\}|\[[^\]]*\]|\S+)(?: (.*))?$/.exec(text);
  if (!match) return text;
  const [, value, unit = ""] = match;
  const inside = value!.replace(/^[{[]|[}\]]$/g, "").split(", ");
  const shown = inside.map((part) => {
    const [year, amount] = part.includes(": ") ? part.split(": ") : ["", part];
    const one = amountText(amount!);
    return year ? say("value_from", { year, value: one }) : one;
  });
  const named = units[unit];
  return [shown.join(", "), named ? say(named) : unit === "1" ? "" : unit].filter((one) => one !== "").join(" ");
}

function amountText(text: string): string {
  if (text === "true" || text === "false") return say(text === "true" ? "value_yes" : "value_no");
  const value = Number(text);
  if (Number.isNaN(value)) return text;
  if (Number.isInteger(value) && value >= 1990 && value <= 2100) return text; // a year
  if (value >= 1e6) return say("value_million", { value: number(value / 1e6, value % 1e6 === 0 ? 0 : 1) });
  return number(value, Number.isInteger(value) ? 0 : decimalsOf(text));
}

function decimalsOf(text: string): number {
  return text.split(".")[1]?.length ?? 0;
}
