import { ROWS_A_STEP, type Steps } from "@whenwhere/model";
import type { NumberColumn } from "../types.ts";
import { type BoundPair, type CodedInstants, codedInstants, type InstantCodes } from "./instant-table.ts";
import {
  ConstantColumn,
  InstantColumn,
  isInstantPair,
  isSolid,
  ManyInstantColumn,
  SolidColumn,
} from "./narrow-kinds.ts";
import { Float64Column } from "./plain-columns.ts";
import { sortedInstants } from "./sort-instants.ts";
import type { WideColumns } from "./wide-columns.ts";

/** The four columns of time. */
export interface TimeColumns {
  readonly outerStartMs: NumberColumn;
  readonly outerEndMs: NumberColumn;
  readonly coreStartMs: NumberColumn;
  readonly coreEndMs: NumberColumn;
}

/**
 * Bounds as codes into the distinct instants: four bytes a row for days, eight beyond 65,535 instants, against sixteen; as they
 * are where every second bound is an instant of its own. Cores cost nothing where there are none, a bit where each is all of
 * the outer span, and as much as the outer span where some are a part of it.
 */
export function narrowTimes(wide: Pick<WideColumns, keyof TimeColumns | "length">): TimeColumns {
  const { length, outerStartMs, outerEndMs, coreStartMs, coreEndMs } = wide;
  const kind = coresOf(wide);
  const outer = [outerStartMs, outerEndMs] as const;
  const pairs: readonly BoundPair[] = kind === "own" ? [outer, [coreStartMs, coreEndMs]] : [outer];
  const coded = codedInstants(pairs, mostInstants(length));
  const [start, end] = pairOf(coded, 0, outer);
  if (kind === "own") {
    const [coreStart, coreEnd] = pairOf(coded, 1, [coreStartMs, coreEndMs]);
    return { outerStartMs: start, outerEndMs: end, coreStartMs: coreStart, coreEndMs: coreEnd };
  }
  const none = new ConstantColumn(Number.NaN, length);
  const core = (bound: NumberColumn): NumberColumn => (kind === "none" ? none : new SolidColumn(bound, kind));
  return { outerStartMs: start, outerEndMs: end, coreStartMs: core(start), coreEndMs: core(end) };
}

/** With more instants than this, codes of 32 bits and their table save nothing. In small data a table is small. */
function mostInstants(length: number): number {
  return Math.max(64, length / 2);
}

function pairOf(coded: CodedInstants | null, pair: number, [startMs, endMs]: BoundPair): [NumberColumn, NumberColumn] {
  const codes = coded?.codes[pair];
  if (coded === null || codes === undefined) return [new Float64Column(startMs), new Float64Column(endMs)];
  return codes instanceof Uint16Array
    ? [new InstantColumn(coded.table, codes, 0), new InstantColumn(coded.table, codes, 1)]
    : [new ManyInstantColumn(coded.table, codes, 0), new ManyInstantColumn(coded.table, codes, 1)];
}

/** No cores, bits of those that are all of the outer span, or some that are a part of it. */
function coresOf(wide: Pick<WideColumns, keyof TimeColumns | "length">): "none" | "own" | Uint8Array {
  const { length, outerStartMs, outerEndMs, coreStartMs, coreEndMs } = wide;
  const solid = new Uint8Array(Math.ceil(length / 8));
  let isEmpty = true;
  for (let row = 0; row < length; row++) {
    const startMs = coreStartMs[row] as number;
    const endMs = coreEndMs[row] as number;
    if (Number.isNaN(startMs) && Number.isNaN(endMs)) continue;
    if (startMs !== outerStartMs[row] || endMs !== outerEndMs[row]) return "own";
    isEmpty = false;
    solid[row >>> 3] = (solid[row >>> 3] as number) | (1 << (row & 7));
  }
  return isEmpty ? "none" : solid;
}

/** All bounds by rank in time order, as codes into one table. */
export interface CodedTimes {
  /** Distinct and rising; behind them NaN. */
  readonly table: Float64Array;
  /** Start and end of rank r at 2 r and 2 r + 1. */
  readonly outer: InstantCodes;
  /** Null where no core is a part of the outer span. */
  readonly core: InstantCodes | null;
  /** Whether the core of a row is all of the outer span, where `core` does not say it. */
  isSolid(row: number): boolean;
}

/**
 * The codes of columns that are coded, with their own table, and not copied where rows lie in time order. Others are given
 * codes: cost of a sort of each bound. With pauses, but for that sort.
 */
export function* codedTimeSteps(columns: TimeColumns, timeOrder: Uint32Array): Steps<CodedTimes> {
  return (yield* sharedTimes(columns, timeOrder)) ?? madeTimes(columns, timeOrder);
}

function* sharedTimes(
  { outerStartMs, outerEndMs, coreStartMs, coreEndMs }: TimeColumns,
  timeOrder: Uint32Array,
): Steps<CodedTimes | null> {
  if (!isInstantPair(outerStartMs, outerEndMs)) return null;
  const { table } = outerStartMs;
  const coded = function* (core: InstantCodes | null, isWhole: (row: number) => boolean): Steps<CodedTimes> {
    const isInOrder = timeOrder.every((row, rank) => row === rank);
    const outer = isInOrder ? outerStartMs.codes : yield* rankedPairs(outerStartMs.codes, timeOrder);
    const ranked = core === null || isInOrder ? core : yield* rankedPairs(core, timeOrder);
    return { table, outer, core: ranked, isSolid: isWhole };
  };
  if (coreStartMs instanceof ConstantColumn) return yield* coded(null, () => false);
  if (coreStartMs instanceof SolidColumn) {
    const { solid } = coreStartMs;
    return yield* coded(null, (row) => isSolid(solid, row));
  }
  if (!isInstantPair(coreStartMs, coreEndMs) || coreStartMs.table !== table) return null;
  return yield* coded(coreStartMs.codes, () => false);
}

function* rankedPairs(codes: InstantCodes, timeOrder: Uint32Array): Steps<InstantCodes> {
  const byRank = codes.slice();
  for (let from = 0; from < timeOrder.length; from += ROWS_A_STEP) {
    const to = Math.min(timeOrder.length, from + ROWS_A_STEP);
    for (let rank = from; rank < to; rank++) {
      const row = timeOrder[rank] as number;
      byRank[2 * rank] = codes[2 * row] as number;
      byRank[2 * rank + 1] = codes[2 * row + 1] as number;
    }
    yield;
  }
  return byRank;
}

function madeTimes(columns: TimeColumns, timeOrder: Uint32Array): CodedTimes {
  const { outerStartMs, outerEndMs, coreStartMs, coreEndMs } = columns;
  const ranked = (column: NumberColumn): Float64Array => {
    const byRank = new Float64Array(timeOrder.length);
    for (let rank = 0; rank < byRank.length; rank++) byRank[rank] = column.at(timeOrder[rank] as number);
    return byRank;
  };
  const pairs: BoundPair[] = [[ranked(outerStartMs), ranked(outerEndMs)]];
  const isCoreless = coreStartMs instanceof ConstantColumn && Number.isNaN(coreStartMs.value);
  if (!isCoreless) pairs.push([ranked(coreStartMs), ranked(coreEndMs)]);
  const { table, codes } = sortedInstants(pairs);
  return { table, outer: codes[0] as InstantCodes, core: codes[1] ?? null, isSolid: () => false };
}
