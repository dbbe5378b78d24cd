import type { Polygon } from "geojson";
import type { Basemap } from "../basemap/load-basemap.ts";
import { type PartBounds, partBounds } from "../basemap/part-bounds.ts";
import { turnToward } from "../scene/earth.ts";
import { type Box, insideRings, type Point } from "../scene/plane.ts";
import type { MapViewport } from "../scene/types.ts";

type Place = readonly [lon: number, lat: number];
type Ring = readonly (readonly [lon: number, lat: number])[];

/** Where the names of countries stand whose own label point is out of view. */
export interface SeenNames {
  /** The place found before, as long as the zoom is about the same; null where there is none. */
  kept(iso: string, viewport: MapViewport): Place | null;
  /**
   * A place deep inside the part of a country that is seen, where a box of so many pixels stands within its outline; null where
   * none does. It is kept. Costs a look at the outline's points in view, tenths of a millisecond for a large country.
   */
  find(iso: string, viewport: MapViewport, box: NameBox): Place | null;
  /** The name stands at its label point again. */
  forget(iso: string): void;
}

/** Half the width of a name, and how far it reaches above and below its place. */
export interface NameBox {
  readonly halfPx: number;
  readonly topPx: number;
  readonly bottomPx: number;
}

interface Parts {
  readonly polygons: readonly (readonly Ring[])[];
  readonly bounds: PartBounds;
}

/** A zoom by more than this looks for the name's place anew. */
const KEPT_ZOOMS = 0.75;

/** Outlines are gathered when first asked for. `unproject` of a viewport is needed: without it nothing is found. */
export function createSeenNames(basemap: Pick<Basemap, "countries">): SeenNames {
  let known: ReadonlyMap<string, Parts> | null = null;
  let last: { readonly viewport: MapViewport; readonly window: Window | null } | null = null;
  const found = new Map<string, { readonly place: Place; readonly zoom: number }>();
  const windowAt = (viewport: MapViewport) => {
    if (last?.viewport !== viewport) last = { viewport, window: windowOf(viewport) };
    return last.window;
  };
  const missed = new Map<string, Seen>();
  const search = (iso: string, viewport: MapViewport, box: NameBox): Point | null => {
    const window = windowAt(viewport);
    if (window === null) return null;
    known ??= partsByCountry(basemap);
    const parts = known.get(iso);
    const widthDeg = (2 * box.halfPx * 360) / (512 * 2 ** viewport.zoom);
    return parts === undefined ? null : deepest(ringsInView(parts, viewport, { window, widthDeg }), viewport, box);
  };
  return {
    kept(iso, { zoom }) {
      const before = found.get(iso);
      return before !== undefined && Math.abs(before.zoom - zoom) <= KEPT_ZOOMS ? before.place : null;
    },
    find(iso, viewport, box) {
      found.delete(iso);
      const before = missed.get(iso);
      if (before !== undefined && isNear(before, viewport)) return null;
      const at = search(iso, viewport, box);
      if (at === null) missed.set(iso, { center: viewport.center, zoom: viewport.zoom });
      else missed.delete(iso);
      const place = at === null ? null : (viewport.unproject?.(at[0], at[1]) ?? null);
      if (place !== null) found.set(iso, { place, zoom: viewport.zoom });
      return place;
    },
    forget: (iso) => void found.delete(iso),
  };
}

interface Seen {
  readonly center: MapViewport["center"];
  readonly zoom: number;
}

/** A camera that has moved by fewer pixels sees nothing new. */
const MISSED_PX = 32;

function isNear(before: Seen, { center, zoom }: MapViewport): boolean {
  if (before.zoom !== zoom || before.center === undefined || center === undefined) return false;
  const [dLon, dLat] = [center[0] - before.center[0], center[1] - before.center[1]];
  return (Math.hypot(dLon + turnToward(0, dLon), dLat) * 512 * 2 ** zoom) / 360 < MISSED_PX;
}

