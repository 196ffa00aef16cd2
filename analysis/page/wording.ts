// All that the page says, by key, from wording/*.json. A text may differ by audience; `{name}` is
// filled in; `[[term|words]]` is a word of the glossary with its explanation on demand.

import english from "./wording/en.json";
import dutch from "./wording/nl.json";
import { html, Child } from "./dom";
import { Workshop } from "./data";

export type Text = string | { bewoners: string; ambtenaren: string };
interface Wording {
  texts: Record<string, Text>;
  glossary: Record<string, { word: string; means: string }>;
}

export type Key = keyof typeof dutch.texts;

let wording: Wording = dutch as Wording;
let audience: "bewoners" | "ambtenaren" = "bewoners";
let locale: "nl" | "en" = "nl";

export function choose(workshop: Workshop): void {
  wording = (workshop.language === "en" ? english : dutch) as Wording;
  locale = workshop.language;
  audience = workshop.audience;
}

export function say(key: Key, values: Record<string, string | number> = {}): string {
  const text = wording.texts[key]!;
  const chosen = typeof text === "string" ? text : text[audience];
  return fillIn(chosen, values);
}

export function fillIn(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** A text with its glossary words as buttons that open their meaning. */
export function rich(text: string): Child[] {
  return text.split(/(\[\[[^\]]+\]\])/).map((part) => {
    const match = /^\[\[(\w+)\|(.+)\]\]$/.exec(part);
    const entry = match ? wording.glossary[match[1]!] : undefined;
    return match && entry ? term(match[2]!, entry.means) : part;
  });
}

function term(words: string, means: string): HTMLElement {
  const tip = html("span", { class: "tip", role: "note" }, means);
  const button = html("button", { type: "button", class: "term", "aria-expanded": "false" }, words);
  const show = (open: boolean): void => {
    button.setAttribute("aria-expanded", String(open));
    tip.classList.toggle("open", open);
  };
  button.addEventListener("click", () => show(button.getAttribute("aria-expanded") !== "true"));
  button.addEventListener("keydown", (event) => event.key === "Escape" && show(false));
  return html("span", { class: "term-box" }, button, tip);
}

export function glossary(): { word: string; means: string }[] {
  return Object.values(wording.glossary);
}

export function number(value: number, decimals = 0): string {
  return value.toLocaleString(locale === "nl" ? "nl-NL" : "en-GB", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}

/** With its sign: a true minus, and a plus. */
export function signed(value: number): string {
  const rounded = Math.round(value);
  return (rounded < 0 ? "\u2212" : rounded > 0 ? "+" : "") + number(Math.abs(rounded));
}
