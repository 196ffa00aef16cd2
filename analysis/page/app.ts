// The page's one state, and who must hear when it changes.

import { Point, Workshop } from "./data";
import { Record } from "./record";
import { History, State, toHash } from "./state";

/** Votes by step; they live in memory and in the saved record only. */
export interface Votes {
  counts: number[];
  shown: boolean;
}

export class App {
  readonly history: History;
  readonly record: Record;
  readonly votes: Votes[];
  readonly ticks = new Set<string>();
  /** Choices that were run while the room waited. */
  readonly ranLive = new Map<string, { baseline: Point; runs: number }>();
  lettersOn = true;
  /** Wijken as tiles of equal size, or as their outlines. */
  mapLook: "tiles" | "outlines" = "tiles";
  private readonly listeners: (() => void)[] = [];

  constructor(
    readonly workshop: Workshop,
    first: State,
  ) {
    this.history = new History(first);
    this.record = new Record(workshop);
    this.votes = workshop.steps.map((step) => ({
      counts: step.answers.map(() => 0),
      shown: false,
    }));
  }

  get state(): State {
    return this.history.now;
  }

  get digits(): string {
    return this.state.choice[this.state.step]!;
  }

  point(digits: string): Point | undefined {
    return this.workshop.points[digits];
  }

  /** What the present choice is held against: the baseline, out of the choice's own draws. */
  get baseline(): Point {
    return this.ranLive.get(this.digits)?.baseline ?? this.workshop.points[this.workshop.baseline]!;
  }

  /** Runs behind the present choice. */
  get runs(): number {
    return this.ranLive.get(this.digits)?.runs ?? this.workshop.runs;
  }

  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** Changes the state in a step that can be undone. */
  change(fields: Partial<State>): void {
    this.history.do({ ...this.state, ...fields });
    this.record.note("toestand", toHash(this.workshop, this.state));
    this.tell();
  }

  choose(digits: string): void {
    const choice = [...this.state.choice];
    choice[this.state.step] = digits;
    this.change({ choice });
  }

  go(step: number): void {
    if (step < 0 || step >= this.workshop.steps.length || step === this.state.step) return;
    this.change({ step, revealed: false });
  }

  undo(): void {
    if (this.history.undo()) this.tell();
  }

  redo(): void {
    if (this.history.redo()) this.tell();
  }

  tell(): void {
    history.replaceState(null, "", toHash(this.workshop, this.state));
    for (const listener of this.listeners) listener();
  }
}
