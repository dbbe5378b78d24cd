import type { When } from "../../incident.ts";
import { valueText } from "../../value-text.ts";
import { type DayReading, dayNote, dayNumber, windowOf } from "../preset-day.ts";
import type { PresetRow } from "../preset-table.ts";
import { DATE_PREC, EVENT_CLARITY } from "./ucdp-codes.ts";

/**
 * The date of an event. `date_start` is the earliest and `date_end` the last possible day, so the happening lies
 * somewhere between them, unless `event_clarity` says that there were several.
 */
export function ucdpWhen(row: PresetRow, dayOf: (text: string) => DayReading): When | undefined {
  const start = side(row, "date_start", dayOf);
  const end = side(row, "date_end", dayOf);
  if (start === null || end === null) return { label: label(row) };
  const first = start ?? end;
  const last = end ?? start;
  const clarity = row.coded(EVENT_CLARITY, "event_clarity");
  const precision = row.coded(DATE_PREC, "date_prec");
  if (first === undefined || last === undefined) return yearOnly(row);
  if (first > last) {
    const message = `date_end ${last} lies before date_start ${first}; the record has no date.`;
    row.note({ code: "time/reversed", field: "date_start, date_end", value: [first, last], message });
    return { label: label(row) };
  }
  if (outsideYear(row, first, last)) return { label: label(row) };
  checkLength(row, dayNumber(last) - dayNumber(first) + 1, precision);
  if (clarity !== "aggregate") return { edtf: windowOf(first, last) };
  return { edtf: first === last ? first : `${first}/${last}`, span: "series", count: null };
}

/** A day; undefined = blank, null = there is something that is no day. */
function side(
  row: PresetRow,
  field: "date_start" | "date_end",
  dayOf: (text: string) => DayReading,
): string | null | undefined {
  const text = row.text(field);
  if (text === undefined) return undefined;
  const { day, fault } = dayOf(text);
  if (fault !== null) row.note(dayNote(fault, field, text));
  return day;
}

function label(row: PresetRow): string {
  return [row.text("date_start"), row.text("date_end")].filter((part) => part !== undefined).join(" – ");
}

function yearOnly(row: PresetRow): When | undefined {
  const year = row.text("year");
  return year !== undefined && /^\d{4}$/.test(year) ? { edtf: year } : undefined;
}

function outsideYear(row: PresetRow, first: string, last: string): boolean {
  const year = row.text("year");
  if (year === undefined || !/^\d{4}$/.test(year) || (first.slice(0, 4) <= year && year <= last.slice(0, 4)))
    return false;
  const message = `The dates ${first} to ${last} lie outside the stated year ${valueText(year)}; the record has no date.`;
  row.note({ code: "time/year-mismatch", field: "date_start, date_end, year", value: [first, last, year], message });
  return true;
}

/** A window that is wider than its code is kept; one that is narrower says more than its code allows, and is told. */
function checkLength(row: PresetRow, days: number, allowed: (typeof DATE_PREC)[string] | undefined): void {
  if (allowed === undefined || (days >= allowed.minDays && days <= allowed.maxDays)) return;
  const code = row.code("date_prec");
  const message = `date_prec ${code} stands for ${allowed.minDays} to ${allowed.maxDays} days, but the dates span ${days}; the dates were taken.`;
  row.note({ code: "time/precision-mismatch", field: "date_prec", value: code, message, changes: false });
}
