import { isEdtf } from "../../read/is-edtf.ts";
import type { Note } from "../../read/reader.ts";
import { isRecord } from "../../read/record/fields.ts";
import { clockText, readDateText } from "../../read/table/date-text.ts";
import { yearText } from "../../time/day-text.ts";
import { valueText } from "../../value-text.ts";

/** A date of TimelineJS: EDTF, words that cannot be read, or null when none is given. */
export type TimelineDate =
  | { readonly edtf: string; readonly words: string }
  | { readonly edtf: null; readonly words: string }
  | null;

const CLOCK_PARTS = ["hour", "minute", "second", "millisecond"] as const;

/** Where a date stands, and who hears of its faults. */
interface DateCell {
  readonly field: string;
  readonly notes: Note[];
}

/**
 * A date in parts, as the sheet and the JSON have them: numbers or texts, commas and blanks in them ignored. What is
 * missing is not known: a year alone stays a year. Negative years are BCE as TimelineJS shows them (-44 is 44 BCE,
 * EDTF -0043); there is no year 0. `clock` is the cell of the time of day in the sheet.
 */
export function dateOfParts(parts: unknown, { field, notes }: DateCell, clock?: string): TimelineDate {
  const part = (name: string): string | undefined => partText(isRecord(parts) ? parts[name] : undefined);
  const [year, month, day] = [part("year"), zeroIsNone(part("month")), zeroIsNone(part("day"))];
  if (year === undefined && month === undefined && day === undefined) return null;
  const words = [year, month, day, clock].filter((text) => text !== undefined).join("-");
  const bad = (reason: string): TimelineDate => {
    const message = `"${field}" is ${valueText(words)}${reason}; the record has no date.`;
    notes.push({ code: "time/syntax", field, value: words, message });
    return { edtf: null, words };
  };
  const yearEdtf = year === undefined ? null : edtfYear(year);
  if (yearEdtf === null) return bad(year === "0" ? ": there is no year 0" : ", which has no year that can be read");
  if (month === undefined) {
    if (day !== undefined) notes.push(ignored(field, "day", "month"));
    return isEdtf(yearEdtf) ? { edtf: yearEdtf, words } : bad("");
  }
  const date = [yearEdtf, pad(month), ...(day === undefined ? [] : [pad(day)])].join("-");
  if (yearEdtf.startsWith("Y") || !/^\d{1,2}$/.test(month) || !isEdtf(date))
    return bad(", which is no day of the calendar");
  return { edtf: withClock(date, clock ?? clockOf(part), { field, notes }), words };
}

/** A date in one cell, as version 1 of the sheet has it: `2012`, `-44`, `1/26/2012 14:25:00`, `1/2012`, ISO. */
export function dateOfText(text: string | undefined, cell: DateCell, dayFirst = false): TimelineDate {
  if (text === undefined) return null;
  const yearFirst = /^([+-]?[\d,]+)(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (yearFirst !== null) return dateOfParts({ year: yearFirst[1], month: yearFirst[2], day: yearFirst[3] }, cell);
  const monthYear = /^(\d{1,2})\/(\d{3,4})$/.exec(text);
  if (monthYear !== null) return dateOfParts({ year: monthYear[2], month: monthYear[1] }, cell);
  const reading = readDateText(text, dayFirst ? "day-first" : "month-first");
  if (reading.kind === "none") return null;
  if (reading.kind === "edtf") return { edtf: reading.edtf, words: text };
  const message = `"${cell.field}" is ${valueText(text)}, which is not a date that can be read; the record has no date.`;
  cell.notes.push({ code: "time/syntax", field: cell.field, value: text, message });
  return { edtf: null, words: text };
}

/** Parts of the first JSON of TimelineJS: `2011,12,10,14,5`. */
export function partsOfList(text: string): Readonly<Record<string, string>> {
  const names = ["year", "month", "day", ...CLOCK_PARTS];
  return Object.fromEntries(text.split(",").map((part, i) => [names[i] ?? "rest", part.trim()]));
}

function partText(value: unknown): string | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const text = String(value)
    .replace(/[\s,']+/g, "")
    .replace(/\.0+$/, "");
  return text === "" ? undefined : text;
}

function zeroIsNone(text: string | undefined): string | undefined {
  return text !== undefined && /^0+$/.test(text) ? undefined : text;
}

/** The EDTF year of a year of TimelineJS; null when it is none. */
function edtfYear(text: string): string | null {
  if (!/^[+-]?\d{1,12}$/.test(text)) return null;
  const shown = Number(text);
  if (shown === 0) return null;
  const year = shown < 0 ? shown + 1 : shown;
  if (Math.abs(year) > 9999) return `Y${year}`;
  return yearText(year);
}

function pad(part: string): string {
  return part.padStart(2, "0");
}

/** `14`, `14:05`, `14:05:30.250` from parts; undefined when there is no hour, or only the zeros that editors fill in. */
function clockOf(part: (name: string) => string | undefined): string | undefined {
  const [hour, minute, second, millisecond] = CLOCK_PARTS.map(part);
  if (hour === undefined) return undefined;
  if (minute === undefined) return pad(hour);
  const seconds = second === undefined ? "" : `:${pad(second)}`;
  const fraction =
    second === undefined || zeroIsNone(millisecond) === undefined ? "" : `.${(millisecond ?? "").padStart(3, "0")}`;
  return `${pad(hour)}:${pad(minute)}${seconds}${fraction}`;
}

function withClock(date: string, clock: string | undefined, { field, notes }: DateCell): string {
  if (clock === undefined) return date;
  if (!/^-?\d{4}-\d{2}-\d{2}$/.test(date)) {
    notes.push(ignored(field, "time", "day"));
    return date;
  }
  const time = /^\d{2}$/.test(clock) ? clock : clockText(clock);
  if (time !== null && isEdtf(`${date}T${time}`)) return `${date}T${time}`;
  const message = `"${field}" has the time ${valueText(clock)}, which is not a time of day; the day was kept.`;
  notes.push({ code: "time/syntax", field, value: clock, message });
  return date;
}

function ignored(field: string, part: string, without: string): Note {
  return {
    code: "timelinejs/incomplete-date",
    field,
    changes: true,
    message: `"${field}" has a ${part} without a ${without}; the ${part} was left out.`,
    hint: `Give the ${without} too.`,
  };
}
