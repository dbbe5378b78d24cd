/** How finely one date is written. */
export type DatePrecision =
  | "millennium"
  | "century"
  | "decade"
  | "year"
  | "semester"
  | "quadrimester"
  | "quarter"
  | "season"
  | "month"
  | "day"
  | "hour"
  | "minute"
  | "second"
  | "millisecond";

/** What stands at one side of a date: a stated bound, `..` (open: no bound is meant), or nothing (there is one, unknown). */
export type BoundKind = "stated" | "open" | "unknown";

/** One side of a parsed date. */
export interface EdtfBound {
  readonly kind: BoundKind;
  /** `~` or `%` applies to this side. */
  readonly approximate: boolean;
  /** `?` or `%` applies to this side. */
  readonly uncertain: boolean;
}

/**
 * A parsed EDTF expression.
 *
 * Law: `startMs < endMs`; half-open UTC milliseconds of the wall calendar (proleptic Gregorian), `-Infinity` / `Infinity`
 * where a side is open or unknown. A calendar day is the same span for every reader in every zone.
 * `parseEdtf(formatEdtf(d))` equals `d` but for `input`.
 */
export interface EdtfDate {
  /** `date`: one date, whatever its precision. `interval`: `a/b`. `set`: `[...]` (one of) or `{...}` (all of). */
  readonly kind: "date" | "interval" | "set";
  /** ISO 8601-2 level that the text needs. */
  readonly level: 0 | 1 | 2;
  readonly startMs: number;
  readonly endMs: number;
  /** Of a date: its own; of an interval or set: the coarsest of its stated parts. */
  readonly precision: DatePrecision;
  readonly approximate: boolean;
  readonly uncertain: boolean;
  readonly start: EdtfBound;
  readonly end: EdtfBound;
  /** Dates of a set (ranges inside it are intervals), dates at the two ends of an interval, else empty. */
  readonly members: readonly EdtfDate[];
  /** Of a set: `one` of the members or `all` of them; null otherwise. */
  readonly choice: "one" | "all" | null;
  /** The text carries a UTC offset or `Z`, so the bounds are real instants. */
  readonly zoned: boolean;
  /** Canonical text. */
  readonly text: string;
}
