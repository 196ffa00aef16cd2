// Combinations outside the grid, asked of the program that served this page. One stream at a time.

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

let stream: EventSource | undefined;

export function close(): void {
  stream?.close();
  stream = undefined;
}

/** Asks for the present choice when it has not been run, and draws it once it has. */
export function ask(app: App, digits: string): HTMLElement {
  const words = html("p", { class: "live", role: "status" }, say("live_busy", { done: 0 }));
  close();
  const token = app.workshop.live!.token;
  stream = new EventSource(`/point?stops=${digits}&token=${token}`);
  stream.addEventListener("progress", (event) => {
    words.textContent = say("live_busy", { done: (event as MessageEvent<string>).data });
  });
  stream.addEventListener("point", (event) => {
    close();
    const answer = JSON.parse((event as MessageEvent<string>).data) as Answer;
    app.workshop.points[digits] = answer.choice;
    app.ranLive.set(digits, { baseline: answer.baseline, runs: answer.runs });
    app.tell();
  });
  stream.addEventListener("error", () => {
    close();
    words.textContent = say("live_lost");
  });
  return words;
}
