/**
 * What rows are counted by: values of a facet, cells of a map, bins of a histogram. Those of rank r are
 * `codes[offsets[r]]` up to `codes[offsets[r + 1]]`; without `offsets` every row has one, `codes[r]`.
 */
export interface RowKeys {
  /** All codes are less than this. */
  readonly length: number;
  readonly codes: Uint8Array | Uint16Array | Uint32Array;
  readonly offsets: Uint32Array | null;
  /** No more rows than this have one code. */
  readonly most: number;
}
