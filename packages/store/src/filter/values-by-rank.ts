import type { KeyCodes } from "../counts/row-keys.ts";

/**
 * The values of one field for all rows, by rank in time order: those of rank r are `codes[offsets[r]]` up to
 * `codes[offsets[r + 1]]`, without repeats; without `offsets` every row has one, `codes[r]`. A row that states none has the one value "".
 */
export interface FieldValues {
  readonly values: readonly string[];
  readonly offsets: Uint32Array | null;
  readonly codes: KeyCodes;
  /** At least one row states a value. */
  readonly isStated: boolean;
}
