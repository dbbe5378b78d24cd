import { HIDDEN } from "@whenwhere/store";
import { glyphStands } from "./glyphs/glyph-kind.ts";
import type { SceneStore } from "./spots/place-index.ts";
import type { MapScene } from "./types.ts";

/** Arrow keys on the map. */
export type WalkDirection = "left" | "right" | "up" | "down";

type Point = readonly [x: number, y: number];

const AXES: Readonly<Record<WalkDirection, Point>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

/**
 * The row whose glyph lies nearest in a direction (within 60 degrees of it, sideways distance counting double);
 * null when there is none. From no row at all the walk starts at the middle of the view.
 */
export function walkMap(scene: MapScene, from: number | null, direction: WalkDirection): number | null {
  const stands = glyphStands(scene);
  const own = from === null ? undefined : stands.find(({ holds }) => holds(from));
  const { x, y } = own ?? { x: scene.widthPx / 2, y: scene.heightPx / 2 };
  let best: { readonly first: () => number; readonly cost: number } | null = null;
  for (const { x: px, y: py, first } of stands) {
    const cost = costOfWay([x, y], [px, py], direction);
    if (cost < (best?.cost ?? Number.POSITIVE_INFINITY)) best = { first, cost };
  }
  return best?.first() ?? null;
}

/** How far it is to a place in a direction, in pixels, sideways distance counting double; infinite beyond 60 degrees of it. */
export function costOfWay([x, y]: Point, [px, py]: Point, direction: WalkDirection): number {
  const [dx, dy] = AXES[direction];
  const along = (px - x) * dx + (py - y) * dy;
  const across = Math.abs((px - x) * dy - (py - y) * dx);
  return along <= 0.5 || across > along * 1.74 ? Number.POSITIVE_INFINITY : along + across * 2;
}

/**
 * The next or previous shown row in time order, rows without a place and without a date included, so that a walk
 * reaches every record. Stops at the ends (null).
 */
export function walkTime(store: SceneStore, from: number | null, step: 1 | -1, except?: string): number | null {
  const passing = store.passing(except);
  const { timeOrder } = store;
  const start = from === null ? (step === 1 ? -1 : timeOrder.length) : timeOrder.indexOf(from);
  for (let at = start + step; at >= 0 && at < timeOrder.length; at += step) {
    const row = timeOrder[at] as number;
    if (passing[row] !== HIDDEN) return row;
  }
  return null;
}
