import { type Steps, stepsOver } from "@whenwhere/model";
import { numbersOf } from "../columns/plain-columns.ts";
import { type Columns, type Counts, ROW_BITS } from "../types.ts";
import { keyCodes, type RowKeys } from "./row-keys.ts";
import type { StandingSums } from "./standing-sums.ts";

const UNDATED = 1;
const UNPLACED = 2;

/** What is missing in each row, by rank: its date, its place. With pauses. */
export function* absenceSteps({ outerStartMs, rowBits }: Columns, timeOrder: Uint32Array): Steps<RowKeys> {
  const codes = keyCodes(timeOrder.length, 4);
  // Every count of a first picture waits for this: two calls a row would take ten times as long as reading one array.
  const bits = numbersOf(rowBits);
  const dated = datedCount(outerStartMs, timeOrder);
  yield* stepsOver(timeOrder.length, (rank) => {
    const isUnplaced = ((bits[timeOrder[rank] as number] as number) & ROW_BITS.unplaced) !== 0;
    codes[rank] = (rank < dated ? 0 : UNDATED) | (isUnplaced ? UNPLACED : 0);
  });
  return { length: 4, codes, offsets: null, most: codes.length };
}

/** Undated rows come last: the first of them, by halving. */
function datedCount(outerStartMs: Columns["outerStartMs"], timeOrder: Uint32Array): number {
  let [low, high] = [0, timeOrder.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (Number.isNaN(outerStartMs.at(timeOrder[middle] as number))) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The {@link Counts} of rows summed by what they lack. */
export function countsOf({ certain, possible }: StandingSums, total: number): Counts {
  const sum = (counts: Uint32Array, bits: number): number =>
    counts.reduce((all, count, code) => all + ((code & bits) === bits ? count : 0), 0);
  const sure = sum(certain, 0);
  const unsure = sum(possible, 0);
  return Object.freeze({
    shown: sure + unsure,
    total,
    certain: sure,
    possible: unsure,
    undated: sum(certain, UNDATED) + sum(possible, UNDATED),
    unplaced: sum(certain, UNPLACED) + sum(possible, UNPLACED),
  });
}
