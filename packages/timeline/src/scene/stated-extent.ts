import type { SceneStore } from "./types.ts";

/**
 * Earliest and latest bound that any record states, whichever side it is; null when there is none.
 * Law: seen over this extent no record is outside, also one that is open at its other side. Cost O(n).
 */
export function statedExtent(store: Pick<SceneStore, "columns">): readonly [startMs: number, endMs: number] | null {
  const { outerStartMs, outerEndMs, length } = store.columns;
  let lowMs = Number.POSITIVE_INFINITY;
  let highMs = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < length; row++) {
    const startMs = outerStartMs[row] as number;
    const endMs = outerEndMs[row] as number;
    if (Number.isFinite(startMs)) {
      lowMs = Math.min(lowMs, startMs);
      highMs = Math.max(highMs, startMs + 1);
    }
    if (Number.isFinite(endMs)) {
      lowMs = Math.min(lowMs, endMs - 1);
      highMs = Math.max(highMs, endMs);
    }
  }
  return lowMs < highMs ? [lowMs, highMs] : null;
}
