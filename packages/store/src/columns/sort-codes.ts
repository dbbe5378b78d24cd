import { finishSteps, ROWS_A_STEP, type Steps } from "@whenwhere/model";
import type { InstantCodes } from "./instant-table.ts";

/** One side of pairs of codes. */
export interface CodeSide {
  readonly codes: InstantCodes;
  readonly side: 0 | 1;
  /** The code of what has none: greater than all others. */
  readonly none: number;
}

/** Which rows are sorted; all of them as a rule. */
type Wanted = (row: number) => boolean;

/** Rows in rising order of their codes, ties in row order, rows without a code left out. Two passes: codes are counted. */
export function rowsByCode(side: CodeSide, isWanted: Wanted = () => true): Uint32Array {
  return finishSteps(rowsByCodeSteps(side, isWanted));
}

/** The same with pauses. */
export function* rowsByCodeSteps(side: CodeSide, isWanted: Wanted = () => true): Steps<Uint32Array> {
  const { codes, none } = side;
  const length = codes.length / 2;
  const starts = new Uint32Array(none + 2);
  for (let from = 0; from < length; from += ROWS_A_STEP) {
    countCodes(side, { from, to: Math.min(length, from + ROWS_A_STEP), isWanted, starts });
    yield;
  }
  for (let code = 1; code < starts.length; code++)
    starts[code] = (starts[code] as number) + (starts[code - 1] as number);
  const rows = new Uint32Array(starts[none] as number);
  for (let from = 0; from < length; from += ROWS_A_STEP) {
    putRows(side, { from, to: Math.min(length, from + ROWS_A_STEP), isWanted, starts }, rows);
    yield;
  }
  return rows;
}

/** Rows of one step, and where those of each code begin. */
interface CodePart {
  readonly from: number;
  readonly to: number;
  readonly isWanted: Wanted;
  readonly starts: Uint32Array;
}

function countCodes({ codes, side }: CodeSide, { from, to, isWanted, starts }: CodePart): void {
  for (let row = from; row < to; row++) {
    const code = codes[2 * row + side] as number;
    if (isWanted(row)) starts[code + 1] = (starts[code + 1] as number) + 1;
  }
}

function putRows({ codes, side, none }: CodeSide, { from, to, isWanted, starts }: CodePart, rows: Uint32Array): void {
  for (let row = from; row < to; row++) {
    const code = codes[2 * row + side] as number;
    if (code === none || !isWanted(row)) continue;
    const at = starts[code] as number;
    starts[code] = at + 1;
    rows[at] = row;
  }
}
