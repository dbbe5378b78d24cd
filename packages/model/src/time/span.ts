import type { SpanMeaning } from "../incident.ts";
import { coreSpanOf } from "./core-span.ts";
import type { EdtfDate } from "./edtf-types.ts";
import { hasLocalTime, placeInZone } from "./place-in-zone.ts";
import { zoneClock } from "./zone.ts";

/** All values of {@link SpanMeaning}; columns store the index. */
export const SPAN_MEANINGS: readonly SpanMeaning[] = ["within", "throughout", "series", "ongoing"];

/**
 * The two half-open spans that drive every view, in UTC milliseconds.
 *
 * Outer: all instants the happening may touch. Core: instants it surely covers; both core bounds are NaN when it is empty.
 * Law: where the core is not empty, `outerStartMs <= coreStartMs < coreEndMs <= outerEndMs`. Where there is no date,
 * all four are NaN.
 */
export interface DateSpans {
  readonly outerStartMs: number;
  readonly outerEndMs: number;
  readonly coreStartMs: number;
  readonly coreEndMs: number;
}

/** The spans of a record without a date. */
export const UNDATED_SPANS: DateSpans = Object.freeze({
  outerStartMs: Number.NaN,
  outerEndMs: Number.NaN,
  coreStartMs: Number.NaN,
  coreEndMs: Number.NaN,
});

/** The shape of {@link spansOf}. */
export type SpansOf = (date: EdtfDate, meaning: SpanMeaning, zone?: string | null) => DateSpans;

/**
 * The outer and core spans of a parsed date under a meaning.
 *
 * `zone` (IANA) turns times of day without an offset into real instants; calendar days never move. A time in a fold of
 * the clock spans both readings, one in a gap its whole day. A zone that the platform does not know leaves the wall
 * reading. {@link spansOfWhen} says the same and reports such cases.
 */
export function spansOf(date: EdtfDate, meaning: SpanMeaning, zone?: string | null): DateSpans {
  if (!zone || !hasLocalTime(date)) return spansOfPlaced(date, meaning);
  const clock = zoneClock(zone);
  return spansOfPlaced(clock === null ? date : placeInZone(date, clock).date, meaning);
}

/** The spans of a date whose times of day need no zone any more. */
export function spansOfPlaced(date: EdtfDate, meaning: SpanMeaning): DateSpans {
  const core = coreSpanOf(date, meaning);
  return {
    outerStartMs: date.startMs,
    outerEndMs: date.endMs,
    coreStartMs: core?.startMs ?? Number.NaN,
    coreEndMs: core?.endMs ?? Number.NaN,
  };
}
