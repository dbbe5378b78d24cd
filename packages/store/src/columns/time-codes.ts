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

/** Core bounds of rows whose core is a part of their outer span; {@link NO_CODE} for all others. */
export interface CoreCodes {
  readonly start: Uint32Array;
  readonly end: Uint32Array;
}

/**
 * Every bound of every row as a code into the distinct instants of the data. The order of the codes is the order of the
 * instants, so that comparing codes is exact for any year, to the millisecond, in half the bytes of the instants.
 * Undated rows have {@link NO_CODE} on both sides.
 */
export interface TimeCodes {
  /** Distinct and rising; -Infinity first and Infinity last, where a row is open. */
  readonly instantsMs: Float64Array;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** Null when no row has a core of its own. */
  readonly core: CoreCodes | null;
  /** Bits of {@link TIME_TRAITS}. */
  readonly traits: Uint8Array;
  /** Rows by each bound; the core's list only rows where it is not the outer bound. */
  readonly orders: readonly BoundOrder[];
}

/** Rows by rising code of one of their bounds. */
export interface BoundOrder {
  readonly codes: Uint32Array;
  readonly rows: Uint32Array;
}

/** Cost: a sort of the rows by their outer end, and of the rows with a core of their own by its two bounds. */
export function timeCodesOf(columns: Columns, timeOrder: Uint32Array): TimeCodes {
  const { outerStartMs, outerEndMs, coreStartMs, coreEndMs } = columns;
  const traits = traitsOf(columns);
  const hasOwnCore = traits.some((bits) => (bits & TIME_TRAITS.ownCore) !== 0);
  const byStart = timeOrder.subarray(0, datedCount(outerStartMs, timeOrder));
  const byEnd = sortedRows(outerEndMs);
  const differs = (core: Float64Array, outer: Float64Array) => (row: number) => core[row] !== outer[row];
  const byCoreStart = hasOwnCore ? sortedRows(coreStartMs, differs(coreStartMs, outerStartMs)) : new Uint32Array(0);
  const byCoreEnd = hasOwnCore ? sortedRows(coreEndMs, differs(coreEndMs, outerEndMs)) : new Uint32Array(0);
  const instantsMs = [
    distinct(outerStartMs, byStart),
    distinct(outerEndMs, byEnd),
    distinct(coreStartMs, byCoreStart),
    distinct(coreEndMs, byCoreEnd),
  ].reduce(merged);
  const start = coded(outerStartMs, byStart, instantsMs);
  const end = coded(outerEndMs, byEnd, instantsMs);
  const outerOrders = [
    { codes: start, rows: byStart },
    { codes: end, rows: byEnd },
  ];
  if (!hasOwnCore) return { instantsMs, start, end, core: null, traits, orders: outerOrders };
  const core = {
    start: coded(coreStartMs, byCoreStart, instantsMs),
    end: coded(coreEndMs, byCoreEnd, instantsMs),
  };
  fillShared(core, { start, end }, traits);
  const coreOrders = [
    { codes: core.start, rows: byCoreStart },
    { codes: core.end, rows: byCoreEnd },
  ];
  return { instantsMs, start, end, core, traits, orders: [...outerOrders, ...coreOrders] };
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

function distinct(keys: Float64Array, order: Uint32Array): Float64Array {
  let count = 0;
  for (let i = 0; i < order.length; i++) if (isNew(keys, order, i)) count++;
  const found = new Float64Array(count);
  for (let i = 0, at = 0; i < order.length; i++) {
    if (isNew(keys, order, i)) found[at++] = keys[order[i] as number] as number;
  }
  return found;
}

function isNew(keys: Float64Array, order: Uint32Array, i: number): boolean {
  return i === 0 || keys[order[i] as number] !== keys[order[i - 1] as number];
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

function coded(keys: Float64Array, order: Uint32Array, instantsMs: Float64Array): Uint32Array {
  const codes = new Uint32Array(keys.length).fill(NO_CODE);
  let code = 0;
  for (let i = 0; i < order.length; i++) {
    const row = order[i] as number;
    const ms = keys[row] as number;
    while ((instantsMs[code] as number) < ms) code++;
    codes[row] = code;
  }
  return codes;
}

/** A core that shares one bound with its outer span is in one of the core's orders only: the other bound is copied. */
function fillShared(core: CoreCodes, outer: CoreCodes, traits: Uint8Array): void {
  for (let row = 0; row < traits.length; row++) {
    if (((traits[row] as number) & TIME_TRAITS.ownCore) === 0) continue;
    if (core.start[row] === NO_CODE) core.start[row] = outer.start[row] as number;
    if (core.end[row] === NO_CODE) core.end[row] = outer.end[row] as number;
  }
}
