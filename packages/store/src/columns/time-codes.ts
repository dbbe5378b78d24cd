import { finishSteps, ROWS_A_STEP, type Steps } from "@whenwhere/model";
import type { Columns } from "../types.ts";
import { DATE_BITS } from "../types.ts";
import type { InstantCodes } from "./instant-table.ts";
import { type CodedTimes, codedTimeSteps } from "./narrow-times.ts";
import { rowsByCodeSteps } from "./sort-codes.ts";
import { CLASS_BITS, SURE, WINDOW_CLASS } from "./window-class.ts";

/**
 * Every bound of every row as a code into the distinct instants of the data. The order of the codes is the order of the
 * instants, so that comparing codes is exact for any year, to the millisecond, in half or a quarter of the bytes.
 * Rows are named by their rank in time order: what a moving window touches lies side by side, however the data came.
 */
export interface TimeCodes {
  /** Distinct and rising; -Infinity first and Infinity last, where a row is open. */
  readonly instantsMs: Float64Array;
  /** Start and end of the outer span of rank r at 2 r and 2 r + 1: they are read together. Beyond all instants where undated. */
  readonly outer: InstantCodes;
  /** The same of the cores; null when none is only a part of its outer span. What the classes do not name cored may lack here. */
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

/**
 * The instants are those of the columns; where rows lie in time order, so are the codes. Cost: some passes over the rows, and a
 * counting of the codes for each order.
 */
export function timeCodesOf(columns: Columns, timeOrder: Uint32Array): TimeCodes {
  return finishSteps(timeCodeSteps(columns, timeOrder));
}

/** The same with pauses. */
export function* timeCodeSteps(columns: Columns, timeOrder: Uint32Array): Steps<TimeCodes> {
  const times = yield* codedTimeSteps(columns, timeOrder);
  const { outer, core } = times;
  const instantsMs = times.table.subarray(0, -1);
  const { classes, datedCount } = yield* classesOf(times, columns, timeOrder);
  const none = instantsMs.length;
  const byEnd = { codes: outer, side: 1, ranks: yield* rowsByCodeSteps({ codes: outer, side: 1, none }) } as const;
  const shared = { instantsMs, outer, classes, datedCount };
  if (core === null || !classes.some(isCored)) return { ...shared, core: null, orders: [byEnd] };
  const orders: BoundOrder[] = [byEnd];
  for (const side of [0, 1] as const) {
    const isOwn = (rank: number): boolean => core[2 * rank + side] !== outer[2 * rank + side];
    orders.push({ codes: core, side, ranks: yield* rowsByCodeSteps({ codes: core, side, none }, isOwn) });
  }
  return { ...shared, core, orders };
}

function* classesOf(
  times: CodedTimes,
  columns: Columns,
  timeOrder: Uint32Array,
): Steps<Pick<TimeCodes, "classes" | "datedCount">> {
  const classes = new Uint8Array(timeOrder.length);
  let datedCount = 0;
  for (let from = 0; from < classes.length; from += ROWS_A_STEP) {
    const to = Math.min(classes.length, from + ROWS_A_STEP);
    for (let rank = from; rank < to; rank++) {
      const kind = classOf(times, columns, { rank, row: timeOrder[rank] as number });
      classes[rank] = kind;
      if ((kind & CLASS_BITS) !== WINDOW_CLASS.undated) datedCount++;
    }
    yield;
  }
  return { classes, datedCount };
}

function classOf(
  { table, outer, core, isSolid }: CodedTimes,
  { dateBits }: Columns,
  { rank, row }: { readonly rank: number; readonly row: number },
): number {
  const none = table.length - 1;
  const isSure = (dateBits.at(row) & DATE_BITS.uncertain) === 0;
  const start = outer[2 * rank] as number;
  const end = outer[2 * rank + 1] as number;
  const hasAll = core === null && isSolid(row);
  const coreStart = hasAll ? start : core === null ? none : (core[2 * rank] as number);
  const coreEnd = hasAll ? end : core === null ? none : (core[2 * rank + 1] as number);
  const isCoreless = coreStart >= coreEnd || coreEnd === none;
  const kind =
    start === none
      ? WINDOW_CLASS.undated
      : isCoreless
        ? corelessClass(table[start] as number, table[end] as number, isSure)
        : coredClass(coreStart === start, coreEnd === end);
  return kind | (isSure ? SURE : 0);
}

function coredClass(sharesStart: boolean, sharesEnd: boolean): number {
  if (sharesStart) return sharesEnd ? WINDOW_CLASS.solid : WINDOW_CLASS.coredEarly;
  return sharesEnd ? WINDOW_CLASS.coredLate : WINDOW_CLASS.cored;
}

function corelessClass(startMs: number, endMs: number, isSure: boolean): number {
  if (!isSure) return WINDOW_CLASS.doubtful;
  return Number.isFinite(startMs) && Number.isFinite(endMs) ? WINDOW_CLASS.plain : WINDOW_CLASS.open;
}

export function isCored(bits: number): boolean {
  return (bits & CLASS_BITS) >= WINDOW_CLASS.cored;
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
