import type { When } from "../../incident.ts";
import { dayText } from "../../time/day-text.ts";
import { valueText } from "../../value-text.ts";
import { isEdtf } from "../is-edtf.ts";
import type { Note } from "../reader.ts";
import { type DateDoubt, doubtOf, NO_DOUBTS } from "./date-doubt.ts";
import { clockText, type DateReading, readDateText } from "./date-text.ts";
import { daysOfEdtf } from "./day-number.ts";
import { foldDigits } from "./plain-text.ts";
import type { RowCells } from "./row-cells.ts";
import { isSerial, serialDay } from "./serial-day.ts";

/** The date of a row, from whichever columns the table has. */
export function rowWhen(row: RowCells, notes: Note[]): Readonly<Record<string, unknown>> | undefined {
  const given = dateOf(row, notes);
  const when = {
    ...given,
    ...defined("span", row.text("span")),
    ...defined("zone", row.text("zone")),
    ...defined("label", row.text("dateLabel") ?? given?.label),
    ...defined("count", row.json("count")),
    ...defined("countAtLeast", row.json("countAtLeast")),
  };
  return Object.keys(when).length === 0 ? undefined : when;
}

function defined(key: string, value: unknown): Readonly<Record<string, unknown>> {
  return value === undefined ? {} : { [key]: value };
}

function dateOf(row: RowCells, notes: Note[]): When | undefined {
  if (row.has("date") && row.text("date") !== undefined) return withTime(single(row, "date", notes), row, notes);
  if (row.text("start") !== undefined || row.text("end") !== undefined) return span(row, notes);
  if (row.text("year") !== undefined) return fromParts(row, notes);
  return undefined;
}

type DateTarget = "date" | "start" | "end";

/** One date column; what cannot be read, or is better not believed, becomes the label, and is said. */
function single(row: RowCells, target: DateTarget, notes: Note[]): When | undefined {
  const text = row.text(target);
  if (text === undefined) return undefined;
  const reading = readIn(row, target, text);
  if (reading.kind === "none") return undefined;
  const field = row.name(target);
  if (reading.kind !== "edtf") {
    notes.push(dateNote(reading, text, field));
    return { label: text };
  }
  const doubts = row.doubts(target);
  const doubt = doubts === null ? null : doubtOf(reading.edtf, doubts);
  if (doubt !== null) {
    notes.push(doubtNote(doubt, text, field));
    return { label: text };
  }
  if (reading.phrase === true && reading.via === "words") notes.push(windowNote(text, reading.edtf, field));
  if (reading.via === "relative") notes.push(relativeNote(text, reading.edtf, { field, textDate: row.textDate() }));
  const filled: Pick<When, "span"> = reading.filled === true ? { span: "throughout" } : {};
  const edtf = reading.midnight && row.isMidnight(target) ? (reading.edtf.split("T")[0] as string) : reading.edtf;
  return { edtf, ...filled, ...(reading.phrase === true ? { label: text } : {}) };
}

function windowNote(text: string, edtf: string, field: string): Note {
  return {
    code: "time/window-read",
    field,
    value: text,
    message: `"${field}" is ${valueText(text)}; it was read as ${edtf}.`,
  };
}

/** Words that no calendar can place may be counted from the day of publication. */
function readIn(row: RowCells, target: DateTarget, text: string): DateReading {
  if (row.isSerial(target) && isSerial(text))
    return { kind: "edtf", edtf: serialDay(text), via: "numbers", midnight: false };
  const reading = readDateText(text, row.order(target));
  if (reading.kind !== "bad" || reading.code !== "time/syntax") return reading;
  const textDate = row.textDate();
  return textDate === undefined ? reading : readDateText(text, row.order(target), { textDate });
}

function relativeNote(
  text: string,
  edtf: string,
  { field, textDate = "" }: { readonly field: string; readonly textDate: string | undefined },
): Note {
  const message = `"${field}" is ${valueText(text)}, counted from the publication on ${textDate}: ${edtf}.`;
  return { code: "time/relative", field, value: text, message };
}

function doubtNote(code: DateDoubt, text: string, field: string): Note {
  const reason = {
    "time/stand-in": "which is what software writes for a missing date",
    "time/calendar": "which seems to be a year of another calendar",
    "time/outlier": "which lies centuries from all other dates of the column",
  }[code];
  return { code, field, value: text, message: `"${field}" is ${valueText(text)}, ${reason}; the record has no date.` };
}

