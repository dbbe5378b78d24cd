import type { RankTest } from "../filter/row-test.ts";
import { CERTAIN, HIDDEN } from "../types.ts";
import type { RowKeys } from "./row-keys.ts";

/** Certain and possible rows by key. */
export interface StandingSums {
  readonly certain: Uint32Array;
  readonly possible: Uint32Array;
}

export function emptySums(keys: number): StandingSums {
  return { certain: new Uint32Array(keys), possible: new Uint32Array(keys) };
}

/** Asks every row. */
export function scannedSums(keys: RowKeys, test: RankTest, rows: number): StandingSums {
  const sums = emptySums(keys.length);
  const { codes, offsets } = keys;
  for (let rank = 0; rank < rows; rank++) {
    const state = test(rank);
    if (state === HIDDEN) continue;
    const counted = state === CERTAIN ? sums.certain : sums.possible;
    const end = offsets === null ? rank + 1 : (offsets[rank + 1] as number);
    for (let i = offsets === null ? rank : (offsets[rank] as number); i < end; i++) {
      counted[codes[i] as number] = (counted[codes[i] as number] as number) + 1;
    }
  }
  return sums;
}
