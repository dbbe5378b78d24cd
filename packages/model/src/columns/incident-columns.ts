import type { Source } from "../incident.ts";

/**
 * One field of all rows, as codes into its distinct values: those of row r are `codes[offsets[r]]` up to
 * `codes[offsets[r + 1]]`, without repeats; without `offsets` every row has one, `codes[r]`. A row that states none has
 * the one value "".
 */
export interface CodedField {
  readonly values: readonly string[];
  readonly offsets: Uint32Array | null;
  readonly codes: Uint8Array | Uint16Array | Uint32Array;
}

/** Numbers of a measure: in 32 bits where that loses nothing. */
export type FigureNumbers = Float32Array | Float64Array;

/**
 * One measure of all rows, such as `killed`. NaN = not known, which is not zero. `low` and `high` are the closed interval
 * over all speakers, +Infinity = no upper end; `best` is the number of the first speaker (rule `first-source`).
 */
export interface FigureColumn {
  readonly low: FigureNumbers;
  readonly best: FigureNumbers;
  readonly high: FigureNumbers;
}

/**
 * Many incidents as parallel arrays of one length, ready to be handed to another thread: plain data, typed arrays and
 * strings only. Spans are half-open UTC milliseconds of the wall calendar; NaN on both sides = undated, an empty core =
 * NaN on both sides. Unplaced rows have NaN lon and lat and the bit `ROW_BITS.unplaced`.
 *
 * Law: the columns of a row are those that its record would have given, had it been read alone.
 */
export interface IncidentColumns {
  readonly length: number;
  readonly startMs: Float64Array;
  readonly endMs: Float64Array;
  /** Absent: no row has a core, save where an instant is its own. */
  readonly coreStartMs?: Float64Array;
  readonly coreEndMs?: Float64Array;
  /** Bits of `DATE_BITS`. */
  readonly dateBits: Uint8Array;
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly radiusM: Float32Array;
  /** Indexes into `PLACE_PRECISIONS`, `STATUSES` and `SPAN_MEANINGS`. */
  readonly placePrecision: Uint8Array;
  readonly status: Uint8Array;
  readonly span: Uint8Array;
  /** Bits of `ROW_BITS`. */
  readonly rowBits: Uint8Array;
  /** Happenings in the row: 1 unless a series; 0 = several, number not given. Absent: 1 throughout. */
  readonly count?: Uint32Array;
  /** By name: `category`, and what the format has of `kind`, `country`, `admin1`, `place`, `actor`, `source`, `tag`. */
  readonly fields: Readonly<Record<string, CodedField>>;
  /** By measure, e.g. `killed`. */
  readonly figures: Readonly<Record<string, FigureColumn>>;
  readonly sources: Readonly<Record<string, Source>>;
  readonly title?: string;
  /** Who has to be named beside the rows, and under which terms they stand: views print both. */
  readonly attribution?: string;
  readonly license?: string;
  /** Language of the texts in the rows, BCP 47. */
  readonly language?: string;
}
