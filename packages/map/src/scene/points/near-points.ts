import { type CellBounds, type Columns, distanceM } from "@whenwhere/store";
import { circleBounds, HALF_ROUND_M, mortonHalf } from "@whenwhere/store/places";
import { CURVE_BITS, curveX, curveY, type SpotCurve } from "../spots/spot-order.ts";

/** A point near a place, and how far it is. */
export interface NearPoint {
  readonly row: number;
  readonly distanceM: number;
}

/** How far and how many, and of which rows. */
export interface NearAsked {
  readonly radiusM: number;
  readonly count: number;
  readonly isWanted: (row: number) => boolean;
}

/** Rows by place; `columns` says where each stands. */
export interface PointPlaces {
  readonly columns: Pick<Columns, "lon" | "lat">;
  readonly length: number;
  /** Calls back for the rows that a box may hold, and for others near it; `east` may run past 180. */
  visit(box: CellBounds, callback: (row: number) => void): void;
}

/**
 * The wanted rows nearest to a place, nearest first, equally near ones by row; on the sphere, across the antimeridian. The
 * answer does not depend on how the places are kept.
 */
export function nearPoints(
  places: PointPlaces,
  { lon, lat }: { readonly lon: number; readonly lat: number },
  { radiusM, count, isWanted }: NearAsked,
): readonly NearPoint[] {
  const { columns, length } = places;
  const at = { lon, lat };
  // A circle that holds about twice as many as are wanted where rows lie evenly; it grows until it has enough.
  const share = Math.min(1, (2 * count) / Math.max(1, length));
  let reachM = Math.min(radiusM, Math.max(1_000, HALF_ROUND_M * Math.sqrt(share) * 0.1));
  let innerM = -1;
  const near: NearPoint[] = [];
  for (;;) {
    places.visit(circleBounds(lon, lat, reachM), (row) => {
      const metres = distanceM(at, { lon: columns.lon.at(row), lat: columns.lat.at(row) });
      // What the last circle held has been asked.
      if (metres > innerM && metres <= reachM && isWanted(row)) near.push({ row, distanceM: metres });
    });
    if (near.length >= count || reachM >= Math.min(radiusM, HALF_ROUND_M)) break;
    innerM = reachM;
    reachM = Math.min(radiusM, reachM * 4);
  }
  near.sort((a, b) => a.distanceM - b.distanceM || a.row - b.row);
  return near.slice(0, count);
}

/** Every row is looked at: as long as there is no order, and the slow twin of {@link curvePlaces}. */
export function listedPlaces(columns: Pick<Columns, "lon" | "lat">, lists: readonly Uint32Array[]): PointPlaces {
  const { lon, lat } = columns;
  return {
    columns,
    length: lists.reduce((sum, { length }) => sum + length, 0),
    visit({ west, east, south, north }, callback) {
      const width = east - west;
      for (const rows of lists) {
        for (let i = 0; i < rows.length; i++) {
          const row = rows[i] as number;
          const y = lat.at(row);
          if (y < south || y > north) continue;
          const turned = (lon.at(row) - west) % 360;
          if ((turned < 0 ? turned + 360 : turned) <= width) callback(row);
        }
      }
    },
  };
}

/** Squares with fewer rows than this are not divided further. */
const FEW = 48;

/** By an order along the curve: what lies in a box is some runs of it. */
export function curvePlaces(columns: Pick<Columns, "lon" | "lat">, { keys, rows }: SpotCurve): PointPlaces {
  return {
    columns,
    length: rows.length,
    visit({ west, east, south, north }, callback) {
      const [x0, x1] = [curveX(west) - 1, curveX(east) + 1];
      const isRound = east - west >= ROUND_DEGREES;
      const box = { x0, x1, y0: curveY(north) - 1, y1: curveY(south) + 1, isRound };
      const found = ({ from, to }: Square) => {
        for (let i = from; i < to; i++) callback(rows[i] as number);
      };
      visitSquare(keys, { box, found }, { from: 0, to: keys.length, key: 0, bits: 0 });
    },
  };
}

/** Boxes wider than this are as wide as the world. */
const ROUND_DEGREES = 359.9;

/** Entries of a square of the world of 2^bits by 2^bits, whose first key is `key`. */
interface Square {
  readonly from: number;
  readonly to: number;
  readonly key: number;
  readonly bits: number;
}

/** Steps of the curve, both edges included; where `x0` is beyond `x1` it comes round the antimeridian. */
interface StepBox {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
  readonly isRound: boolean;
}

interface SquareVisit {
  readonly box: StepBox;
  readonly found: (square: Square) => void;
}

function visitSquare(keys: Uint32Array, visit: SquareVisit, square: Square): void {
  const { from, to, key, bits } = square;
  const { box, found } = visit;
  if (from === to) return;
  const size = 2 ** (CURVE_BITS - bits);
  const [x, y] = [mortonHalf(key), mortonHalf(key >>> 1)];
  const [right, bottom] = [x + size - 1, y + size - 1];
  if (y > box.y1 || bottom < box.y0 || !meets(box, x, right)) return;
  const isInside = y >= box.y0 && bottom <= box.y1 && holds(box, x, right);
  if (isInside || to - from <= FEW || bits === CURVE_BITS) {
    found(square);
    return;
  }
  const quarter = (size * size) / 4;
  let first = from;
  for (let part = 0; part < 4; part++) {
    const end = part === 3 ? to : lowerBound(keys, key + (part + 1) * quarter, { from: first, to });
    visitSquare(keys, visit, { from: first, to: end, key: key + part * quarter, bits: bits + 1 });
    first = end;
  }
}

function meets({ x0, x1, isRound }: StepBox, left: number, right: number): boolean {
  if (isRound) return true;
  return x0 <= x1 ? left <= x1 && right >= x0 : left <= x1 || right >= x0;
}

function holds({ x0, x1, isRound }: StepBox, left: number, right: number): boolean {
  if (isRound) return true;
  return x0 <= x1 ? left >= x0 && right <= x1 : right <= x1 || left >= x0;
}

/** The first entry whose key is not below. */
function lowerBound(
  keys: Uint32Array,
  key: number,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] as number) >= key) high = middle;
    else low = middle + 1;
  }
  return low;
}
