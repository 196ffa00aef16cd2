// Hands or cards, counted by the facilitator. The counts stay hidden until all have chosen.

import { App } from "../app";
import { Step } from "../data";
import { html } from "../dom";
import { fillFacts } from "../reading";
import { fillIn, say } from "../wording";

export function answersOf(step: Step): string[] {
  return step.answers.length > 0 ? step.answers : [];
}

export function votes(app: App): HTMLElement {
  const step = app.workshop.steps[app.state.step]!;
  const mine = app.votes[app.state.step]!;
  const box = html(
    "section",
    { class: "votes", "aria-label": say("predict") },
    html("h2", {}, step.statement ? say("agree_or_not") : say("predict")),
    html("p", { class: "how" }, say("predict_how")),
  );
  const list = html("ul", { class: "answers" });
  answersOf(step).forEach((answer, i) => list.append(row(app, answer, i)));
  const total = mine.counts.reduce((sum, count) => sum + count, 0);
  const toggle = html(
    "button",
    { type: "button", id: "stemmen" },
    say(mine.shown ? "hide_votes" : "show_votes"),
  );
  toggle.addEventListener("click", () => showVotes(app));
  box.append(
    list,
    html("p", { class: "tally", role: "status" }, fillIn(say("counted"), { n: total })),
    toggle,
  );
  return box;
}

export function showVotes(app: App): void {
  const mine = app.votes[app.state.step]!;
  mine.shown = !mine.shown;
  if (mine.shown) app.record.note("stemmen", `${app.state.step + 1}: ${mine.counts.join(" ")}`);
  app.tell();
}

function row(app: App, answer: string, i: number): HTMLElement {
  const mine = app.votes[app.state.step]!;
  const text = fillFacts(app, answer);
  const add = (by: number) => (): void => {
    mine.counts[i] = Math.max(0, mine.counts[i]! + by);
    app.tell();
    document.querySelector<HTMLElement>(`[data-vote="${i}${by > 0 ? "+" : "-"}"]`)?.focus();
  };
  const button = (by: number): HTMLElement =>
    html(
      "button",
      {
        type: "button",
        class: "count",
        "data-vote": `${i}${by > 0 ? "+" : "-"}`,
        "aria-label": say(by > 0 ? "one_more" : "one_less", { answer: text }),
        click: add(by),
      },
      by > 0 ? "+" : "\u2212",
    );
  return html(
    "li",
    {},
    html("span", { class: "card", "aria-hidden": "true" }, String(i + 1)),
    html("span", { class: "answer" }, text),
    button(-1),
    html("span", { class: "number" }, mine.shown ? String(mine.counts[i]) : "\u2022"),
    button(1),
  );
}

/** The largest group and what it thought, beside what the model comes to; nothing without votes. */
export function voteGap(app: App): string | undefined {
  const step = app.workshop.steps[app.state.step]!;
  const mine = app.votes[app.state.step]!;
  const all = mine.counts.reduce((sum, count) => sum + count, 0);
  if (all === 0) return undefined;
  const largest = mine.counts.indexOf(Math.max(...mine.counts));
  return say("vote_gap", {
    votes: mine.counts[largest]!,
    all,
    answer: fillFacts(app, step.answers[largest]!),
  });
}
