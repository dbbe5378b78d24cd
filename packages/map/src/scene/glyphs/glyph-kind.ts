import type { MapScene } from "../types.ts";
import { isOwnPlace } from "./own-place.ts";

/** How a row is drawn: `tray` = not on the map, `edge` = behind a tag at the edge, `hidden` = filtered out. */
export type MapGlyphKind =
  | "mark"
  | "ring"
  | "cluster"
  | "district"
  | "province"
  | "country"
  | "region"
  | "sea"
  | "line"
  | "cell"
  | "hexagon"
  | "edge"
  | "tray";

/** The kind of glyph of every shown row. Law: it has as many entries as the scene's counts say are shown. */
export function glyphKinds(scene: MapScene): ReadonlyMap<number, MapGlyphKind> {
  const kinds = new Map<number, MapGlyphKind>();
  const put = (rows: Iterable<number>, kind: MapGlyphKind): void => {
    for (const row of rows) kinds.set(row, kind);
  };
  put(placed(scene.marks), "mark");
  put(placed(scene.rings), "ring");
  for (const { rows } of scene.clusters) put(rows, "cluster");
  for (const { rows, kind } of scene.areas) put(rows, kind);
  for (const { rows } of scene.density?.cells ?? []) put(rows, "hexagon");
  for (const { rows } of scene.edges) put(rows, "edge");
  put(scene.tray, "tray");
  return kinds;
}

/** Rows of glyphs that stand where it happened: second places of a record are left out. */
function placed(glyphs: MapScene["marks"] | MapScene["rings"]): number[] {
  return glyphs.filter(isOwnPlace).map(({ row }) => row);
}

/** Where rows stand on screen, glyph by glyph. */
export interface GlyphStand {
  readonly x: number;
  readonly y: number;
  /** The first of its rows, and whether a row is one of them: rows are read only when asked for. */
  readonly first: () => number;
  readonly holds: (row: number) => boolean;
}

/** Marks, rings, bubbles, tags and edge tags. Rows of the tray stand nowhere. */
export function glyphStands(scene: MapScene): readonly GlyphStand[] {
  const alone = [...scene.rings, ...scene.marks]
    .filter(isOwnPlace)
    .map(({ row, x, y }) => ({ x, y, first: () => row, holds: (other: number) => other === row }));
  const together = [
    ...[...scene.clusters, ...scene.edges].map((glyph) => ({ glyph, x: glyph.x, y: glyph.y })),
    ...scene.areas.map((glyph) => ({ glyph, x: glyph.tag.x, y: glyph.tag.y })),
  ];
  return [
    ...alone,
    ...together.map(({ glyph, x, y }) => ({
      ...{ x, y, first: () => glyph.rows[0] as number },
      holds: (row: number) => glyph.rows.includes(row),
    })),
    ...cellStands(scene),
  ];
}

/** A record that is spread over several hexagons is walked to in the one of its point. */
function cellStands({ density }: MapScene): GlyphStand[] {
  if (density === undefined) return [];
  const own = density.cells.filter(({ count }) => count > 0);
  return own.map((cell) => ({
    ...{ x: cell.x, y: cell.y, first: () => cell.rows[0] as number },
    holds: (row) => density.cells[density.cellOf(row)] === cell,
  }));
}
