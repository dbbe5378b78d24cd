import { WhenWhereError } from "@whenwhere/model";
import KDBush from "kdbush";
import { isInRing } from "../filter/lasso-test.ts";
import { circleBounds, degreesEast, HAIR_DEGREES, HALF_ROUND_M } from "../filter/place-circle.ts";
import type { CellBounds, Columns, Store } from "../types.ts";
import { distanceM } from "./distance.ts";
import { wrapped } from "./wrapped.ts";

/** A row near a place, and how far it is. */
export interface NearRow {
  readonly row: number;
  readonly distanceM: number;
}

/** How far, how many; at least one of both. */
export interface NearOptions {
  readonly radiusM?: number;
  readonly count?: number;
}

/**
 * Rows by the point of their place, whatever its radius; rows without coordinates are never found. All rows are asked, shown
 * or hidden: look at `store.passing()` for those that pass.
 */
export interface PlaceIndex {
  /** Nearest first, equally near ones by row; on the sphere, across the antimeridian and the poles. */
  near(lon: number, lat: number, options: NearOptions): readonly NearRow[];
  /** Rising rows of a box, edges included; `east < west` runs across the antimeridian, 360 degrees are the whole round. */
  inBox(box: CellBounds): Uint32Array;
  /** Rising rows inside a ring in degrees, even-odd, closed by itself; its longitudes may run past 180. */
  inLasso(ring: readonly (readonly [lon: number, lat: number])[]): Uint32Array;
}

/**
 * The place index of a store. It is built at the first question (a quarter of a second for a million rows, 24 bytes a row), and anew at the
 * first question after the data changed; keep what this returns. A question then costs what it finds, and little more.
 * Throws {@link WhenWhereError} `store/place` for coordinates or limits that are no numbers.
 */
export function placeIndexOf(store: Pick<Store, "columns">): PlaceIndex {
  let points: Points | null = null;
  const current = (): Points => {
    if (points?.columns !== store.columns) points = pointsOf(store.columns);
    return points;
  };
  return {
    near(lon, lat, options) {
      const { radiusM = Number.POSITIVE_INFINITY, count = Number.POSITIVE_INFINITY } = options;
      check({ lon, lat }, options);
      return nearest(current(), { lon, lat }, { radiusM, count });
    },
    inBox: (box) => {
      check({ ...box }, { count: 0 });
      const { west, east } = box;
      const isRound = east - west >= 360;
      const width = degreesEast(west, east);
      return current().inside(box, (row, { lon }) => isRound || degreesEast(west, lon.at(row)) <= width);
    },
    inLasso: (ring) => {
      const { points: some, box } = hullOf(ring);
      if (some === 0) return new Uint32Array(0);
      return current().inside(box, (row, { lon, lat }) => {
        const [x, y] = [lon.at(row), lat.at(row)];
        return [x - 360, x, x + 360].some((turn) => isInRing(ring, turn, y));
      });
    },
  };
}

type RowCheck = (row: number, columns: Columns) => boolean;

interface Points {
  readonly columns: Columns;
  readonly length: number;
  /** Rising rows of a box that pass an exact check; the box itself may be a hair too wide. */
  inside(box: CellBounds, check: RowCheck): Uint32Array;
}

function pointsOf(columns: Columns): Points {
  const { lon, lat } = columns;
  const rows = Uint32Array.from({ length: columns.length }, (_, row) => row).filter(
    (row) => !Number.isNaN(lon.at(row)),
  );
  const tree = new KDBush(rows.length, 64, Float64Array);
  for (const row of rows) tree.add(wrapped(lon.at(row)), lat.at(row));
  tree.finish();
  return {
    columns,
    length: rows.length,
    inside(box, isIn) {
      const south = box.south;
      const north = box.north;
      const found = lonRanges(box.west, box.east).flatMap(([west, east]) => tree.range(west, south, east, north));
      const kept = found.map((at) => rows[at] as number).filter((row) => isIn(row, columns));
      // Two ranges may touch at the antimeridian.
      return Uint32Array.from(new Set(kept)).sort();
    },
  };
}

/** A range of longitudes as ranges from -180 to 180, and a hair beyond: a wrapped longitude may round to either side. */
function lonRanges(west: number, east: number): readonly (readonly [west: number, east: number])[] {
  if (east - west >= 360) return [[-180 - HAIR_DEGREES, 180 + HAIR_DEGREES]];
  const from = wrapped(west) - HAIR_DEGREES;
  const to = from + degreesEast(west, east) + 2 * HAIR_DEGREES;
  const ranges: [number, number][] = [[from, Math.min(to, 180 + HAIR_DEGREES)]];
  if (to >= 180 - HAIR_DEGREES) ranges.push([-180 - HAIR_DEGREES, to - 360 + HAIR_DEGREES]);
  if (from <= -180) ranges.push([from + 360 - HAIR_DEGREES, 180 + HAIR_DEGREES]);
  return ranges;
}

function nearest(
  points: Points,
  { lon, lat }: { readonly lon: number; readonly lat: number },
  { radiusM, count }: Required<NearOptions>,
): readonly NearRow[] {
  if (points.length === 0 || count < 1) return [];
  const { columns } = points;
  // A circle that holds about twice as many as are wanted where rows lie evenly; it grows until it has enough.
  const share = Math.min(1, (2 * count) / points.length);
  let reachM = Math.min(radiusM, Math.max(1_000, HALF_ROUND_M * Math.sqrt(share) * 0.1));
  for (;;) {
    const near: NearRow[] = [];
    for (const row of points.inside(circleBounds(lon, lat, reachM), () => true)) {
      const metres = distanceM({ lon, lat }, { lon: columns.lon.at(row), lat: columns.lat.at(row) });
      if (metres <= reachM) near.push({ row, distanceM: metres });
    }
    if (near.length >= count || reachM >= Math.min(radiusM, HALF_ROUND_M)) {
      near.sort((a, b) => a.distanceM - b.distanceM || a.row - b.row);
      return near.slice(0, count);
    }
    reachM = Math.min(radiusM, reachM * 4);
  }
}

function hullOf(ring: readonly (readonly [number, number])[]): { readonly points: number; readonly box: CellBounds } {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const [x, y] of ring) {
    check({ lon: x, lat: y }, { count: 0 });
    box.west = Math.min(box.west, x);
    box.east = Math.max(box.east, x);
    box.south = Math.min(box.south, y);
    box.north = Math.max(box.north, y);
  }
  return { points: ring.length, box };
}

function check(degrees: Readonly<Record<string, number>>, { radiusM, count }: NearOptions): void {
  const isPlace = Object.values(degrees).every(Number.isFinite);
  const isLimited = radiusM !== undefined || count !== undefined;
  if (isPlace && isLimited && !(Number(radiusM ?? 0) < 0) && !Number.isNaN(radiusM ?? 0) && !Number.isNaN(count ?? 0))
    return;
  throw new WhenWhereError(
    "store/place",
    `Rows near ${JSON.stringify(degrees)} within ${JSON.stringify({ radiusM, count })} cannot be found.`,
    "Give finite degrees, and a radius in metres or a number of rows.",
  );
}
