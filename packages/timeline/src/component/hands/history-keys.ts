import type { TimeSpan } from "../../scene/types.ts";
import { storeOf, type TimelineCore } from "../core.ts";
import { shownView } from "../motion/moves.ts";
import { restoreMoment } from "../motion/view-history.ts";

/** Goes back (`-1`) or forth (`1`) one step; says where that leads. Without a step there, nothing happens. */
function stepHistory(core: TimelineCore, by: -1 | 1): void {
  const moment = core.history.go(by);
  if (moment === null) return;
  const from = shownView(core);
  restoreMoment(storeOf(core), moment);
  const to: TimeSpan = core.picture.view;
  if (core.picture.options.motion !== "none") core.glide.start(from, to);
  core.live.say(core.picture.words.range(to.startMs, to.endMs));
  core.request();
}

/**
 * Ctrl or Cmd with Z undoes, with Shift (or Y) it does again; Alt with the arrows does the same. Heard on the widget only, and
 * not in its fields, which have an undo of their own. Each press of a key or a button of the mouse begins a step. Returns the undo.
 */
export function attachHistoryKeys(core: TimelineCore): () => void {
  const { element } = core.root;
  const abort = new AbortController();
  const { signal } = abort;
  const onKey = (event: KeyboardEvent): void => {
    const by = event.target instanceof HTMLInputElement ? null : directionOf(event);
    if (by === null) {
      if (!event.repeat) core.history.seal();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    stepHistory(core, by);
  };
  element.addEventListener("keydown", onKey, { signal, capture: true });
  element.addEventListener("pointerdown", () => core.history.seal(), { signal, capture: true });
  return () => abort.abort();
}

function directionOf(event: KeyboardEvent): -1 | 1 | null {
  const key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) {
    if (event.altKey) return null;
    if (key === "z") return event.shiftKey ? 1 : -1;
    return key === "y" ? 1 : null;
  }
  if (!event.altKey || event.shiftKey) return null;
  return key === "arrowleft" ? -1 : key === "arrowright" ? 1 : null;
}
