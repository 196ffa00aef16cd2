// What the program that served this page runs while the room waits: a stream of words that says how
// far it is and ends with the answer.

import { App } from "./app";
import { html } from "./dom";
import { Point } from "./data";
import { say } from "./wording";

interface Answer {
  choice: Point;
  /** Out of the same draws, so that the difference is the choice's. */
  baseline: Point;
  runs: number;
}

export interface Heard<T> {
  progress: (done: string) => void;
  answer: (answer: T) => void;
  lost: () => void;
}

/** Asks for work; the function that comes back gives it up. */
export function listenTo<T>(app: App, query: string, heard: Heard<T>): () => void {
  const stream = new EventSource(`${query}&token=${app.workshop.live!.token}`);
  const text = (event: Event): string => (event as MessageEvent<string>).data;
  stream.addEventListener("progress", (event) => heard.progress(text(event)));
  stream.addEventListener("answer", (event) => {
    stream.close();
    heard.answer(JSON.parse(text(event)) as T);
  });
  stream.addEventListener("error", () => {
    stream.close();
    heard.lost();
  });
  return () => stream.close();
}

let giveUp: (() => void) | undefined;

export function close(): void {
  giveUp?.();
  giveUp = undefined;
}

/** Asks for a choice that has not been run, and draws it once it has; one at a time. */
export function ask(app: App, digits: string): HTMLElement {
  const words = html("p", { class: "live", role: "status" }, say("live_busy", { done: 0 }));
  close();
  giveUp = listenTo<Answer>(app, `/point?stops=${digits}`, {
    progress: (done) => (words.textContent = say("live_busy", { done })),
    answer: (answer) => {
      app.workshop.points[digits] = answer.choice;
      app.ranLive.set(digits, { baseline: answer.baseline, runs: answer.runs });
      app.tell();
    },
    lost: () => (words.textContent = say("live_lost")),
  });
  return words;
}
