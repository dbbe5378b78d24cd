/** Codes of some rows by cell, rising within each cell: how many lie before a code is one halving of a short run. */
export interface CellList {
  /** Codes of cell c: `codes[offsets[c]]` up to `codes[offsets[c + 1]]`. */
  readonly offsets: Uint32Array;
  /** 16 bits where all codes fit: days do, and half the bytes are half the time. */
  readonly codes: Uint16Array | Uint32Array;
}

/** Rows of a list, by their ranks, in the order of the bound that it is made of. */
export interface CellListInput {
  /** Number of cells. */
  readonly length: number;
  readonly ranks: Uint32Array;
  /** Cell of each entry of `ranks`. */
  readonly cells: Uint32Array;
  /** The bound of a rank is `codes[2 * rank + side]`. */
  readonly codes: Uint32Array;
  readonly side: 0 | 1;
  /** All codes are less than this. */
  readonly limit: number;
}

/** Cost: two passes over the rows; and a sort of each cell when the rows are not in rising order of the codes. */
export function cellListOf({ length, ranks, cells, codes, side, limit }: CellListInput): CellList {
  const offsets = new Uint32Array(length + 1);
  for (let i = 0; i < cells.length; i++) {
    const next = (cells[i] as number) + 1;
    offsets[next] = (offsets[next] as number) + 1;
  }
  for (let cell = 0; cell < length; cell++)
    offsets[cell + 1] = (offsets[cell + 1] as number) + (offsets[cell] as number);
  const places = offsets.slice();
  const listed = limit < 65_536 ? new Uint16Array(ranks.length) : new Uint32Array(ranks.length);
  let isRising = true;
  let last = 0;
  for (let i = 0; i < ranks.length; i++) {
    const cell = cells[i] as number;
    const place = places[cell] as number;
    const code = codes[2 * (ranks[i] as number) + side] as number;
    if (code < last) isRising = false;
    last = code;
    listed[place] = code;
    places[cell] = place + 1;
  }
  if (!isRising) for (let cell = 0; cell < length; cell++) listed.subarray(offsets[cell], offsets[cell + 1]).sort();
  return { offsets, codes: listed };
}

/** How many codes of a cell lie before a code. */
export function countBefore({ offsets, codes }: CellList, cell: number, code: number): number {
  const from = offsets[cell] as number;
  return halved(codes, code, { low: from, high: offsets[cell + 1] as number }) - from;
}

/** The same, looking outward from a guess: short spans end where they start, so the count of one bound tells the other's. */
export function countBeforeNear(
  { offsets, codes }: CellList,
  cell: number,
  ask: { readonly code: number; readonly guess: number },
): number {
  const { code, guess } = ask;
  const from = offsets[cell] as number;
  const end = offsets[cell + 1] as number;
  let at = Math.min(from + guess, end);
  if (at < end && (codes[at] as number) < code) {
    let step = 1;
    while (at + step < end && (codes[at + step] as number) < code) {
      at += step;
      step *= 2;
    }
    return halved(codes, code, { low: at + 1, high: Math.min(end, at + step) }) - from;
  }
  let step = 1;
  while (at - step >= from && (codes[at - step] as number) >= code) {
    at -= step;
    step *= 2;
  }
  return halved(codes, code, { low: Math.max(from, at - step + 1), high: at }) - from;
}

/** First place from `low` on whose code is not before the given one; `high` when there is none before it. */
function halved(
  codes: Uint16Array | Uint32Array,
  code: number,
  range: { readonly low: number; readonly high: number },
): number {
  let { low, high } = range;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((codes[middle] as number) < code) low = middle + 1;
    else high = middle;
  }
  return low;
}