function partsByCountry({ countries }: Pick<Basemap, "countries">): ReadonlyMap<string, Parts> {
  const polygons = new Map<string, Polygon["coordinates"][]>();
  for (const { properties, geometry } of countries.features) {
    if (properties.iso === null) continue;
    const own = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    polygons.set(properties.iso, [...(polygons.get(properties.iso) ?? []), ...own]);
  }
  return new Map(
    [...polygons].map(([iso, parts]) => [
      iso,
      {
        polygons: parts as unknown as Parts["polygons"],
        bounds: partBounds({ type: "MultiPolygon", coordinates: parts }),
      },
    ]),
  );
}

/** Rings of the parts that meet the view, on the copy of the world that is nearest to it. */
function ringsInView({ polygons, bounds }: Parts, viewport: MapViewport, room: Room): Point[][] {
  return polygons.flatMap((polygon, part) => {
    const turn = turnInto(room, bounds, part);
    if (turn === null) return [];
    return polygon.map((ring) => projected(ring, viewport, turn)).filter(({ length }) => length > 2);
  });
}

/** What is seen, in degrees; longitudes are those of the middle's own copy of the world, and may run past 180. */
interface Window {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Sides of the grid of pixels that bounds the view: curved ground reaches further in the middle of a side. */
const SAMPLES = 4;

/** Null where the view holds half of the world or more, or reaches beyond it: there every country has its own place. */
function windowOf({ widthPx, heightPx, center, unproject }: MapViewport): Window | null {
  if (center === undefined || unproject === undefined) return null;
  let [west, south, east, north] = [0, 90, 0, -90];
  for (let i = 0; i <= SAMPLES; i++) {
    for (let j = 0; j <= SAMPLES; j++) {
      const place = unproject((i * widthPx) / SAMPLES, (j * heightPx) / SAMPLES);
      if (place === null) return null;
      const away = place[0] - center[0] + turnToward(center[0], place[0]);
      // What lies left of the middle and is found east of it lies on the far side of a whole world.
      if (away * (i - SAMPLES / 2) < -1e-6) return null;
      [west, east] = [Math.min(west, away), Math.max(east, away)];
      [south, north] = [Math.min(south, place[1]), Math.max(north, place[1])];
    }
  }
  return east - west >= 180 ? null : { west: center[0] + west, south, east: center[0] + east, north };
}

/** The window, and the degrees of longitude that a name takes at least. */
interface Room {
  readonly window: Window;
  readonly widthDeg: number;
}

/** By how many degrees a part is turned so that it meets the window with room for a name; null where it does not. */
function turnInto({ window, widthDeg }: Room, bounds: PartBounds, part: number): number | null {
  const [west, east] = [bounds[4 * part] as number, bounds[4 * part + 2] as number];
  if ((bounds[4 * part + 1] as number) > window.north || (bounds[4 * part + 3] as number) < window.south) return null;
  for (let turn = -360; turn <= 360; turn += 360) {
    if (Math.min(window.east, east + turn) - Math.max(window.west, west + turn) >= widthDeg) return turn;
  }
  return null;
}

/** Points nearer than two pixels say nothing to a name. */
function projected(ring: Ring, viewport: MapViewport, turn: number): Point[] {
  const out: Point[] = [];
  let last: Point | null = null;
  for (const [lon, lat] of ring) {
    const at = viewport.project(lon + turn, lat);
    if (at === null || (last !== null && Math.abs(at[0] - last[0]) + Math.abs(at[1] - last[1]) < 2)) continue;
    out.push(at);
    last = at;
  }
  return out;
}

const COLUMNS = 28;
const ROWS = 18;
/** So many cells from the border is far enough: then the middle of the view counts. */
const DEEP_CELLS = 4;
/** Places that are tried before a name is left out. */
const TRIES = 8;

/** The place of a coarse grid that lies deepest inside rings and where the box fits, the nearer to the middle of the view the better. */
function deepest(rings: readonly Point[][], { widthPx, heightPx }: MapViewport, box: NameBox): Point | null {
  const room: Box = [box.halfPx + 2, box.topPx + 2, widthPx - box.halfPx - 2, heightPx - box.bottomPx - 2];
  if (rings.length === 0 || room[2] <= room[0] || room[3] <= room[1]) return null;
  const [dx, dy] = [(room[2] - room[0]) / (COLUMNS - 1), (room[3] - room[1]) / (ROWS - 1)];
  const depths = depthsOf(cellsInside(rings, { room, dx, dy }));
  const candidates: { readonly at: Point; readonly score: number }[] = [];
  for (const [cell, depth] of depths.entries()) {
    if (depth === 0) continue;
    const [column, row] = [cell % COLUMNS, Math.floor(cell / COLUMNS)];
    const away = Math.hypot(column / (COLUMNS - 1) - 0.5, row / (ROWS - 1) - 0.5);
    const at: Point = [room[0] + column * dx, room[1] + row * dy];
    candidates.push({ at, score: Math.min(depth, DEEP_CELLS) - 1.5 * away });
  }
  candidates.sort((a, b) => b.score - a.score);
  return candidates.slice(0, TRIES).find(({ at }) => fits(rings, at, box))?.at ?? null;
}

/** 1 where a node of the grid lies in the rings. Crossings are counted row by row, so that each edge is looked at once. */
function cellsInside(
  rings: readonly Point[][],
  { room, dx, dy }: { readonly room: Box; readonly dx: number; readonly dy: number },
): Uint8Array {
  const crossings: number[][] = Array.from({ length: ROWS }, () => []);
  for (const ring of rings) {
    let [x0, y0] = ring[ring.length - 1] as Point;
    for (const [x1, y1] of ring) {
      const first = Math.max(0, Math.ceil((Math.min(y0, y1) - room[1]) / dy));
      const last = Math.min(ROWS - 1, Math.ceil((Math.max(y0, y1) - room[1]) / dy) - 1);
      for (let row = first; row <= last; row++) {
        crossings[row]?.push(x0 + ((room[1] + row * dy - y0) * (x1 - x0)) / (y1 - y0));
      }
      [x0, y0] = [x1, y1];
    }
  }
  const cells = new Uint8Array(COLUMNS * ROWS);
  for (const [row, xs] of crossings.entries()) {
    xs.sort((a, b) => a - b);
    let passed = 0;
    for (let column = 0; column < COLUMNS; column++) {
      while (passed < xs.length && (xs[passed] as number) <= room[0] + column * dx) passed++;
      cells[row * COLUMNS + column] = passed % 2;
    }
  }
  return cells;
}

/** How many cells each lies from the nearest one outside, at most `DEEP_CELLS`; what is beyond the grid is no border. */
function depthsOf(inside: Uint8Array): Uint8Array {
  const depths = inside.map((own) => own * DEEP_CELLS);
  for (let pass = 1; pass < DEEP_CELLS; pass++) {
    for (let cell = 0; cell < depths.length; cell++) {
      const column = cell % COLUMNS;
      const own = depths[cell] as number;
      const side = Math.min(
        column > 0 ? (depths[cell - 1] as number) : own,
        column < COLUMNS - 1 ? (depths[cell + 1] as number) : own,
        depths[cell - COLUMNS] ?? own,
        depths[cell + COLUMNS] ?? own,
      );
      if (own > side + 1) depths[cell] = side + 1;
    }
  }
  return depths;
}

/** Its corners and the middles of its sides lie inside: a name does not reach over a border. */
function fits(rings: readonly Point[][], [x, y]: Point, { halfPx, topPx, bottomPx }: NameBox): boolean {
  return [-halfPx, 0, halfPx].every((across) =>
    [-topPx, bottomPx].every((down) => insideRings(rings, x + across, y + down)),
  );
}
