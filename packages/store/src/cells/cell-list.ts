import { NO_CODE } from "../columns/time-codes.ts";

/** Codes of some rows by cell, rising within each cell: how many lie before a code is one halving of a short run. */
export interface CellList {
  /** Codes of cell c: `codes[offsets[c]]` up to `codes[offsets[c + 1]]`. */
  readonly offsets: Uint32Array;
  readonly codes: Uint32Array;
}

/** What a list is made of: rows of one group, in the order of one of their bounds. */
export interface CellListInput {
  readonly cells: number;
  readonly rows: Uint32Array;
  readonly cellOf: (row: number) => number;
  readonly codeOf: (row: number) => number;
  readonly isWanted: (row: number) => boolean;
}

/** Cost: two passes over the rows, if these come in rising order of their codes. Rows with {@link NO_CODE} are left out. */
export function cellListOf({ cells, rows, cellOf, codeOf, isWanted }: CellListInput): CellList {
  const wanted = rows.filter((row) => isWanted(row) && codeOf(row) !== NO_CODE);
  const offsets = new Uint32Array(cells + 1);
  for (let i = 0; i < wanted.length; i++) {
    const next = cellOf(wanted[i] as number) + 1;
    offsets[next] = (offsets[next] as number) + 1;
  }
  for (let cell = 0; cell < cells; cell++)
    offsets[cell + 1] = (offsets[cell + 1] as number) + (offsets[cell] as number);
  const places = offsets.slice();
  const codes = new Uint32Array(wanted.length);
  let isRising = true;
  let last = 0;
  for (let i = 0; i < wanted.length; i++) {
    const row = wanted[i] as number;
    const cell = cellOf(row);
    const place = places[cell] as number;
    const code = codeOf(row);
    if (code < last) isRising = false;
    last = code;
    codes[place] = code;
    places[cell] = place + 1;
  }
  if (!isRising) for (let cell = 0; cell < cells; cell++) codes.subarray(offsets[cell], offsets[cell + 1]).sort();
  return { offsets, codes };
}

/** How many codes of a cell lie before a code. */
export function countBefore({ offsets, codes }: CellList, cell: number, code: number): number {
  const from = offsets[cell] as number;
  let low = from;
  let high = offsets[cell + 1] as number;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((codes[middle] as number) < code) low = middle + 1;
    else high = middle;
  }
  return low - from;
}
