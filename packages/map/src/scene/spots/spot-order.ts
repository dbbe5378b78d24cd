import { type Steps, stepsOver } from "@whenwhere/model";
import type { Columns } from "@whenwhere/store";
import { mortonKey } from "@whenwhere/store/places";
import { mercatorY } from "../mercator.ts";

/** Rows with a point along a Z-shaped curve: the rows of a cell of any zoom are one run of them. */
export interface SpotOrder {
  /** Rising places on the curve, and the rows that stand there; equal ones in the order of their lists. */
  readonly keys: Uint32Array;
  readonly rows: Uint32Array;
  /** Place of each entry in the Mercator square, 0 to 1: to about two metres. */
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/** The curve has 2^16 steps on a side: cells of 32 px at zoom 12. */
export const CURVE_BITS = 16;
const SIDE = 2 ** CURVE_BITS;

/** Places of rows with a point, list after list: what an order is made of, and what needs none. */
export interface SpotPlaces {
  /** As in {@link SpotOrder}, in the order of the lists. */
  readonly keys: Uint32Array;
  readonly rows: Uint32Array;
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Entries of list i are `starts[i]` up to `starts[i + 1]`. */
  readonly starts: readonly number[];
}

/** One pass over the rows. */
export function* spotPlaces(
  { lon, lat }: Pick<Columns, "lon" | "lat">,
  lists: readonly ArrayLike<number>[],
): Steps<SpotPlaces> {
  const { rows, starts } = joined(lists);
  const { length } = rows;
  const keys = new Uint32Array(length);
  const [xs, ys] = [new Float32Array(length), new Float32Array(length)];
  yield* stepsOver(length, (i) => {
    const row = rows[i] as number;
    const x = mercatorX(lon.at(row));
    const y = mercatorY(lat.at(row));
    xs[i] = x;
    ys[i] = y;
    keys[i] = mortonKey(step(x), step(y));
  });
  return { keys, rows, x: xs, y: ys, starts };
}

/** One pass over the rows and one sort by key. */
export function* spotOrder(
  columns: Pick<Columns, "lon" | "lat">,
  lists: readonly ArrayLike<number>[],
): Steps<SpotOrder> {
  return yield* sortedSpots(yield* spotPlaces(columns, lists));
}

/** The same of places that are at hand. */
export function* sortedSpots({ keys, rows, x, y }: SpotPlaces): Steps<SpotOrder> {
  const { length } = rows;
  const sorted = yield* sortedKeys(keys);
  const order = {
    keys: sorted.keys,
    rows: new Uint32Array(length),
    x: new Float32Array(length),
    y: new Float32Array(length),
  };
  yield* stepsOver(length, (i) => {
    const at = sorted.entries[i] as number;
    order.rows[i] = rows[at] as number;
    order.x[i] = x[at] as number;
    order.y[i] = y[at] as number;
  });
  return order;
}

/** What an order finds rows by, without their places: eight bytes a row. */
export type SpotCurve = Pick<SpotOrder, "keys" | "rows">;

/** Rows along the curve. */
export function* spotCurve({ lon, lat }: Pick<Columns, "lon" | "lat">, rows: Uint32Array): Steps<SpotCurve> {
  const keys = new Uint32Array(rows.length);
  yield* stepsOver(rows.length, (i) => {
    const row = rows[i] as number;
    keys[i] = mortonKey(curveX(lon.at(row)), curveY(lat.at(row)));
  });
  const sorted = yield* sortedKeys(keys);
  // The entries become the rows that stood there.
  const { entries } = sorted;
  yield* stepsOver(entries.length, (i) => {
    entries[i] = rows[entries[i] as number] as number;
  });
  return { keys: sorted.keys, rows: entries };
}

/** The order without some of its rows; `length` is the number of all rows. */
export function* without(order: SpotOrder, lists: readonly (readonly number[])[], length: number): Steps<SpotOrder> {
  const left = lists.reduce((sum, rows) => sum + rows.length, 0);
  if (left === 0) return order;
  const out = new Uint8Array(length);
  for (const rows of lists) for (const row of rows) out[row] = 1;
  const kept = order.rows.length - left;
  const { keys, rows, x, y } = order;
  const rest = {
    keys: new Uint32Array(kept),
    rows: new Uint32Array(kept),
    x: new Float32Array(kept),
    y: new Float32Array(kept),
  };
  let at = 0;
  yield* stepsOver(rows.length, (i) => {
    if (out[rows[i] as number] === 1) return;
    rest.keys[at] = keys[i] as number;
    rest.rows[at] = rows[i] as number;
    rest.x[at] = x[i] as number;
    rest.y[at] = y[i] as number;
    at++;
  });
  return rest;
}

function joined(lists: readonly ArrayLike<number>[]): Pick<SpotPlaces, "rows" | "starts"> {
  const starts = [0];
  for (const [i, { length }] of lists.entries()) starts.push((starts[i] as number) + length);
  const rows = new Uint32Array(starts[lists.length] as number);
  for (const [i, list] of lists.entries()) rows.set(list, starts[i]);
  return { rows, starts };
}

/** Keys in rising order, and the places they had. */
export interface SortedKeys {
  readonly keys: Uint32Array;
  readonly entries: Uint32Array;
}

/** Sorts whole numbers of 32 bits; equal ones keep their order. Two passes of 16 bits, which take the keys along. */
export function* sortedKeys(given: Uint32Array): Steps<SortedKeys> {
  const { length } = given;
  const first = { keys: new Uint32Array(length), entries: new Uint32Array(length) };
  let starts = yield* digitStarts(given, 0);
  yield* stepsOver(length, (i) => {
    const key = given[i] as number;
    const digit = key & (SIDE - 1);
    const at = starts[digit] as number;
    starts[digit] = at + 1;
    first.keys[at] = key;
    first.entries[at] = i;
  });
  const last = { keys: new Uint32Array(length), entries: new Uint32Array(length) };
  starts = yield* digitStarts(given, 16);
  yield* stepsOver(length, (i) => {
    const key = first.keys[i] as number;
    const digit = key >>> 16;
    const at = starts[digit] as number;
    starts[digit] = at + 1;
    last.keys[at] = key;
    last.entries[at] = first.entries[i] as number;
  });
  return last;
}

/** Where the keys of each digit begin. */
function* digitStarts(keys: Uint32Array, shift: 0 | 16): Steps<Uint32Array> {
  const starts = new Uint32Array(SIDE + 1);
  yield* stepsOver(keys.length, (i) => {
    const digit = ((keys[i] as number) >>> shift) & (SIDE - 1);
    starts[digit + 1] = (starts[digit + 1] as number) + 1;
  });
  for (let digit = 0; digit < SIDE; digit++) {
    starts[digit + 1] = (starts[digit + 1] as number) + (starts[digit] as number);
  }
  return starts;
}

/** Step of the curve that a longitude lies in. */
export const curveX = (lon: number): number => step(mercatorX(lon));

/** The same of a latitude, from the north. */
export const curveY = (lat: number): number => step(mercatorY(lat));

const step = (share: number): number => Math.max(0, Math.min(SIDE - 1, Math.floor(share * SIDE)));

/** Nearly all longitudes are in range, and a remainder a row costs more than all the rest of it. */
const mercatorX = (lon: number): number =>
  lon >= -180 && lon < 180 ? (lon + 180) / 360 : ((((lon + 180) % 360) + 360) % 360) / 360;
