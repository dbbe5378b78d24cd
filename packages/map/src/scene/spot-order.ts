import { type Steps, stepsOver } from "@whenwhere/model";
import type { Columns } from "@whenwhere/store";
import { mercatorShare } from "./region.ts";

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

/** One pass over the rows and one sort by key. */
export function* spotOrder(
  { lon, lat }: Pick<Columns, "lon" | "lat">,
  lists: readonly ArrayLike<number>[],
): Steps<SpotOrder> {
  const spots = joined(lists);
  const { length } = spots;
  const keys = new Uint32Array(length);
  const places = { x: new Float32Array(length), y: new Float32Array(length) };
  yield* stepsOver(length, (i) => {
    const row = spots[i] as number;
    const x = mercatorX(lon.at(row));
    const y = mercatorShare(lat.at(row));
    places.x[i] = x;
    places.y[i] = y;
    keys[i] = (apart(step(x)) | (apart(step(y)) << 1)) >>> 0;
  });
  const order = yield* sortedPlaces(keys);
  const sorted = {
    keys: new Uint32Array(length),
    rows: new Uint32Array(length),
    x: new Float32Array(length),
    y: new Float32Array(length),
  };
  yield* stepsOver(length, (i) => {
    const at = order[i] as number;
    sorted.keys[i] = keys[at] as number;
    sorted.rows[i] = spots[at] as number;
    sorted.x[i] = places.x[at] as number;
    sorted.y[i] = places.y[at] as number;
  });
  return sorted;
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

function joined(lists: readonly ArrayLike<number>[]): Uint32Array {
  const all = new Uint32Array(lists.reduce((sum, list) => sum + list.length, 0));
  let filled = 0;
  for (const list of lists) {
    all.set(list, filled);
    filled += list.length;
  }
  return all;
}

/** Places of the entries in rising order of their keys; equal keys keep their order. Two passes of 16 bits. */
function* sortedPlaces(keys: Uint32Array): Steps<Uint32Array> {
  let from: Uint32Array = new Uint32Array(keys.length);
  for (let i = 0; i < from.length; i++) from[i] = i;
  let to: Uint32Array = new Uint32Array(keys.length);
  for (const shift of [0, 16]) {
    const starts = new Uint32Array(SIDE + 1);
    yield* stepsOver(keys.length, (i) => {
      const digit = ((keys[i] as number) >>> shift) & (SIDE - 1);
      starts[digit + 1] = (starts[digit + 1] as number) + 1;
    });
    for (let digit = 0; digit < SIDE; digit++) {
      starts[digit + 1] = (starts[digit + 1] as number) + (starts[digit] as number);
    }
    const [source, target] = [from, to];
    yield* stepsOver(keys.length, (i) => {
      const entry = source[i] as number;
      const digit = ((keys[entry] as number) >>> shift) & (SIDE - 1);
      target[starts[digit] as number] = entry;
      starts[digit] = (starts[digit] as number) + 1;
    });
    [from, to] = [to, from];
  }
  return from;
}

const step = (share: number): number => Math.max(0, Math.min(SIDE - 1, Math.floor(share * SIDE)));

/** The bits of a number at the even places. */
function apart(value: number): number {
  let key = value;
  key = (key | (key << 8)) & 0x00ff00ff;
  key = (key | (key << 4)) & 0x0f0f0f0f;
  key = (key | (key << 2)) & 0x33333333;
  return (key | (key << 1)) & 0x55555555;
}

/** The even bits of a key: its x; of the key shifted by one, its y. */
export function half(key: number): number {
  let value = key & 0x55555555;
  value = (value | (value >>> 1)) & 0x33333333;
  value = (value | (value >>> 2)) & 0x0f0f0f0f;
  value = (value | (value >>> 4)) & 0x00ff00ff;
  return (value | (value >>> 8)) & 0xffff;
}

const mercatorX = (lon: number): number => ((((lon + 180) % 360) + 360) % 360) / 360;
