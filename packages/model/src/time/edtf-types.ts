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

/** `?` uncertain, `~` approximate, `%` both, empty: neither. */
export type QualifierMark = "" | "?" | "~" | "%";

/** The mark that holds for each part of a date that is qualified in parts, such as `2004-06~-11`. */
export interface QualifiedParts {
  readonly year: QualifierMark;
  readonly month: QualifierMark;
  readonly day: QualifierMark;
}

/**
 * A parsed EDTF expression.
 *
 * Law: `startMs < endMs`; half-open UTC milliseconds of the wall calendar (proleptic Gregorian), `-Infinity` / `Infinity`
 * where a side is open or unknown. A calendar day is the same span for every reader in every zone.
 * `parseEdtf(formatEdtf(d))` equals `d`.
 */
export interface EdtfDate {
  /** `date`: one date, whatever its precision. `interval`: `a/b`. `set`: `[...]` (one of) or `{...}` (all of). */
  readonly kind: "date" | "interval" | "set";
  /** ISO 8601-2 level that the canonical text needs. */
  readonly level: 0 | 1 | 2;
  readonly startMs: number;
  readonly endMs: number;
  /**
   * Of a date: its own; of an interval or set: the coarsest of its stated parts. A date with X digits has the precision
   * of what stands before the first X (`1985-04-XX` is a month, `156X-12-25` a decade): never finer than what is known.
   */
  readonly precision: DatePrecision;
  readonly approximate: boolean;
  readonly uncertain: boolean;
  readonly start: EdtfBound;
  readonly end: EdtfBound;
  /** Dates of a set (ranges inside it are intervals), dates at the two ends of an interval, else empty. */
  readonly members: readonly EdtfDate[];
  /** Of a set: `one` of the members or `all` of them; null otherwise. */
  readonly choice: "one" | "all" | null;
  /** Every stated part carries a UTC offset or `Z`, so the bounds are real instants. */
  readonly zoned: boolean;
  /** The offset as written, minutes east of UTC; null when there is none or the date has parts. */
  readonly offsetMin: number | null;
  /** Some digit is X, or only some digits of the year are significant: it happened somewhere inside the bounds. */
  readonly unspecified: boolean;
  /** The year written before `S` (`1950S2` is some year of the 1900s, estimated to be 1950). */
  readonly estimatedYear: number | null;
  /** The season, quarter, quadrimester or semester code 21-41 written in place of a month. */
  readonly groupCode: number | null;
  /** Marks of the parts when they differ; null when one mark, or none, holds for the whole date. */
  readonly parts: QualifiedParts | null;
  /** The text says `:60`. Such a second is counted as the last one of its minute, so that it stays in its day. */
  readonly leapSecond: boolean;
  /** Canonical text. */
  readonly text: string;
}
