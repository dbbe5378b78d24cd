import type { Columns } from "../types.ts";
import { DATE_BITS } from "../types.ts";
import { sortedRows } from "./sort-rows.ts";

/** Code of a bound that is not there. Greater than every code of an instant. */
export const NO_CODE = 0xffffffff;

/** Bits of {@link TimeCodes.traits}. */
export const TIME_TRAITS = {
  /** The core is the whole outer span: whatever overlaps the row overlaps its core. */
  coreIsOuter: 1,
  /** The core is a part of the outer span: `core` holds its bounds. */
  ownCore: 2,
  /** The date is not marked uncertain (`?`): a window around the outer span makes the row certain. */
  sure: 4,
} as const;

/**
 * Every bound of every row as a code into the distinct instants of the data. The order of the codes is the order of the
 * instants, so that comparing codes is exact for any year, to the millisecond, in half the bytes of the instants.
 * Undated rows have {@link NO_CODE} on both sides.
 */
export interface TimeCodes {
  /** Distinct and rising; -Infinity first and Infinity last, where a row is open. */
  readonly instantsMs: Float64Array;
  /** Start and end of the outer span of row r at 2 r and 2 r + 1: side by side, for they are read together. */
  readonly outer: Uint32Array;
  /** The same of cores that are a part of the outer span, {@link NO_CODE} for all others; null when there is none. */
  readonly core: Uint32Array | null;
  /** Bits of {@link TIME_TRAITS}. */
  readonly traits: Uint8Array;
  /** Rows by each bound; the core's list only rows where it is not the outer bound. */
  readonly orders: readonly BoundOrder[];
}

/** Rows by rising code of one of their bounds, which is `codes[2 * row + side]`. */
export interface BoundOrder {
  readonly codes: Uint32Array;
  readonly side: 0 | 1;
  readonly rows: Uint32Array;
}

/** Cost: a sort of the rows by their outer end, and of the rows with a core of their own by its two bounds. */
export function timeCodesOf(columns: Columns, timeOrder: Uint32Array): TimeCodes {
  const { outerStartMs, outerEndMs, coreStartMs, coreEndMs } = columns;
  const traits = traitsOf(columns);
  const outerOrders = [
    { keys: outerStartMs, side: 0, rows: timeOrder.subarray(0, datedCount(outerStartMs, timeOrder)) },
    { keys: outerEndMs, side: 1, rows: sortedRows(outerEndMs) },
  ] as const;
  const hasOwnCore = traits.some((bits) => (bits & TIME_TRAITS.ownCore) !== 0);
  const ownRows = (core: Float64Array, outer: Float64Array): Uint32Array =>
    hasOwnCore ? sortedRows(core, (row) => core[row] !== outer[row]) : new Uint32Array(0);
  const coreOrders = [
    { keys: coreStartMs, side: 0, rows: ownRows(coreStartMs, outerStartMs) },
    { keys: coreEndMs, side: 1, rows: ownRows(coreEndMs, outerEndMs) },
  ] as const;
  const instantsMs = [...outerOrders, ...coreOrders].map(distinctKeys).reduce(merged);
  const outer = new Uint32Array(2 * columns.length).fill(NO_CODE);
  for (const order of outerOrders) writeCodes(outer, order, instantsMs);
  const orders = outerOrders.map(({ side, rows }) => ({ codes: outer, side, rows }));
  if (!hasOwnCore) return { instantsMs, outer, core: null, traits, orders };
  const core = new Uint32Array(2 * columns.length).fill(NO_CODE);
  for (const order of coreOrders) writeCodes(core, order, instantsMs);
  fillShared(core, outer, traits);
  return {
    instantsMs,
    outer,
    core,
    traits,
    orders: [...orders, ...coreOrders.map(({ side, rows }) => ({ codes: core, side, rows }))],
  };
}

interface KeyOrder {
  readonly keys: Float64Array;
  readonly side: 0 | 1;
  readonly rows: Uint32Array;
}

/** Index of the first instant that is not before the given one. */
export function codeFrom(instantsMs: Float64Array, ms: number): number {
  return firstCode(instantsMs, (instantMs) => instantMs >= ms);
}

/** Index of the first instant that is after the given one. */
export function codeAfter(instantsMs: Float64Array, ms: number): number {
  return firstCode(instantsMs, (instantMs) => instantMs > ms);
}

function firstCode(instantsMs: Float64Array, isReached: (instantMs: number) => boolean): number {
  let low = 0;
  let high = instantsMs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isReached(instantsMs[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function datedCount(outerStartMs: Float64Array, timeOrder: Uint32Array): number {
  let count = timeOrder.length;
  while (count > 0 && Number.isNaN(outerStartMs[timeOrder[count - 1] as number])) count--;
  return count;
}

function traitsOf(columns: Columns): Uint8Array {
  const { outerStartMs, outerEndMs, coreStartMs, coreEndMs, dateBits, length } = columns;
  const traits = new Uint8Array(length);
  for (let row = 0; row < length; row++) {
    const isSure = ((dateBits[row] as number) & DATE_BITS.uncertain) === 0;
    let bits = isSure ? TIME_TRAITS.sure : 0;
    if ((coreStartMs[row] as number) < (coreEndMs[row] as number)) {
      const isOuter = coreStartMs[row] === outerStartMs[row] && coreEndMs[row] === outerEndMs[row];
      bits |= isOuter ? TIME_TRAITS.coreIsOuter : TIME_TRAITS.ownCore;
    }
    traits[row] = bits;
  }
  return traits;
}

function distinctKeys({ keys, rows }: KeyOrder): Float64Array {
  const found = new Float64Array(rows.length);
  let count = 0;
  for (let i = 0; i < rows.length; i++) {
    const ms = keys[rows[i] as number] as number;
    if (count === 0 || ms !== found[count - 1]) found[count++] = ms;
  }
  return found.slice(0, count);
}

function merged(one: Float64Array, other: Float64Array): Float64Array {
  if (other.length === 0) return one;
  const all = new Float64Array(one.length + other.length);
  let count = 0;
  for (let i = 0, j = 0; i < one.length || j < other.length; count++) {
    const a = i < one.length ? (one[i] as number) : Number.NaN;
    const b = j < other.length ? (other[j] as number) : Number.NaN;
    // A list that has run out gives NaN, which is not less than anything.
    const takesOne = j >= other.length || a <= b;
    const takesOther = i >= one.length || b <= a;
    all[count] = takesOne ? a : b;
    if (takesOne) i++;
    if (takesOther) j++;
  }
  return all.slice(0, count);
}

function writeCodes(codes: Uint32Array, { keys, side, rows }: KeyOrder, instantsMs: Float64Array): void {
  let code = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const ms = keys[row] as number;
    while ((instantsMs[code] as number) < ms) code++;
    codes[2 * row + side] = code;
  }
}

/** A core that shares one bound with its outer span is in one of the core's orders only: the other bound is copied. */
function fillShared(core: Uint32Array, outer: Uint32Array, traits: Uint8Array): void {
  for (let row = 0; row < traits.length; row++) {
    if (((traits[row] as number) & TIME_TRAITS.ownCore) === 0) continue;
    for (const at of [2 * row, 2 * row + 1]) if (core[at] === NO_CODE) core[at] = outer[at] as number;
  }
}
