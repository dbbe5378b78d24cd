import { type Steps, stepsOver } from "@whenwhere/model";
import { type Columns, type Counts, ROW_BITS } from "../types.ts";
import { keyCodes, type RowKeys } from "./row-keys.ts";
import type { StandingSums } from "./standing-sums.ts";

const UNDATED = 1;
const UNPLACED = 2;

/** What is missing in each row, by rank: its date, its place. With pauses. */
export function* absenceSteps({ outerStartMs, rowBits }: Columns, timeOrder: Uint32Array): Steps<RowKeys> {
  const codes = keyCodes(timeOrder.length, 4);
  yield* stepsOver(timeOrder.length, (rank) => {
    const row = timeOrder[rank] as number;
    const isUnplaced = (rowBits.at(row) & ROW_BITS.unplaced) !== 0;
    codes[rank] = (Number.isNaN(outerStartMs.at(row)) ? UNDATED : 0) | (isUnplaced ? UNPLACED : 0);
  });
  return { length: 4, codes, offsets: null, most: codes.length };
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
