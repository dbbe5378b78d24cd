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
  | "edge"
  | "tray";

/** The kind of glyph of every shown row. Law: it has as many entries as the scene's counts say are shown. */
export function glyphKinds(scene: MapScene): ReadonlyMap<number, MapGlyphKind> {
  const kinds = new Map<number, MapGlyphKind>();
  for (const { row, part } of scene.marks) if (part === undefined || part === "where") kinds.set(row, "mark");
  for (const { row, part } of scene.rings) if (part === undefined || part === "where") kinds.set(row, "ring");
  for (const { rows } of scene.clusters) for (const row of rows) kinds.set(row, "cluster");
  for (const { rows, kind } of scene.areas) for (const row of rows) kinds.set(row, kind);
  for (const { rows } of scene.edges) for (const row of rows) kinds.set(row, "edge");
  for (const row of scene.tray) kinds.set(row, "tray");
  return kinds;
}

/** The kind of one row; null when the row is not shown. */
export function glyphKindOf(scene: MapScene, row: number): MapGlyphKind | null {
  return glyphKinds(scene).get(row) ?? null;
}

/** Where each row stands on screen: mark, ring, bubble, tag or edge tag. Rows of the tray stand nowhere. */
export function glyphPlaces(scene: MapScene): ReadonlyMap<number, readonly [x: number, y: number]> {
  const places = new Map<number, readonly [number, number]>();
  for (const { row, x, y, part } of [...scene.rings, ...scene.marks]) {
    if (part === undefined || part === "where") places.set(row, [x, y]);
  }
  for (const { rows, x, y } of [...scene.clusters, ...scene.edges]) for (const row of rows) places.set(row, [x, y]);
  for (const { rows, tag } of scene.areas) for (const row of rows) places.set(row, [tag.x, tag.y]);
  return places;
}
