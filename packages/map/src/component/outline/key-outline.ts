import type { MapSurface } from "../ground/surface.ts";
import type { LassoClause } from "./lasso.ts";
import { cornersAround, outlineClause } from "./lasso.ts";

/**
 * The lasso of the keyboard: places are taken in one by one while records are walked, and the filter is the outline around
 * them. A place that is taken twice is let go again.
 */
export interface KeyOutline {
  /** Takes the place of a row in, or lets it go; returns how many it holds. */
  take(row: number, at: readonly [x: number, y: number], surface: MapSurface): number;
  /** The clause of what is held; null when nothing is. */
  readonly clause: LassoClause | null;
  clear(): void;
}

/** Makes an empty outline. */
export function createKeyOutline(): KeyOutline {
  const held = new Map<number, readonly (readonly [number, number])[]>();
  return {
    take(row, at, surface) {
      if (!held.delete(row)) held.set(row, cornersAround(surface, at));
      return held.size;
    },
    get clause() {
      return outlineClause([...held.values()].flat());
    },
    clear: () => held.clear(),
  };
}
