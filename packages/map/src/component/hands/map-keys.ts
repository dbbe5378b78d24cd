import type { WalkDirection } from "../../scene/index.ts";

/** What keys on the focused map mean. */
export interface KeyActions {
  readonly walk: (direction: WalkDirection) => void;
  readonly step: (step: 1 | -1) => void;
  readonly goTo: (end: "first" | "last") => void;
  readonly pan: (direction: WalkDirection) => void;
  readonly zoom: (levels: 1 | -1) => void;
  readonly fit: () => void;
  readonly open: () => void;
  /** Takes the place of the current record into the outline that filters, or lets it go. */
  readonly take: () => void;
  /** Returns false when there was nothing to undo, so that the key goes on to the page. */
  readonly escape: () => boolean;
}

const ARROWS: Readonly<Record<string, WalkDirection>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};

function plainKey(key: string, actions: KeyActions): boolean {
  switch (key) {
    case "n":
    case "N":
    case "]":
      actions.step(1);
      return true;
    case "p":
    case "P":
    case "[":
      actions.step(-1);
      return true;
    case "Home":
      actions.goTo("first");
      return true;
    case "End":
      actions.goTo("last");
      return true;
    case "+":
    case "=":
      actions.zoom(1);
      return true;
    case "-":
    case "_":
      actions.zoom(-1);
      return true;
    case "0":
      actions.fit();
      return true;
    case "Enter":
    case " ":
      actions.open();
      return true;
    case "s":
    case "S":
      actions.take();
      return true;
    case "Escape":
      return actions.escape();
    default:
      return false;
  }
}

/** Reads the keys of the focused map. Keys with Ctrl, Alt or Cmd stay the browser's. Returns its undo. */
export function listenToKeys(element: HTMLElement, actions: KeyActions): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target !== element) return;
    const direction = ARROWS[event.key];
    if (direction !== undefined) {
      event.preventDefault();
      if (event.shiftKey) actions.pan(direction);
      else actions.walk(direction);
      return;
    }
    if (!plainKey(event.key, actions)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  element.addEventListener("keydown", onKey);
  return () => element.removeEventListener("keydown", onKey);
}
