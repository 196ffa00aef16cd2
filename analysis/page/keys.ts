// The keys of presenter clickers, of undo, and single letters while the step has the focus.

import { App } from "./app";
import { help } from "./views/menu";
import { showVotes } from "./views/votes";

export function listen(app: App): void {
  // Before a focused slider sees it: Page Up would move the slider.
  window.addEventListener("keydown", (event) => onKey(app, event), { capture: true });
}

function onKey(app: App, event: KeyboardEvent): void {
  if (document.querySelector("dialog[open]")) return;
  const act = actionOf(app, event);
  if (!act) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}

function actionOf(app: App, event: KeyboardEvent): (() => void) | undefined {
  if (event.key === "PageDown") return () => app.go(app.state.step + 1);
  if (event.key === "PageUp") return () => app.go(app.state.step - 1);
  if (event.ctrlKey || event.metaKey) {
    if (event.key.toLowerCase() === "z") return () => app.undo();
    if (event.key.toLowerCase() === "y") return () => app.redo();
    return undefined;
  }
  return app.lettersOn && inStep(event) ? letter(app, event.key.toLowerCase()) : undefined;
}

/** Letters count while the step has the focus, not in a field for text. */
function inStep(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement;
  return !event.altKey && target.closest("main") !== null && !target.matches("textarea, input[type=text]");
}

function letter(app: App, key: string): (() => void) | undefined {
  switch (key) {
    case "u":
      return () => app.change({ revealed: !app.state.revealed });
    case "b":
      return () => app.choose(app.workshop.baseline);
    case "v":
      return () => showVotes(app);
    case "?":
      return () => document.body.append(help(app));
    default:
      return undefined;
  }
}
