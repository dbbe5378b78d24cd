import type { Box, TimelineScene } from "./types.ts";

/** Two lines: the words, and the button that brings the records back. */
export const EMPTY_PX = 64;

/** Whether filters leave none of `length` records. An empty collection is none of their doing. */
export function isFiltered(shown: number, length: number): boolean {
  return shown === 0 && length > 0;
}

/** Where such a plot says so: over its axis; at the top where time runs down. */
export function emptyBox({ plot, orientation }: Pick<TimelineScene, "plot" | "orientation">): Box {
  const topPx = orientation === "vertical" ? 0 : plot.heightPx - EMPTY_PX;
  return { xPx: plot.xPx + 4, yPx: plot.yPx + topPx, widthPx: plot.widthPx - 8, heightPx: EMPTY_PX };
}
