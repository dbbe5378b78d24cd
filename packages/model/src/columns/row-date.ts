import type { When } from "../incident.ts";
import type { EdtfDate } from "../time/edtf-types.ts";
import type { DateSpans } from "../time/span.ts";
import { spansOfWhen } from "../time/spans-of-when.ts";
import type { ZoneClocks } from "../time/zone.ts";
import { DATE_BITS } from "./row-bits.ts";

/** The date of one row as numbers: spans and {@link DATE_BITS}. */
export interface RowDate extends DateSpans {
  readonly bits: number;
}

/** Null when there is no date or its text is not EDTF: the reader has reported that, and the row stays as undated. */
export function rowDate(when: When | undefined, clocks: ZoneClocks): RowDate | null {
  const { date, spans } = spansOfWhen(when, clocks);
  return date === null ? null : { ...spans, bits: bitsOf(date) };
}

function bitsOf(date: EdtfDate): number {
  let bits = 0;
  if (date.start.approximate) bits |= DATE_BITS.approximateStart;
  if (date.end.approximate) bits |= DATE_BITS.approximateEnd;
  if (date.uncertain) bits |= DATE_BITS.uncertain;
  if (date.start.kind === "open") bits |= DATE_BITS.openStart;
  if (date.start.kind === "unknown") bits |= DATE_BITS.unknownStart;
  if (date.end.kind === "open") bits |= DATE_BITS.openEnd;
  if (date.end.kind === "unknown") bits |= DATE_BITS.unknownEnd;
  if (date.kind === "set") bits |= DATE_BITS.set;
  return bits;
}
