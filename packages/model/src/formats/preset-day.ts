import { isEdtf } from "../read/is-edtf.ts";
import type { Note } from "../read/reader.ts";
import { isStandIn } from "../read/table/date-doubt.ts";
import { type DateOrder, readDateText } from "../read/table/date-text.ts";
import { valueText } from "../value-text.ts";

export { dayNumber, daysOfEdtf, windowOf } from "../read/table/day-number.ts";
export { dayText } from "../time/day-text.ts";

/** A calendar day read from a cell, or why it is none. */
export type DayReading =
  | { readonly day: string; readonly fault: null }
  | {
      readonly day: null;
      readonly fault: "time/stand-in" | "time/ambiguous-order" | "time/two-digit-year" | "time/syntax";
    };

/** A cell as a calendar day `YYYY-MM-DD`; a midnight that software wrote behind it is no time of day. */
export function dayOf(text: string, order: DateOrder): DayReading {
  const plain = /^(\d{4}-\d{2}-\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/.exec(text)?.[1];
  const day = plain !== undefined && isEdtf(plain) ? plain : null;
  if (day !== null) return standIn(day);
  const reading = readDateText(text, order);
  if (reading.kind === "ambiguous") return { day: null, fault: "time/ambiguous-order" };
  if (reading.kind === "bad")
    return { day: null, fault: reading.code === "time/two-digit-year" ? reading.code : "time/syntax" };
  const found = reading.kind === "edtf" ? /^\d{4}-\d{2}-\d{2}(?=T|$)/.exec(reading.edtf)?.[0] : undefined;
  return found === undefined ? { day: null, fault: "time/syntax" } : standIn(found);
}

/** As {@link dayOf} for the cells of one column, each text read once: dates repeat. */
export function createDayReader(order: DateOrder): (text: string) => DayReading {
  const known = new Map<string, DayReading>();
  return (text) => {
    let reading = known.get(text);
    if (reading === undefined) {
      reading = dayOf(text, order);
      known.set(text, reading);
    }
    return reading;
  };
}

function standIn(day: string): DayReading {
  return isStandIn(day) ? { day: null, fault: "time/stand-in" } : { day, fault: null };
}

/** The remark on a cell that gave no day. */
export function dayNote(fault: NonNullable<DayReading["fault"]>, field: string, value: string): Note {
  const reason = {
    "time/stand-in": "which is what software writes for a missing date",
    "time/ambiguous-order": "in which day and month cannot be told apart",
    "time/two-digit-year": "whose century is not given",
    "time/syntax": "which is not a day that can be read",
  }[fault];
  return {
    code: fault,
    field,
    value,
    message: `"${field}" is ${valueText(value)}, ${reason}; the record has no date.`,
  };
}

/**
 * Order of day and month in a column of `a-b-year` cells: what the telling rows agree on; `fallback` when none tells,
 * null when they contradict each other.
 */
export function orderOf(cells: Iterable<string>, fallback: DateOrder): DateOrder {
  let [dayFirst, monthFirst] = [0, 0];
  for (const cell of cells) {
    const [, first, second] = /^\s*'?(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s]\d{2,4}/.exec(cell) ?? [];
    if (Number(first) > 12) dayFirst++;
    else if (Number(second) > 12) monthFirst++;
  }
  if (dayFirst > 0 && monthFirst > 0) return null;
  return dayFirst > 0 ? "day-first" : monthFirst > 0 ? "month-first" : fallback;
}
