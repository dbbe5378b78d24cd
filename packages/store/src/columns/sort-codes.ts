import type { InstantCodes } from "./instant-table.ts";

/** One side of pairs of codes. */
export interface CodeSide {
  readonly codes: InstantCodes;
  readonly side: 0 | 1;
  /** The code of what has none: greater than all others. */
  readonly none: number;
}

/** Rows in rising order of their codes, ties in row order, rows without a code left out. Two passes: codes are counted. */
export function rowsByCode(
  { codes, side, none }: CodeSide,
  isWanted: (row: number) => boolean = () => true,
): Uint32Array {
  const length = codes.length / 2;
  const starts = new Uint32Array(none + 2);
  for (let row = 0; row < length; row++) {
    const code = codes[2 * row + side] as number;
    if (isWanted(row)) starts[code + 1] = (starts[code + 1] as number) + 1;
  }
  for (let code = 1; code < starts.length; code++)
    starts[code] = (starts[code] as number) + (starts[code - 1] as number);
  const rows = new Uint32Array(starts[none] as number);
  for (let row = 0; row < length; row++) {
    const code = codes[2 * row + side] as number;
    if (code === none || !isWanted(row)) continue;
    const at = starts[code] as number;
    starts[code] = at + 1;
    rows[at] = row;
  }
  return rows;
}
