import type { Box, FoldColumn, TimelineScene, TimeMark } from "./types.ts";

/** What lies under a point. */
export type Hit =
  | { readonly type: "mark"; readonly mark: TimeMark }
  | { readonly type: "column"; readonly column: FoldColumn }
  | { readonly type: "handle"; readonly which: "start" | "end" }
  | { readonly type: "brush" }
  | { readonly type: "overview" }
  | { readonly type: "plot" };

/** A small mark may be missed by this much, so that its target is 24 px. */
const REACH_PX = 12;
const HANDLE_REACH_PX = 10;

/** What lies at a point of the scene, in its CSS pixels; null outside plot and strip. The mark whose ink is nearest wins. */
export function hitScene(scene: TimelineScene, xPx: number, yPx: number): Hit | null {
  const { overview } = scene;
  if (scene.orientation === "vertical") {
    if (overview !== null && xPx >= overview.xPx && xPx < overview.xPx + overview.widthPx)
      return hitOverview(scene, yPx);
  } else if (overview !== null && yPx >= overview.yPx) return hitOverview(scene, xPx);
  if (yPx > scene.axis.yPx + 4 || yPx < 0) return null;
  const mark = nearestMark(scene.marks, xPx, yPx);
  if (mark !== null) return { type: "mark", mark };
  for (const lane of scene.histogram === null ? scene.lanes : [scene.histogram, ...scene.lanes]) {
    const column = lane.columns.find((candidate) => distance(candidate, xPx, yPx) === 0);
    if (column !== undefined) return { type: "column", column };
  }
  return { type: "plot" };
}

/** What lies at a point along the strip. */
export function hitOverview(scene: TimelineScene, xPx: number): Hit | null {
  const { overview } = scene;
  if (overview === null) return null;
  const [startPx, endPx] = overview.brushPx;
  const toStart = Math.abs(xPx - startPx);
  const toEnd = Math.abs(xPx - endPx);
  if (Math.min(toStart, toEnd) <= HANDLE_REACH_PX) {
    // On a narrow brush the side of the pointer decides, so that both handles can be taken.
    const middle = (startPx + endPx) / 2;
    const before = scene.dir === "rtl" && scene.orientation === undefined ? xPx > middle : xPx < middle;
    return { type: "handle", which: before ? "start" : "end" };
  }
  const inside = xPx > Math.min(startPx, endPx) && xPx < Math.max(startPx, endPx);
  return { type: inside ? "brush" : "overview" };
}

function nearestMark(marks: readonly TimeMark[], xPx: number, yPx: number): TimeMark | null {
  let best: TimeMark | null = null;
  let bestPx = Number.POSITIVE_INFINITY;
  for (const mark of marks) {
    const label = mark.label === null ? Number.POSITIVE_INFINITY : distance(mark.label, xPx, yPx);
    const ink = Math.min(...mark.bars.map((bar) => distance(bar, xPx, yPx)), distance(mark, xPx, yPx));
    const reachPx = mark.widthPx < 24 ? REACH_PX - Math.min(mark.widthPx, 2 * REACH_PX) / 2 : 2;
    const away = Math.min(ink, label);
    if (away > (label < ink ? 0 : reachPx)) continue;
    // Of two overlapping marks the smaller one is on top.
    const rank = away + Math.min(mark.widthPx, 5000) * 1e-6;
    if (rank < bestPx) {
      best = mark;
      bestPx = rank;
    }
  }
  return best;
}

function distance(box: Box, xPx: number, yPx: number): number {
  const dx = Math.max(box.xPx - xPx, 0, xPx - box.xPx - box.widthPx);
  const dy = Math.max(box.yPx - yPx, 0, yPx - box.yPx - box.heightPx);
  return Math.hypot(dx, dy);
}
