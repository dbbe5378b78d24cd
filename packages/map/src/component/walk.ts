import type { Store } from "@whenwhere/store";
import type { MapScene } from "../scene/types.ts";

/** Where a row stands on the screen, by the glyph that holds it. */
export interface Anchor {
  readonly row: number;
  readonly x: number;
  readonly y: number;
  /** Half the size of the glyph in pixels, for frames around it. */
  readonly radiusPx: number;
  /** All rows of the same glyph, this one included. */
  readonly rows: readonly number[];
  /** The glyph stands at the edge for places beyond the view. */
  readonly beyond: boolean;
}

export type Direction = "up" | "down" | "left" | "right";

/** One anchor a row: where rival places draw a row several times, the first one counts. */
export function anchors(scene: MapScene): ReadonlyMap<number, Anchor> {
  const found = new Map<number, Anchor>();
  const add = (rows: readonly number[], place: Omit<Anchor, "row" | "rows">) => {
    for (const row of rows) if (!found.has(row)) found.set(row, { row, rows, ...place });
  };
  for (const { row, x, y } of scene.marks) add([row], { x, y, radiusPx: 7, beyond: false });
  for (const { row, x, y, radiusPx } of scene.rings) add([row], { x, y, radiusPx, beyond: false });
  for (const { rows, x, y, radiusPx } of scene.clusters) add(rows, { x, y, radiusPx, beyond: false });
  for (const { rows, tag } of scene.areas) add(rows, { x: tag.x, y: tag.y, radiusPx: 13, beyond: false });
  for (const { rows, x, y } of scene.edges) add(rows, { x, y, radiusPx: 14, beyond: true });
  return found;
}

/** Placed rows in time order; undated ones last. */
export function walkOrder(store: Store, placed: ReadonlyMap<number, Anchor>): readonly number[] {
  return Array.from(store.timeOrder).filter((row) => placed.has(row));
}

/** The neighbour in time; wraps around. -1 when nothing is placed. */
export function stepInTime(order: readonly number[], current: number, step: 1 | -1): number {
  if (order.length === 0) return -1;
  const index = order.indexOf(current);
  if (index < 0) return (step === 1 ? order[0] : order.at(-1)) as number;
  return order[(index + step + order.length) % order.length] as number;
}

/** Along the arrow and across it; going astray costs double, so that the walk keeps its direction. */
function cost(from: Anchor, to: Anchor, direction: Direction): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const along = direction === "right" ? dx : direction === "left" ? -dx : direction === "down" ? dy : -dy;
  const across = direction === "right" || direction === "left" ? Math.abs(dy) : Math.abs(dx);
  if (along <= 0.5 || across > along * 3) return Number.POSITIVE_INFINITY;
  return along + 2 * across;
}

/** The nearest glyph in a direction, as the first of its rows; the current row when there is none that way. */
export function stepInSpace(placed: ReadonlyMap<number, Anchor>, current: number, direction: Direction): number {
  const from = placed.get(current);
  if (from === undefined) return placed.keys().next().value ?? -1;
  let best = current;
  let least = Number.POSITIVE_INFINITY;
  for (const to of placed.values()) {
    if (to.rows[0] !== to.row) continue;
    const price = cost(from, to, direction);
    if (price >= least) continue;
    least = price;
    best = to.row;
  }
  return best;
}
