/** Not narrower than 16 bits: a loop over arrays of one type is twice as fast as one over arrays of two. */
export type KeyCodes = Uint16Array | Uint32Array;

/** Zeros for codes that are less than `limit`. */
export function keyCodes(length: number, limit: number): KeyCodes {
  return limit <= 65_536 ? new Uint16Array(length) : new Uint32Array(length);
}

/**
 * What rows are counted by: values of a facet, cells of a map, bins of a histogram. Those of rank r are
 * `codes[offsets[r]]` up to `codes[offsets[r + 1]]`; without `offsets` every row has one, `codes[r]`.
 */
export interface RowKeys {
  /** All codes are less than this. */
  readonly length: number;
  readonly codes: KeyCodes;
  readonly offsets: Uint32Array | null;
  /** No more rows than this have one code. */
  readonly most: number;
}
