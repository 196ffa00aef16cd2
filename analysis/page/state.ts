// Where the room stands: in the link, in a code that can be typed, and in steps that can be undone.

import { canShow, Workshop } from "./data";

export interface State {
  step: number;
  /** By step: a digit for each lever. */
  choice: string[];
  /** The plan that the choice is compared with. */
  plan: string;
  year: number;
  revealed: boolean;
  view: "zaal" | "begeleider";
}

export function start(workshop: Workshop): State {
  const choice = workshop.steps.map((step) => startOf(workshop, step.presets, step.chart));
  const plan = workshop.steps.at(-1);
  return {
    step: 0,
    choice,
    plan: presetStops(workshop, plan?.presets[1]) ?? workshop.baseline,
    year: workshop.years.at(-1)!,
    revealed: false,
    view: "zaal",
  };
}

function startOf(workshop: Workshop, presets: string[], chart: string): string {
  const preset = chart === "plan" ? presetStops(workshop, presets[0]) : undefined;
  return preset ?? workshop.baseline;
}

export function presetStops(workshop: Workshop, id: string | undefined): string | undefined {
  return workshop.presets.find((preset) => preset.id === id)?.stops;
}

/** `#v=1&d=3f9a1c2e&s=4&l=21102010&p=11020010&j=2040&k=u`: no votes, no names, no free text. */
export function toHash(workshop: Workshop, state: State): string {
  const parts = [
    `v=${workshop.version}`,
    `d=${workshop.fingerprint}`,
    `s=${state.step + 1}`,
    `l=${state.choice[state.step]}`,
    `p=${state.plan}`,
    `j=${state.year}`,
    `k=${state.revealed ? "u" : "v"}`,
  ];
  if (state.view === "begeleider") parts.push("w=b");
  return `#${parts.join("&")}`;
}

export type Problem = "other-version" | "other-data" | "unreadable";

export function fromHash(workshop: Workshop, hash: string): State | Problem {
  const fields = new Map<string, string>();
  for (const part of hash.replace(/^#/, "").split("&")) {
    const [key, value] = part.split("=");
    if (key && value !== undefined) fields.set(key, value);
  }
  if (fields.get("v") !== String(workshop.version)) return "other-version";
  if (fields.get("d") !== workshop.fingerprint) return "other-data";
  const step = Number(fields.get("s")) - 1;
  const choice = fields.get("l") ?? "";
  const plan = fields.get("p") ?? "";
  const year = Number(fields.get("j"));
  const shown = workshop.steps[step];
  if (!shown || !canShow(workshop, shown, choice) || !(plan in workshop.points)) {
    return "unreadable";
  }
  if (!workshop.years.includes(year)) return "unreadable";
  const state = start(workshop);
  state.step = step;
  state.choice[step] = choice;
  state.plan = plan;
  state.year = year;
  state.revealed = fields.get("k") === "u";
  state.view = fields.get("w") === "b" ? "begeleider" : "zaal";
  return state;
}

const letters = "BCDFGHJKLMNPQRSTVWXZ";

function checkLetter(text: string): string {
  let sum = 0;
  for (let i = 0; i < text.length; ++i) sum = (sum * 7 + text.charCodeAt(i)) % 9973;
  return letters[sum % letters.length]!;
}

/** `4-2110-2010-K`: step, stops in groups of four, a letter that catches most typing errors. */
export function toCode(workshop: Workshop, state: State): string {
  const digits = state.choice[state.step]!;
  const groups = digits.match(/.{1,4}/g) ?? [];
  const body = `${state.step + 1}-${groups.join("-")}`;
  return `${body}-${checkLetter(workshop.fingerprint + body)}`;
}

export function fromCode(workshop: Workshop, typed: string): State | Problem {
  const text = typed.trim().toUpperCase();
  const cut = text.lastIndexOf("-");
  const body = text.slice(0, cut);
  const [step, ...groups] = body.split("-");
  if (cut < 0 || step === undefined) return "unreadable";
  if (checkLetter(workshop.fingerprint + body) !== text.slice(cut + 1)) return "other-data";
  const state = start(workshop);
  const digits = groups.join("");
  const index = Number(step) - 1;
  const shown = workshop.steps[index];
  if (!shown || !canShow(workshop, shown, digits)) return "unreadable";
  state.step = index;
  state.choice[index] = digits;
  return state;
}

/** What was done, forwards and back without end. */
export class History {
  private past: State[] = [];
  private future: State[] = [];

  constructor(public now: State) {}

  do(next: State): void {
    this.past.push(this.now);
    this.future = [];
    this.now = next;
  }

  undo(): boolean {
    const before = this.past.pop();
    if (!before) return false;
    this.future.push(this.now);
    this.now = before;
    return true;
  }

  redo(): boolean {
    const after = this.future.pop();
    if (!after) return false;
    this.past.push(this.now);
    this.now = after;
    return true;
  }

  get canUndo(): boolean {
    return this.past.length > 0;
  }
}
