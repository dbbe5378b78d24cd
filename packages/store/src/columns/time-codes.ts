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
 * Rows are named by their rank in time order: what a moving window touches lies side by side, however the data came.
 * Undated rows have {@link NO_CODE} on both sides.
 */
export interface TimeCodes {
  /** Distinct and rising; -Infinity first and Infinity last, where a row is open. */
  readonly instantsMs: Float64Array;
  /** Start and end of the outer span of rank r at 2 r and 2 r + 1: they are read together. */
  readonly outer: Uint32Array;
  /** The same of cores that are a part of the outer span, {@link NO_CODE} for all others; null when there is none. */
  readonly core: Uint32Array | null;
  /** Bits of {@link TIME_TRAITS}. */
  readonly traits: Uint8Array;
  /** Dated rows: ranks below this. */
  readonly datedCount: number;
  /** Ranks by outer end; by the bounds of cores, where these are not the outer bounds. Ranks rise with the outer start. */
  readonly orders: readonly BoundOrder[];
}

/** Ranks by rising code of one of their bounds, which is `codes[2 * rank + side]`. */
export interface BoundOrder {
  readonly codes: Uint32Array;
  readonly side: 0 | 1;
  readonly ranks: Uint32Array;
}

/** Cost: a sort of the rows by their outer end, and of the rows with a core of their own by its two bounds. */
export function timeCodesOf(columns: Columns, timeOrder: Uint32Array): TimeCodes {
  const { length } = timeOrder;
  const ranked = (keys: Float64Array): Float64Array => {
    const byRank = new Float64Array(length);
    for (let rank = 0; rank < length; rank++) byRank[rank] = keys[timeOrder[rank] as number] as number;
    return byRank;
  };
  const starts = ranked(columns.outerStartMs);
  const ends = ranked(columns.outerEndMs);
  const cores = { starts: ranked(columns.coreStartMs), ends: ranked(columns.coreEndMs) };
  const traits = new Uint8Array(length);
  for (let rank = 0; rank < length; rank++) {
    const isSure = ((columns.dateBits[timeOrder[rank] as number] as number) & DATE_BITS.uncertain) === 0;
    const isOuter = cores.starts[rank] === starts[rank] && cores.ends[rank] === ends[rank];
    const hasCore = (cores.starts[rank] as number) < (cores.ends[rank] as number);
    const core = hasCore ? (isOuter ? TIME_TRAITS.coreIsOuter : TIME_TRAITS.ownCore) : 0;
    traits[rank] = core | (isSure ? TIME_TRAITS.sure : 0);
  }
  const outerOrders = [
    { keys: starts, side: 0, ranks: sortedRows(starts) },
    { keys: ends, side: 1, ranks: sortedRows(ends) },
  ] as const;
  const hasOwnCore = traits.some((bits) => (bits & TIME_TRAITS.ownCore) !== 0);
  const ownRanks = (core: Float64Array, outer: Float64Array): Uint32Array =>
    hasOwnCore ? sortedRows(core, (rank) => core[rank] !== outer[rank]) : new Uint32Array(0);
  const coreOrders = [
    { keys: cores.starts, side: 0, ranks: ownRanks(cores.starts, starts) },
    { keys: cores.ends, side: 1, ranks: ownRanks(cores.ends, ends) },
  ] as const;
  const instantsMs = [...outerOrders, ...coreOrders].map(distinctKeys).reduce(merged);
  const outer = new Uint32Array(2 * length).fill(NO_CODE);
  for (const order of outerOrders) writeCodes(outer, order, instantsMs);
  const shared = { instantsMs, outer, traits, datedCount: outerOrders[0].ranks.length };
  const byEnd = { codes: outer, side: 1, ranks: outerOrders[1].ranks } as const;
  if (!hasOwnCore) return { ...shared, core: null, orders: [byEnd] };
  const core = new Uint32Array(2 * length).fill(NO_CODE);
  for (const order of coreOrders) writeCodes(core, order, instantsMs);
  fillShared(core, outer, traits);
  return { ...shared, core, orders: [byEnd, ...coreOrders.map(({ side, ranks }) => ({ codes: core, side, ranks }))] };
}

interface KeyOrder {
  readonly keys: Float64Array;
  readonly side: 0 | 1;
  readonly ranks: Uint32Array;
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

function distinctKeys({ keys, ranks }: KeyOrder): Float64Array {
  const found = new Float64Array(ranks.length);
  let count = 0;
  for (let i = 0; i < ranks.length; i++) {
    const ms = keys[ranks[i] as number] as number;
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

function writeCodes(codes: Uint32Array, { keys, side, ranks }: KeyOrder, instantsMs: Float64Array): void {
  let code = 0;
  for (let i = 0; i < ranks.length; i++) {
    const rank = ranks[i] as number;
    const ms = keys[rank] as number;
    while ((instantsMs[code] as number) < ms) code++;
    codes[2 * rank + side] = code;
  }
}

/** A core that shares one bound with its outer span is in one of the core's orders only: the other bound is copied. */
function fillShared(core: Uint32Array, outer: Uint32Array, traits: Uint8Array): void {
  for (let rank = 0; rank < traits.length; rank++) {
    if (((traits[rank] as number) & TIME_TRAITS.ownCore) === 0) continue;
    for (const at of [2 * rank, 2 * rank + 1]) if (core[at] === NO_CODE) core[at] = outer[at] as number;
  }
}
