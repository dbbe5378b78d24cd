import { hitOverview } from "../../scene/hit.ts";
import type { TimelineScene, TimeSpan } from "../../scene/types.ts";
import { shareOf } from "../picture/orient.ts";

/** One drag on the overview strip: a handle, the whole brush, or a new one. */
export interface BrushDrag {
  /** The window for a pointer at `xPx`. */
  at(xPx: number): TimeSpan;
}

/** Instant under a point along the strip. */
export function stripMs(scene: TimelineScene, xPx: number): number {
  const { overview } = scene;
  if (overview === null) return 0;
  const along = shareOf(scene, overview, xPx);
  return overview.startMs + Math.min(Math.max(along, 0), 1) * (overview.endMs - overview.startMs);
}

/** Begins a drag where the pointer went down. */
export function startBrushDrag(scene: TimelineScene, xPx: number): BrushDrag {
  const overview = scene.overview;
  const hit = overview === null ? null : hitOverview(scene, xPx);
  const [startMs, endMs] = overview?.brushMs ?? [0, 1];
  const fromMs = stripMs(scene, xPx);
  const order = (a: number, b: number): TimeSpan => ({
    startMs: Math.min(a, b),
    endMs: Math.max(a, b, Math.min(a, b) + 1),
  });
  return {
    at(toPx) {
      const toMs = stripMs(scene, toPx);
      if (hit?.type === "handle") return hit.which === "start" ? order(toMs, endMs) : order(startMs, toMs);
      if (hit?.type === "brush" && overview !== null) {
        const byMs = Math.min(Math.max(toMs - fromMs, overview.startMs - startMs), Math.max(overview.endMs - endMs, 0));
        return { startMs: startMs + byMs, endMs: endMs + byMs };
      }
      return order(fromMs, toMs);
    },
  };
}
