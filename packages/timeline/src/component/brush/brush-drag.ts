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

/** A span from one instant to another, whichever is the first. */
function spanBetween(a: number, b: number): TimeSpan {
  const startMs = Math.min(a, b);
  return { startMs, endMs: Math.max(a, b, startMs + 1) };
}

/** Begins a drag where the pointer went down. */
export function startBrushDrag(scene: TimelineScene, xPx: number): BrushDrag {
  const overview = scene.overview;
  const hit = overview === null ? null : hitOverview(scene, xPx);
  if (hit?.type === "handle") return startHandleDrag(scene, hit.which === "start" ? 0 : 1);
  const [startMs, endMs] = overview?.brushMs ?? [0, 1];
  const fromMs = stripMs(scene, xPx);
  return {
    at(toPx) {
      const toMs = stripMs(scene, toPx);
      if (hit?.type === "brush" && overview !== null) {
        const byMs = Math.min(Math.max(toMs - fromMs, overview.startMs - startMs), Math.max(overview.endMs - endMs, 0));
        return { startMs: startMs + byMs, endMs: endMs + byMs };
      }
      return spanBetween(fromMs, toMs);
    },
  };
}

/** Begins a drag of one end of the brush, past the other end too. Held at `xPx` it keeps that far from the pointer; without, it comes to it. */
export function startHandleDrag(scene: TimelineScene, which: 0 | 1, xPx?: number): BrushDrag {
  const { brushMs, brushPx } = scene.overview ?? { brushMs: [0, 1], brushPx: [0, 0] };
  const offsetPx = xPx === undefined ? 0 : xPx - (brushPx[which] as number);
  const standsMs = brushMs[1 - which] as number;
  return { at: (toPx) => spanBetween(stripMs(scene, toPx - offsetPx), standsMs) };
}
