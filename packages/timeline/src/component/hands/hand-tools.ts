import type { Store } from "@whenwhere/store";
import type { Tooltip, Words } from "@whenwhere/view";
import type { Box, TimelineScene, TimeSpan } from "../../scene/types.ts";
import { CLAUSE_SOURCE } from "../picture/own-window.ts";
import type { Shell } from "../shell.ts";

/** What pointer gestures may do. */
export interface HandTools {
  readonly shell: Shell;
  readonly tooltip: Tooltip;
  store(): Store;
  scene(): TimelineScene;
  view(): TimeSpan;
  /** The window of the brush; null when there is none. */
  window(): TimeSpan | null;
  full(): TimeSpan;
  mode(): "pan" | "select";
  words(): Words;
  setView(span: TimeSpan, how?: "animate" | "jump"): void;
  setWindow(span: TimeSpan, follow: boolean): void;
  zoomAt(factor: number, at: { readonly anchorMs: number; readonly how: "animate" | "jump" }): void;
  showTip(row: number, anchor: Box): void;
  select(row: number): void;
}

/** The window as it was before a drag that came to nothing. */
export function putWindowBack(tools: HandTools, before: TimeSpan | null, follow: boolean): void {
  if (before === null) tools.store().clear(CLAUSE_SOURCE);
  else tools.setWindow(before, follow);
}
