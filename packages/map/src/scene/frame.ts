import type { PlacePrecision } from "@whenwhere/model";
import { PLACE_PRECISIONS } from "@whenwhere/model";
import { CERTAIN, HIDDEN } from "@whenwhere/store";
import type { TextMetrics } from "@whenwhere/view/pure";
import { turnToward } from "./earth.ts";
import { type Fading, fadeOf } from "./glyphs/fade.ts";
import type { MapTexts } from "./map-texts.ts";
import type { Box, Point } from "./plane.ts";
import type { CountTable } from "./spots/place-counts.ts";
import type { PlaceIndex, SceneStore } from "./spots/place-index.ts";
import type { AreaShapes, MapViewport, RowGlyph } from "./types.ts";

/** Pixels at each side that controls cover; tags and labels keep off them. */
export interface Insets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** What every part of the scene of one moment reads. */
export interface Frame {
  readonly store: SceneStore;
  readonly index: PlaceIndex;
  /** The integer zoom whose groups are shown, where they are few. */
  readonly spotZoom: number;
  readonly viewport: MapViewport;
  readonly shapes: AreaShapes;
  readonly metrics: TextMetrics;
  readonly texts: MapTexts;
  readonly locale: string;
  readonly countryName: (iso: string) => string;
  readonly insets: Insets;
  /** Boxes that controls cover. */
  readonly covers: readonly Box[];
  /** HIDDEN, POSSIBLE or CERTAIN by row. */
  readonly passing: Uint8Array;
  /** Counts of the zoom, where the index keeps them; null where rows are asked one by one. */
  readonly table: CountTable | null;
  /** The window whose records pale with age; null where none does. */
  readonly fading: Fading | null;
  readonly selectedRow: number;
  readonly hoveredRow: number;
  readonly view: Box;
}

export function rowLook(frame: Frame, row: number): RowGlyph {
  const { columns } = frame.store;
  const fade = fadeOf(frame, row);
  return {
    row,
    category: columns.category.at(row),
    status: columns.status.at(row),
    certainty: frame.passing[row] === CERTAIN ? "certain" : "possible",
    selected: row === frame.selectedRow,
    hovered: row === frame.hoveredRow,
    ...(fade < 1 ? { fade } : {}),
  };
}

export function precisionOfRow(frame: Frame, row: number): PlacePrecision {
  return PLACE_PRECISIONS[frame.store.columns.placePrecision.at(row)] ?? "unknown";
}

export function shownOf(frame: Frame, rows: ArrayLike<number>): number[] {
  const shown: number[] = [];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    if (frame.passing[row] !== HIDDEN) shown.push(row);
  }
  return shown;
}

/** How many are certain, how many only possible, and how they share out over categories (most first). */
export function tally(frame: Frame, rows: readonly number[]) {
  const byCategory = new Map<number, number>();
  let certain = 0;
  for (const row of rows) {
    if (frame.passing[row] === CERTAIN) certain++;
    const category = frame.store.columns.category.at(row);
    byCategory.set(category, (byCategory.get(category) ?? 0) + 1);
  }
  const shares = [...byCategory]
    .map(([category, count]) => ({ category, count }))
    .sort((a, b) => b.count - a.count || a.category - b.category);
  return { certain, possible: rows.length - certain, shares };
}

/** Projects a place, taking the copy of the world that lies nearest to the middle of the view. */
export function projectNear(frame: Frame, lon: number, lat: number): Point | null {
  return projectedNear(frame, [lon, lat])?.point ?? null;
}

/** The place on the copy of the world that is nearest to the middle, and how far that copy was turned. */
export function projectedNear(
  { viewport }: Pick<Frame, "viewport">,
  [lon, lat]: readonly [number, number],
): { readonly point: Point; readonly turn: number } | null {
  const turn = turnToward(viewport.center?.[0] ?? lon, lon);
  const point = viewport.project(lon + turn, lat);
  return point === null ? null : { point, turn };
}

/** Projects a ring as one piece: all its points are moved to the same copy of the world. Points nearer than 0.6 px are left out. */
export function projectRing(frame: Frame, ring: readonly (readonly [number, number])[]): Point[] {
  let sum = 0;
  for (const [lon] of ring) sum += lon;
  const mean = sum / Math.max(1, ring.length);
  const shift = turnToward(frame.viewport.center?.[0] ?? mean, mean);
  const out: Point[] = [];
  let last: Point | null = null;
  for (const [lon, lat] of ring) {
    const p = frame.viewport.project(lon + shift, lat);
    if (p === null || (last !== null && Math.abs(p[0] - last[0]) + Math.abs(p[1] - last[1]) < 0.6)) continue;
    out.push(p);
    last = p;
  }
  return out;
}

export function inView(frame: Frame, [x, y]: Point, margin = 0): boolean {
  return x >= -margin && y >= -margin && x <= frame.viewport.widthPx + margin && y <= frame.viewport.heightPx + margin;
}
