// What is not needed at every step: help, words, print, record, link and code.

import { App } from "../app";
import { html } from "../dom";
import { Line, readRecord } from "../record";
import { fromCode, fromHash, toCode } from "../state";
import { glossary, Key, say } from "../wording";
import { openDialog } from "./doubt";

export function menu(app: App, message: (text: string) => void): HTMLElement {
  const item = (key: Key, act: () => void): HTMLElement => {
    const button = html("button", { type: "button", class: "plain", "data-item": key }, say(key));
    button.addEventListener("click", act);
    return html("li", {}, button);
  };
  const other = app.state.view === "zaal" ? "begeleider" : "zaal";
  return html(
    "details",
    { class: "menu" },
    html("summary", {}, say("menu")),
    html(
      "ul",
      {},
      item(other === "begeleider" ? "facilitator" : "room_view", () => app.change({ view: other })),
      item("help", () => document.body.append(help(app))),
      item("words", () => document.body.append(words())),
      item("code_typed", () => document.body.append(typeCode(app))),
      item("link", () => void copyLink(app, message)),
      item("print", () => window.print()),
      item("record", () => saveRecord(app)),
      item("replay", () => openRecord(app, message)),
      item("to_baseline", () => app.choose(app.workshop.baseline)),
    ),
  );
}

function dialogOf(title: string, ...inside: (Node | string)[]): HTMLDialogElement {
  const dialog = html("dialog", { "aria-label": title }, html("h2", {}, title), ...inside);
  const close = html("button", { type: "button", class: "plain close" }, say("close"));
  close.addEventListener("click", () => dialog.close());
  dialog.append(close);
  return openDialog(dialog);
}

export function help(app: App): HTMLDialogElement {
  const keys: Key[] = ["keys_page", "keys_arrows", "keys_undo", "keys_letters", "keys_escape"];
  const letters = html("input", { type: "checkbox", id: "letters", checked: app.lettersOn });
  letters.addEventListener("change", () => (app.lettersOn = letters.checked));
  return dialogOf(
    say("keys_title"),
    html("ul", {}, ...keys.map((key) => html("li", {}, say(key)))),
    html("p", {}, letters, html("label", { for: "letters" }, say("letters_on"))),
    html("h3", {}, say("sources")),
    html("p", {}, say("sources_text")),
    html("p", { class: "small" }, app.workshop.program),
  );
}

function words(): HTMLDialogElement {
  const list = html("dl", {});
  for (const { word, means } of glossary()) {
    list.append(html("dt", {}, word), html("dd", {}, means));
  }
  return dialogOf(say("words"), list);
}

function typeCode(app: App): HTMLDialogElement {
  const input = html("input", { type: "text", id: "code", autocomplete: "off", spellcheck: "false" });
  const answer = html("p", { role: "alert" });
  const go = html("button", { type: "submit" }, say("code_go"));
  const form = html("form", {}, html("label", { for: "code" }, say("code")), input, go, answer);
  const dialog = dialogOf(say("code_typed"), form);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const state = fromCode(app.workshop, input.value);
    if (typeof state === "string") answer.textContent = say("code_bad");
    else {
      dialog.close();
      app.change(state);
    }
  });
  return dialog;
}

async function copyLink(app: App, message: (text: string) => void): Promise<void> {
  const code = toCode(app.workshop, app.state);
  try {
    await navigator.clipboard.writeText(location.href);
  } catch {
    // A page from a file may not be allowed to; the code works everywhere.
  }
  message(say("link_copied", { code }));
}

function saveRecord(app: App): void {
  const text = JSON.stringify(app.record.file(), null, 2);
  const link = html("a", {
    href: URL.createObjectURL(new Blob([text], { type: "application/json" })),
    download: "verslag.json",
  });
  link.click();
}

function openRecord(app: App, message: (text: string) => void): void {
  const input = html("input", { type: "file", accept: "application/json,.json" });
  input.addEventListener("change", async () => {
    const lines = readRecord(app.workshop, (await input.files?.[0]?.text()) ?? "");
    if (!lines) message(say("replay_bad"));
    else document.body.append(replay(app, lines));
  });
  input.click();
}

/** Goes through a record line by line, at the reader's own pace. */
export function replay(app: App, lines: Line[]): HTMLElement {
  let at = -1;
  const where = html("span", { role: "status" });
  const next = html("button", { type: "button", id: "volgende-regel" }, say("replay_next"));
  const bar = html("div", { class: "replay" }, where, next);
  const show = (): void => {
    at += 1;
    const line = lines[at];
    if (!line) return bar.remove();
    const state = line.what === "toestand" ? fromHash(app.workshop, line.text) : "unreadable";
    if (typeof state !== "string") app.change(state);
    const words = line.what === "toestand" ? "" : `: ${line.text}`;
    where.textContent = say("replay_step", { n: at + 1, all: lines.length }) + words;
  };
  next.addEventListener("click", show);
  show();
  return bar;
}
