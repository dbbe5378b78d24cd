import type { Store } from "@whenwhere/store";
import type { Tooltip, Words } from "@whenwhere/view";
import type { Box, TimelineScene, TimeSpan } from "../../scene/types.ts";
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