function dateNote(reading: DateReading & { kind: "ambiguous" | "bad" }, text: string, field: string): Note {
  if (reading.kind === "ambiguous") {
    const message = `"${field}" is ${valueText(text)}: day and month cannot be told apart; the record has no date.`;
    return { code: "time/ambiguous-order", field, value: text, message };
  }
  const mayBeSerial = /^'?\d{5}(?:\.\d+)?$/.test(text);
  const reason = {
    "time/syntax": mayBeSerial
      ? "which may be a spreadsheet's count of days, from 1900 or from 1904"
      : "which is not a date that can be read",
    "time/two-digit-year": "whose century is not given",
    "time/order-conflict": "which does not fit the order that was asked for",
  }[reading.code];
  const message = `"${field}" is ${valueText(text)}, ${reason}; the record has no date.`;
  const hint = mayBeSerial ? { hint: "Format the column as a date in the spreadsheet, and export it again." } : {};
  return { code: reading.code, field, value: text, message, ...hint };
}

/** Adds the time column to a plain day. A time that cannot be read costs the day nothing. */
function withTime(when: When | undefined, row: RowCells, notes: Note[]): When | undefined {
  const time = row.text("time");
  const edtf = when?.edtf;
  if (time === undefined || typeof edtf !== "string" || !/^-?\d{4}-\d{2}-\d{2}$/.test(edtf)) return when;
  const clock = clockText(time);
  if (clock !== null && isEdtf(`${edtf}T${clock}`)) return { ...when, edtf: `${edtf}T${clock}` };
  const field = row.name("time");
  notes.push({
    code: "time/syntax",
    field,
    value: time,
    message: `"${field}" is ${valueText(time)}, which is not a time of day; the day was kept.`,
    hint: "Write it as 15:04, 15:04Z or 15:04+03:00.",
  });
  return { ...when, label: `${edtf} ${time}` };
}

/**
 * A start and an end: the happening fills the interval, unless the table says that they are only bounds.
 * A missing side is unknown, not open.
 */
function span(row: RowCells, notes: Note[]): When | undefined {
  const start = single(row, "start", notes);
  const end = single(row, "end", notes);
  const label = [row.text("start"), row.text("end")].filter((part) => part !== undefined).join(" – ");
  const isLost = (side: When | undefined): boolean => side !== undefined && side.edtf == null;
  if (isLost(start) || isLost(end)) return { label };
  const meaning: Pick<When, "span"> = row.boundsOnly ? {} : { span: "throughout" };
  if (end?.edtf == null || start?.edtf === end.edtf) return start?.edtf === undefined ? undefined : start;
  const from = sideOf(start?.edtf ?? null, "first");
  const to = sideOf(end.edtf, "last");
  if (from === null) return { edtf: `/${to}`, ...meaning };
  const edtf = intervalOf(from, to);
  if (edtf !== null) return { edtf, ...meaning };
  const field = `${row.name("start")}, ${row.name("end")}`;
  notes.push({
    code: "time/reversed",
    field,
    value: [from, to],
    message: `The end ${to} lies before the start ${from}; the record has no date.`,
  });
  return { label };
}

/** A side of an interval: of a window, its first or last day, as approximate, since a window cannot stand in one. */
function sideOf(edtf: string, side: "first" | "last"): string;
function sideOf(edtf: string | null, side: "first" | "last"): string | null;
function sideOf(edtf: string | null, side: "first" | "last"): string | null {
  if (edtf === null || !/^[[{]|\//.test(edtf)) return edtf;
  const days = daysOfEdtf(edtf);
  return days === null ? edtf : `${dayText(days[side])}~`;
}

/** `a/b`, by days where the two carry times that an interval cannot hold; null when b is before a. */
function intervalOf(from: string, to: string): string | null {
  const whole = `${from}/${to}`;
  if (isEdtf(whole)) return whole;
  const [firstDay, lastDay] = [from.split("T")[0], to.split("T")[0]];
  const days = firstDay === lastDay ? (firstDay as string) : `${firstDay}/${lastDay}`;
  return days !== whole && from <= to && isEdtf(days) ? days : null;
}

/** Year, month and day in columns of their own; 0 and blank are unknown. */
function fromParts(row: RowCells, notes: Note[]): When | undefined {
  const year = row.text("year") ?? "";
  const parts = [row.text("month"), row.text("day")].map((part) => part?.replace(/\.0+$/, ""));
  const known = parts.map((part) => (part === undefined || Number(part) === 0 ? null : part.padStart(2, "0")));
  const tail = known[0] === null ? [] : known[1] === null ? [known[0]] : known;
  const text = foldDigits([year, ...tail].join("-"));
  const reading = readDateText(text, null);
  if (reading.kind === "none") return undefined;
  const doubt = reading.kind === "edtf" ? doubtOf(reading.edtf, row.doubts("year") ?? NO_DOUBTS) : null;
  if (doubt !== null) {
    notes.push(doubtNote(doubt, text, row.name("year")));
    return { label: text };
  }
  if (reading.kind === "edtf") return withTime({ edtf: reading.edtf }, row, notes);
  notes.push(dateNote(reading, text, row.name("year")));
  return { label: text };
}
