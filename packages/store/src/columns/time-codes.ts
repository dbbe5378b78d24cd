import type { Columns } from "../types.ts";
import { DATE_BITS } from "../types.ts";
import { float64Of } from "./plain-columns.ts";
import { sortedRows } from "./sort-rows.ts";
import { CLASS_BITS, SURE, WINDOW_CLASS } from "./window-class.ts";

/** 16 bits where all codes fit: days do. */
export type InstantCodes = Uint16Array | Uint32Array;

/** Most instants whose codes, and one that stands for none, fit in 16 bits. */
const MOST_NARROW = 65_535;

/**
 * Every bound of every row as a code into the distinct instants of the data. The order of the codes is the order of the
 * instants, so that comparing codes is exact for any year, to the millisecond, in half or a quarter of the bytes.
 * Rows are named by their rank in time order: what a moving window touches lies side by side, however the data came.
 */
export interface TimeCodes {
  /** Distinct and rising; -Infinity first and Infinity last, where a row is open. */
  readonly instantsMs: Float64Array;
  /** Start and end of the outer span of rank r at 2 r and 2 r + 1: they are read together. Nothing for undated rows. */
  readonly outer: InstantCodes;
  /** The same of cores that are a part of the outer span, nothing for all others; null when there is none. */
  readonly core: InstantCodes | null;
  /** Class of each rank, as of `WINDOW_CLASS`, and the bit `SURE`. */
  readonly classes: Uint8Array;
  /** Dated rows: ranks below this. */
  readonly datedCount: number;
  /** Ranks by outer end; by the bounds of cores, where these are not the outer bounds. Ranks rise with the outer start. */
  readonly orders: readonly BoundOrder[];
}

/** Ranks by rising code of one of their bounds, which is `codes[2 * rank + side]`. */
export interface BoundOrder {
  readonly codes: InstantCodes;
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
  const starts = ranked(float64Of(columns.outerStartMs));
  const ends = ranked(float64Of(columns.outerEndMs));
  const isCoreless = float64Of(columns.coreStartMs).every(Number.isNaN);
  const none = isCoreless ? new Float64Array(length).fill(Number.NaN) : null;
  const cores = {
    starts: none ?? ranked(float64Of(columns.coreStartMs)),
    ends: none ?? ranked(float64Of(columns.coreEndMs)),
  };
  const classes = new Uint8Array(length);
  for (let rank = 0; rank < length; rank++) {
    const isSure = (columns.dateBits.at(timeOrder[rank] as number) & DATE_BITS.uncertain) === 0;
    const bounds = {
      startMs: starts[rank] as number,
      endMs: ends[rank] as number,
      coreStartMs: cores.starts[rank] as number,
      coreEndMs: cores.ends[rank] as number,
    };
    classes[rank] = classOf(bounds, isSure) | (isSure ? SURE : 0);
  }
  const outerOrders = [
    { keys: starts, side: 0, ranks: sortedRows(starts) },
    { keys: ends, side: 1, ranks: sortedRows(ends) },
  ] as const;
  const hasOwnCore = classes.some(isCored);
  const ownRanks = (core: Float64Array, outer: Float64Array): Uint32Array =>
    hasOwnCore ? sortedRows(core, (rank) => core[rank] !== outer[rank]) : new Uint32Array(0);
  const coreOrders = [
    { keys: cores.starts, side: 0, ranks: ownRanks(cores.starts, starts) },
    { keys: cores.ends, side: 1, ranks: ownRanks(cores.ends, ends) },
  ] as const;
  const instantsMs = [...outerOrders, ...coreOrders].map(distinctKeys).reduce(merged);
  const outer = emptyCodes(2 * length, instantsMs.length);
  for (const order of outerOrders) writeCodes(outer, order, instantsMs);
  const shared = { instantsMs, outer, classes, datedCount: outerOrders[0].ranks.length };
  const byEnd = { codes: outer, side: 1, ranks: outerOrders[1].ranks } as const;
  if (!hasOwnCore) return { ...shared, core: null, orders: [byEnd] };
  const core = emptyCodes(2 * length, instantsMs.length);
  for (const order of coreOrders) writeCodes(core, order, instantsMs);
  fillShared(core, outer, classes);
  return { ...shared, core, orders: [byEnd, ...coreOrders.map(({ side, ranks }) => ({ codes: core, side, ranks }))] };
}

interface RowBounds {
  readonly startMs: number;
  readonly endMs: number;
  readonly coreStartMs: number;
  readonly coreEndMs: number;
}

function classOf({ startMs, endMs, coreStartMs, coreEndMs }: RowBounds, isSure: boolean): number {
  if (Number.isNaN(startMs)) return WINDOW_CLASS.undated;
  if (coreStartMs < coreEndMs) {
    if (coreStartMs === startMs) return coreEndMs === endMs ? WINDOW_CLASS.solid : WINDOW_CLASS.coredEarly;
    return coreEndMs === endMs ? WINDOW_CLASS.coredLate : WINDOW_CLASS.cored;
  }
  if (!isSure) return WINDOW_CLASS.doubtful;
  return Number.isFinite(startMs) && Number.isFinite(endMs) ? WINDOW_CLASS.plain : WINDOW_CLASS.open;
}

function emptyCodes(length: number, instants: number): InstantCodes {
  const codes = instants <= MOST_NARROW ? new Uint16Array(length) : new Uint32Array(length);
  return codes.fill(noCode(codes));
}

function noCode(codes: InstantCodes): number {
  return 2 ** (8 * codes.BYTES_PER_ELEMENT) - 1;
}

export function isCored(bits: number): boolean {
  return (bits & CLASS_BITS) >= WINDOW_CLASS.cored;
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

function writeCodes(codes: InstantCodes, { keys, side, ranks }: KeyOrder, instantsMs: Float64Array): void {
  let code = 0;
  for (let i = 0; i < ranks.length; i++) {
    const rank = ranks[i] as number;
    const ms = keys[rank] as number;
    while ((instantsMs[code] as number) < ms) code++;
    codes[2 * rank + side] = code;
  }
}

/** A core that shares one bound with its outer span is in one of the core's orders only: the other bound is copied. */
function fillShared(core: InstantCodes, outer: InstantCodes, classes: Uint8Array): void {
  const none = noCode(core);
  for (let rank = 0; rank < classes.length; rank++) {
    if (!isCored(classes[rank] as number)) continue;
    for (const at of [2 * rank, 2 * rank + 1]) if (core[at] === none) core[at] = outer[at] as number;
  }
}
