import type { MapScene } from "../scene/index.ts";

/** Where a row stands on the screen, by the glyph that holds it. */
export interface Anchor {
  readonly row: number;
  readonly x: number;
  readonly y: number;
  /** Half the size of the glyph in pixels, for frames around it. */
  readonly radiusPx: number;
  /** All rows of the same glyph, this one included. */
  readonly rows: readonly number[];
  /** Square tags stand for areas and for places beyond the view. */
  readonly tag: boolean;
  /** Where to look when the place is beyond the view; null when it is in it. */
  readonly beyond: readonly [lon: number, lat: number] | null;
}

/** The place of a record before its rival places, and both before the origin it came from. */
const PARTS = ["where", "rival", "from"] as const;

/** One anchor a row: where a row is drawn several times, its own place counts. */
export function anchors(scene: MapScene): ReadonlyMap<number, Anchor> {
  const found = new Map<number, Anchor>();
  const add = (rows: readonly number[], place: Omit<Anchor, "row" | "rows">) => {
    for (const row of rows) if (!found.has(row)) found.set(row, { row, rows, ...place });
  };
  const round = { tag: false, beyond: null };
  for (const { rows, x, y, radiusPx } of scene.clusters) add(rows, { x, y, radiusPx, ...round });
  for (const wanted of PARTS) {
    for (const { row, x, y, part = "where" } of scene.marks)
      if (part === wanted) add([row], { x, y, radiusPx: 7, ...round });
    for (const { row, x, y, radiusPx, part = "where" } of scene.rings) {
      if (part === wanted) add([row], { x, y, radiusPx, ...round });
    }
    if (wanted !== "where") continue;
    for (const { rows, tag } of scene.areas) add(rows, { x: tag.x, y: tag.y, radiusPx: 13, tag: true, beyond: null });
    for (const { rows, x, y, heightPx, lon, lat } of scene.edges) {
      add(rows, { x, y, radiusPx: heightPx / 2, tag: true, beyond: [lon, lat] });
    }
  }
  return found;
}
