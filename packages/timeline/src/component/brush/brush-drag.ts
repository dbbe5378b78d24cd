import { hitOverview } from "../../scene/hit.ts";
import type { OverviewBox, TimelineScene, TimeSpan } from "../../scene/types.ts";
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

/** A span from one instant to another, whichever is the first. */
function spanBetween(a: number, b: number): TimeSpan {
  const startMs = Math.min(a, b);
  return { startMs, endMs: Math.max(a, b, startMs + 1) };
}

/** The window while one of its ends is dragged to an instant, past the other end too. */
export function dragHandle({ brushMs }: OverviewBox, which: 0 | 1): (toMs: number) => TimeSpan {
  const standsMs = brushMs[1 - which] as number;
  return (toMs) => spanBetween(toMs, standsMs);
}

/** Begins a drag where the pointer went down. */
export function startBrushDrag(scene: TimelineScene, xPx: number): BrushDrag {
  const overview = scene.overview;
  const hit = overview === null ? null : hitOverview(scene, xPx);
  const [startMs, endMs] = overview?.brushMs ?? [0, 1];
  const fromMs = stripMs(scene, xPx);
  return {
    at(toPx) {
      const toMs = stripMs(scene, toPx);
      if (overview === null) return spanBetween(fromMs, toMs);
      if (hit?.type === "handle") return dragHandle(overview, hit.which === "start" ? 0 : 1)(toMs);
      if (hit?.type === "brush") {
        const byMs = Math.min(Math.max(toMs - fromMs, overview.startMs - startMs), Math.max(overview.endMs - endMs, 0));
        return { startMs: startMs + byMs, endMs: endMs + byMs };
      }
      return spanBetween(fromMs, toMs);
    },
  };
}
