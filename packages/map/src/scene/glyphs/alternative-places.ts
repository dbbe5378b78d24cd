import { type Frame, inView, projectNear, rowLook } from "../frame.ts";
import type { Point } from "../plane.ts";
import { rivalPlaces } from "../spots/spot-glyphs.ts";
import type { JoinGlyph, PointGlyph } from "../types.ts";
import type { AreaRef } from "./area-ref.ts";
import { MARK_RADIUS_PX, radiusOf } from "./place-defaults.ts";

/** More points than this are no choice between places but a shape. */
const MAX_PLACES = 4;
/** Marks nearer than this would hide each other. */
const CLEAR_PX = 12;

/** Marks of one record that stand for one of several places, joined by a line. */
export interface Alternatives {
  readonly marks: readonly PointGlyph[];
  readonly joins: readonly JoinGlyph[];
}

/**
 * A record "in Abu Dhabi or in Dubai" (a MultiPoint of two to four places, each of them a town or point by an account of
 * its own): each mark has its share of the ink. The first one in view counts as the record. Null when there is no such
 * choice, when a place is known worse than a mark shows, or when none is in view.
 * `taken` are the marks and bubbles that stand already: an alternative steps aside from them, away from the others.
 */
export function alternativePlaces(frame: Frame, ref: AreaRef, taken: readonly Point[]): Alternatives | null {
  const places = placesOf(ref).map(([lon, lat]) => projectNear(frame, lon, lat));
  const seen = places.filter((at): at is Point => at !== null);
  const row = ref.rows[0];
  if (row === undefined || !vouched(frame, ref, row) || seen.length < 2 || seen.length !== places.length) return null;
  const first = seen.findIndex((at) => inView(frame, at));
  if (first < 0) return null;
  const look = rowLook(frame, row);
  const middle: Point = [mean(seen.map(([x]) => x)), mean(seen.map(([, y]) => y))];
  const marks = seen.map((at, i): PointGlyph => {
    const [x, y] = aside(at, middle, taken);
    return { ...look, x, y, share: 1 / seen.length, part: i === first ? "where" : "rival" };
  });
  const joins = marks.slice(1).map(({ x, y }, i): JoinGlyph => {
    const before = marks[i] as PointGlyph;
    return { row, x0: before.x, y0: before.y, x1: x, y1: y };
  });
  return { marks, joins };
}

/** An account gives each of the points, as exactly as a mark says. */
function vouched(frame: Frame, ref: AreaRef, row: number): boolean {
  const places = placesOf(ref);
  if (places.length === 0 || ref.rows.length !== 1) return false;
  const told = rivalPlaces({ ...frame.store.incident(row), where: {} });
  return places.every(([lon, lat]) =>
    told.some((place) => {
      if (place.lon !== lon || place.lat !== lat) return false;
      if (place.precision !== "exact" && place.precision !== "settlement") return false;
      const { radiusM } = radiusOf(place.precision, place.radiusM ?? Number.NaN, place.basis);
      return radiusM / frame.viewport.metersPerPx(lon, lat) <= MARK_RADIUS_PX;
    }),
  );
}

type Position = readonly [lon: number, lat: number];

function placesOf({ geometry }: AreaRef): readonly Position[] {
  if (geometry?.type !== "MultiPoint") return [];
  const { coordinates } = geometry as { coordinates: unknown };
  if (!Array.isArray(coordinates) || coordinates.length < 2 || coordinates.length > MAX_PLACES) return [];
  return coordinates.every((at) => Array.isArray(at) && Number.isFinite(at[0]) && Number.isFinite(at[1]))
    ? (coordinates as unknown as readonly Position[])
    : [];
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function aside([x, y]: Point, [mx, my]: Point, taken: readonly Point[]): Point {
  if (taken.every(([tx, ty]) => Math.hypot(tx - x, ty - y) >= CLEAR_PX)) return [x, y];
  const away = Math.hypot(x - mx, y - my) || 1;
  return [x + ((x - mx) / away) * CLEAR_PX, y + ((y - my) / away) * CLEAR_PX];
}
