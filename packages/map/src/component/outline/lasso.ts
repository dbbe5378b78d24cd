import type { Clause } from "@whenwhere/store";
import { turnToward, wrapLongitude } from "../../scene/earth.ts";
import type { MapSurface } from "../ground/surface.ts";
import type { BoxPx } from "../hands/gestures.ts";
import { MAP_SOURCE } from "../map-source.ts";

/** A free outline as a clause. */
export type LassoClause = Extract<Clause, { kind: "lasso" }>;
type Point = readonly [x: number, y: number];

/** Corners nearer than this to the one before say nothing more. */
const APART_PX = 5;
/** More corners than this cost each question of the filter more than they show. */
const MOST_CORNERS = 240;
/** What a keyboard takes in around a place. */
const AROUND_PX = 16;
const TURNS = 8;

/** The corners that a drawn line keeps. */
function thinned(path: readonly Point[]): readonly Point[] {
  const kept: Point[] = [];
  for (const point of path) {
    const last = kept.at(-1);
    if (last === undefined || Math.hypot(point[0] - last[0], point[1] - last[1]) >= APART_PX) kept.push(point);
  }
  const step = Math.ceil(kept.length / MOST_CORNERS);
  return kept.filter((_, index) => index % step === 0);
}

/** The place under a pixel, on the copy of the world that lies in the middle of the view. */
function placeAt(surface: MapSurface, [x, y]: Point): Point | null {
  const place = surface.unproject(x, y);
  if (place === null) return null;
  const { lon } = surface.camera;
  return [lon + wrapLongitude(place[0] - lon), place[1]];
}

/** The box around a drawn line: what tells a slip of the hand from an outline. */
export function boxAround(path: readonly Point[]): BoxPx {
  const [xs, ys] = [path.map(([x]) => x), path.map(([, y]) => y)];
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
}

/** A line drawn around records as a clause, closed by itself; null when it encloses nothing that the map shows. */
export function lassoClause(surface: MapSurface, path: readonly Point[]): LassoClause | null {
  const ring = thinned(path).flatMap((point) => {
    const place = placeAt(surface, point);
    return place === null ? [] : [place];
  });
  return ring.length < 3 ? null : { source: MAP_SOURCE, kind: "lasso", ring };
}

/** Corners around a place on the screen, for an outline that is made of places. */
export function cornersAround(surface: MapSurface, [x, y]: Point): readonly Point[] {
  return Array.from({ length: TURNS }, (_, turn) => {
    const angle = (turn / TURNS) * 2 * Math.PI;
    return placeAt(surface, [x + AROUND_PX * Math.cos(angle), y + AROUND_PX * Math.sin(angle)]);
  }).filter((place): place is Point => place !== null);
}

/** The convex outline of places as a clause; null for fewer than three. */
export function outlineClause(places: readonly Point[]): LassoClause | null {
  const ring = hull(places);
  return ring.length < 3 ? null : { source: MAP_SOURCE, kind: "lasso", ring };
}

/** Andrew's monotone chain. */
function hull(points: readonly Point[]): readonly Point[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return [...chain(sorted), ...chain(sorted.reverse())];
}

function chain(sorted: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of sorted) {
    while (kept.length > 1 && !turnsLeft(kept.at(-2) as Point, kept.at(-1) as Point, point)) kept.pop();
    kept.push(point);
  }
  return kept.slice(0, -1);
}

function turnsLeft(a: Point, b: Point, c: Point): boolean {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) > 0;
}

/** The outline in force in pixels; null where a part of it is behind the globe. */
export function lassoOnScreen({ ring }: LassoClause, surface: MapSurface): readonly Point[] | null {
  const { project } = surface.viewport();
  const { lon: center } = surface.camera;
  const first = ring[0]?.[0] ?? center;
  const shift = turnToward(center, first);
  const points = ring.map(([lon, lat]) => project(lon + shift, lat));
  return points.every((point) => point !== null) ? (points as readonly Point[]) : null;
}
