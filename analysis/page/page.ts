// The workshop page: reads its data, draws the step, draws again on every change.

import { App } from "./app";
import { Workshop } from "./data";
import { html } from "./dom";
import { listen } from "./keys";
import * as live from "./live";
import { fromHash, Problem, start, toCode } from "./state";
import { facilitatorNotes } from "./views/facilitator";
import { menu } from "./views/menu";
import { printSheets } from "./views/print";
import { stepView } from "./views/step";
import { choose, Key, say } from "./wording";

const problems: Record<Problem, Key> = {
  "other-version": "link_other_version",
  "other-data": "link_other_data",
  unreadable: "link_unreadable",
};

class Page {
  private readonly head = html("header", { class: "head" });
  private readonly main = html("main", { id: "stap", tabindex: "-1" });
  private readonly foot = html("footer", { class: "foot" });
  private readonly words = html("p", { class: "message", role: "status" });
  private asked = "";
  private step = -1;

  constructor(private readonly app: App) {
    const skip = html("a", { class: "skip", href: "#stap" }, say("skip"));
    skip.addEventListener("click", (event) => {
      event.preventDefault();
      this.main.focus();
    });
    document.body.append(skip, this.head, this.words, this.main, this.foot);
    app.onChange(() => this.draw());
    listen(app);
    window.addEventListener("hashchange", () => this.follow());
    window.addEventListener("beforeprint", () => document.body.append(printSheets(app)));
    window.addEventListener("afterprint", () => document.querySelector(".sheets")?.remove());
    window.addEventListener("pagehide", () => live.close());
  }

  say(text: string): void {
    this.words.textContent = text;
  }

  /** The reader changed the link by hand. */
  private follow(): void {
    const state = fromHash(this.app.workshop, location.hash);
    if (typeof state === "string") this.say(say(problems[state]));
    else this.app.change(state);
  }

  draw(): void {
    const { workshop, state } = this.app;
    const kept = focusMark();
    document.body.dataset.view = state.view;
    this.head.replaceChildren(...this.headParts());
    const parts = stepView(this.app);
    if (state.view === "begeleider") parts.splice(1, 0, facilitatorNotes(this.app, state.step));
    this.main.replaceChildren(...parts);
    this.foot.replaceChildren(...this.footParts());
    this.askIfNeeded();
    document.title = `${workshop.title} · ${say("step_of", { n: state.step + 1, all: workshop.steps.length })}`;
    if (this.step !== state.step) {
      const moved = this.step >= 0;
      this.step = state.step;
      if (moved) {
        this.say("");
        this.main.focus({ preventScroll: true });
        this.main.scrollTop = 0;
        window.scrollTo(0, 0);
        return;
      }
    }
    restore(kept);
  }

  private askIfNeeded(): void {
    const { workshop, state, digits } = this.app;
    if (!workshop.live || !state.revealed || workshop.points[digits]) {
      this.asked = "";
      live.close();
      return;
    }
    if (this.asked === digits) return;
    this.asked = digits;
    this.main.append(live.ask(this.app, digits));
  }

  private headParts(): HTMLElement[] {
    const { workshop, state } = this.app;
    const bar = html("ol", { class: "steps" });
    workshop.steps.forEach((step, i) => {
      const button = html(
        "button",
        {
          type: "button",
          "data-step": i + 1,
          "aria-current": i === state.step ? "step" : undefined,
          "aria-label": say("step_of", { n: i + 1, all: workshop.steps.length }) + `: ${step.id}`,
        },
        String(i + 1),
      );
      button.addEventListener("click", () => this.app.go(i));
      bar.append(html("li", {}, button));
    });
    const stamp = workshop.synthetic ? say("synthetic") : say("real", { world: workshop.world.name });
    return [
      html("p", { class: "title" }, workshop.title),
      html("nav", { "aria-label": say("steps") }, bar),
      html("p", { class: workshop.synthetic ? "stamp synthetic" : "stamp" }, stamp),
      menu(this.app, (text) => this.say(text)),
    ];
  }

  private footParts(): HTMLElement[] {
    const { app } = this;
    const last = app.state.step === app.workshop.steps.length - 1;
    const button = (id: string, text: Key, act: () => void, off = false, look = "plain") => {
      const one = html("button", { type: "button", id, class: look, "aria-disabled": String(off) }, say(text));
      one.addEventListener("click", () => !off && act());
      return one;
    };
    return [
      button("terug", "previous", () => app.go(app.state.step - 1), app.state.step === 0),
      button("stap-terug", "undo", () => app.undo(), !app.history.canUndo),
      button(
        "uitkomst",
        app.state.revealed ? "hide" : "show",
        () => app.change({ revealed: !app.state.revealed }),
        false,
        "main",
      ),
      button("verder", "next", () => app.go(app.state.step + 1), last),
      html("p", { class: "code-line" }, `${say("code")} `, html("b", { class: "code" }, toCode(app.workshop, app.state))),
    ];
  }
}

/** What has the focus, in words that find its like in the page drawn anew. */
function focusMark(): string | undefined {
  const at = document.activeElement as HTMLElement | null;
  if (!at || at === document.body) return undefined;
  if (at.id) return `#${CSS.escape(at.id)}`;
  if (at.dataset.vote) return `[data-vote="${at.dataset.vote}"]`;
  if (at.dataset.step) return `[data-step="${at.dataset.step}"]`;
  return undefined;
}

function restore(mark: string | undefined): void {
  if (mark) document.querySelector<HTMLElement>(mark)?.focus({ preventScroll: true });
}

function begin(): void {
  const workshop = JSON.parse(document.getElementById("gegevens")!.textContent!) as Workshop;
  choose(workshop);
  document.documentElement.lang = workshop.language;
  const linked = location.hash.length > 1 ? fromHash(workshop, location.hash) : start(workshop);
  const app = new App(workshop, typeof linked === "string" ? start(workshop) : linked);
  const page = new Page(app);
  app.tell();
  if (typeof linked === "string") page.say(say(problems[linked]));
  document.body.dataset.ready = "true";
}

begin();
