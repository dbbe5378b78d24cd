import type { MapScene } from "./types.ts";

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
  for (const { row, part } of scene.marks) if (part === undefined || part === "where") kinds.set(row, "mark");
  for (const { row, part } of scene.rings) if (part === undefined || part === "where") kinds.set(row, "ring");
  for (const { rows } of scene.clusters) for (const row of rows) kinds.set(row, "cluster");
  for (const { rows, kind } of scene.areas) for (const row of rows) kinds.set(row, kind);
  for (const { rows } of scene.density?.cells ?? []) for (const row of rows) kinds.set(row, "hexagon");
  for (const { rows } of scene.edges) for (const row of rows) kinds.set(row, "edge");
  for (const row of scene.tray) kinds.set(row, "tray");
  return kinds;
}

/** The kind of one row; null when the row is not shown. */
export function glyphKindOf(scene: MapScene, row: number): MapGlyphKind | null {
  return glyphKinds(scene).get(row) ?? null;
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
    .filter(({ part }) => part === undefined || part === "where")
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
