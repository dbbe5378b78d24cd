import type { PackedLabel } from "../labels/packed-label.ts";

/**
 * Where the records of a lane stood in the last frame, and what they were called. While nothing but the view moves they stay so:
 * lines and words are taken over, and only what comes in at the edges looks for room. Without it a record that leaves the view
 * would let all others move up.
 */
export interface LaneMemory {
  readonly lineOf: ReadonlyMap<number, number>;
  readonly lines: number;
  /** No line is opened for words. */
  readonly isFull?: boolean;
  /** Whole words beside their marks, of records that were not near an edge of the view. */
  readonly labels: ReadonlyMap<number, Pick<PackedLabel, "text" | "place">>;
}

/** What lanes remember from frame to frame, by lane and form. Whoever keeps it forgets it when records, filters or words change. */
export interface PackMemory {
  get(key: string): LaneMemory | undefined;
  set(key: string, memory: LaneMemory): void;
  /** Forgets what was remembered at another zoom: there all places are others. */
  atZoom(pxPerMs: number): PackMemory;
}

/** Nothing yet. */
export function createPackMemory(): PackMemory {
  const lanes = new Map<string, LaneMemory>();
  let zoom = Number.NaN;
  const memory: PackMemory = {
    get: (key) => lanes.get(key),
    set: (key, lane) => lanes.set(key, lane),
    atZoom(pxPerMs) {
      // A pan adds and takes off the same number of milliseconds, but for the last digits.
      if (!(Math.abs(pxPerMs / zoom - 1) < 1e-9)) lanes.clear();
      zoom = pxPerMs;
      return memory;
    },
  };
  return memory;
}

/** Near an edge words stand where the edge lets them: there they are placed anew in every frame. */
export function edgePx(widthPx: number): number {
  return Math.min(240, widthPx / 4);
}
