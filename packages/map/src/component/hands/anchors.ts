import { isOwnPlace, type MapScene } from "../../scene/index.ts";

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

/** Anchors by row. */
export interface Anchors {
  get(row: number): Anchor | undefined;
  has(row: number): boolean;
}

type Place = Omit<Anchor, "row" | "rows">;

/** The place of a record before its rival places, and both before the origin it came from. */
const PARTS = ["where", "rival", "from"] as const;

/** One anchor a row: where a row is drawn several times, its own place counts. Rows of bubbles and tags are read when one is looked for. */
export function anchors(scene: MapScene): Anchors {
  const round = { tag: false, beyond: null };
  const alone = new Map<number, Anchor>();
  const add = (row: number, place: Place) => {
    if (!alone.has(row)) alone.set(row, { row, rows: [row], ...place });
  };
  for (const wanted of PARTS) {
    for (const { row, x, y, part = "where" } of scene.marks)
      if (part === wanted) add(row, { x, y, radiusPx: 7, ...round });
    for (const { row, x, y, radiusPx, part = "where" } of scene.rings) {
      if (part === wanted) add(row, { x, y, radiusPx, ...round });
    }
  }
  const own = new Set([...scene.marks, ...scene.rings].filter(isOwnPlace).map(({ row }) => row));
  const together: readonly { readonly glyph: { readonly rows: readonly number[] }; readonly place: Place }[] = [
    ...scene.clusters.map((glyph) => ({
      glyph,
      place: { x: glyph.x, y: glyph.y, radiusPx: glyph.radiusPx, ...round },
    })),
    ...scene.areas.map((glyph) => ({
      glyph,
      place: { x: glyph.tag.x, y: glyph.tag.y, radiusPx: 13, tag: true, beyond: null },
    })),
    ...scene.edges.map((glyph) => ({
      glyph,
      place: {
        x: glyph.x,
        y: glyph.y,
        radiusPx: glyph.heightPx / 2,
        tag: true,
        beyond: [glyph.lon, glyph.lat] as const,
      },
    })),
  ];
  const get = (row: number): Anchor | undefined => {
    if (own.has(row)) return alone.get(row);
    const cell = scene.density?.cells[scene.density.cellOf(row)];
    if (cell !== undefined) return { row, rows: cell.rows, x: cell.x, y: cell.y, radiusPx: 12, ...round };
    const found = together.find(({ glyph }) => glyph.rows.includes(row));
    return found === undefined ? alone.get(row) : { row, rows: found.glyph.rows, ...found.place };
  };
  return { get, has: (row) => get(row) !== undefined };
}
