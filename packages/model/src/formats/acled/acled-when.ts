import type { When } from "../../incident.ts";
import type { DateOrder } from "../../read/table/date-text.ts";
import { valueText } from "../../value-text.ts";
import { readFreeTextDate } from "../free-text-date.ts";
import { weekendAt } from "../free-text-parts.ts";
import { dayNote, dayNumber, dayOf, daysOfEdtf, dayText, windowOf } from "../preset-day.ts";
import type { PresetRow } from "../preset-table.ts";
import { TIME_PRECISION } from "./acled-codes.ts";

/** The first year of ACLED's data: years of two digits belong to the hundred years from here. */
const FIRST_YEAR = 1997;

/** Farther than this from the coded day, a window in the notes is about something else. */
const NEAR_DAYS = 31;

/**
 * The date of an event: the day for code 1, seven days around it for 2 (the codebook takes the middle of the period),
 * its month for 3 (the codebook takes the middle, the first or the last day), refined by what the notes say.
 */
export function acledWhen(row: PresetRow, order: DateOrder): When | undefined {
  const text = row.text("event_date");
  const year = row.text("year");
  if (text === undefined) return year !== undefined && /^\d{4}$/.test(year) ? { edtf: year } : undefined;
  const { day, fault } = dayOf(withCentury(text, year), order);
  if (fault !== null) row.note(dayNote(fault, "event_date", text));
  if (day === null) return { label: text };
  if (year !== undefined && /^\d{1,4}$/.test(year) && Number(year) !== Number(day.slice(0, 4))) {
    const message = `event_date is ${valueText(text)}, but year is ${year}; the record has no date.`;
    row.note({ code: "time/year-mismatch", field: "event_date, year", value: [text, year], message });
    return { label: text };
  }
  const precision = row.coded(TIME_PRECISION, "time_precision");
  return { edtf: fromNotes(row, day, precision) ?? coded(day, precision) };
}

function coded(day: string, precision: "day" | "week" | "month" | undefined): string {
  if (precision === "month") return day.slice(0, 7);
  return precision === "week" ? windowOf(dayText(dayNumber(day) - 3), dayText(dayNumber(day) + 3)) : day;
}

/** "30-Sept-24" with the century of its `year` column, else of the data. */
function withCentury(text: string, year: string | undefined): string {
  const found = /^(\d{1,2}[-/ .](?:\p{L}+\.?|\d{1,2})[-/ .])(\d{2})$/u.exec(text);
  if (found === null) return text;
  const [, start = "", short = ""] = found;
  if (year !== undefined && /^\d{4}$/.test(year) && year.endsWith(short)) return `${start}${year}`;
  const century = Math.floor(FIRST_YEAR / 100) * 100;
  return `${start}${Number(short) >= FIRST_YEAR - century ? century + Number(short) : century + 100 + Number(short)}`;
}

/** True for dates whose century is not written. */
export function lacksCentury(text: string): boolean {
  return /^\s*\d{1,2}[-/ .](?:\p{L}+\.?|\d{1,2})[-/ .]\d{2}\s*$/u.test(text);
}

/** What stands in brackets at the start of the notes: "Around 1 March 2023 (between 24 February - 10 March), ...". */
function fromNotes(row: PresetRow, day: string, precision: "day" | "week" | "month" | undefined): string | null {
  const notes = row.text("notes")?.slice(0, 300) ?? "";
  const bracket = /\(\s*((?:between|week of|weekend of|month of|from)\b[^)]{0,80})\)/i.exec(notes);
  if (bracket === null) return null;
  const words = (bracket[1] as string).trim();
  const edtf = windowOfWords(words, day);
  if (edtf === null) return refuse(row, words, "could not be read");
  const span = daysOfEdtf(edtf);
  const at = dayNumber(day);
  if (span === null || at < span.first - NEAR_DAYS || at > span.last + NEAR_DAYS) {
    return refuse(row, words, `lies too far from ${day}`);
  }
  const message = `The notes say ${valueText(words)}; the date was read as ${edtf}.`;
  row.note({ code: "time/window-read", field: "notes", value: words, message });
  if (precision === "day" && span.first !== span.last) {
    const told = `time_precision 1 says that ${day} is exact, but the notes say ${valueText(words)}; the window was taken.`;
    row.note({ code: "time/precision-mismatch", field: "time_precision", value: words, message: told });
  }
  return edtf;
}

function refuse(row: PresetRow, words: string, why: string): null {
  const message = `The window ${valueText(words)} in the notes ${why}; the coded date was taken.`;
  row.note({ code: "time/text-kept", field: "notes", value: words, message });
  return null;
}

function windowOfWords(words: string, day: string): string | null {
  const at = dayNumber(day);
  const [, kind = "", rest = ""] = /^(week|weekend|month) of\b\s*(.*)$/i.exec(words) ?? [];
  if (kind !== "" && rest === "") return bareWindow(kind.toLowerCase(), at, day);
  for (const year of [Number(day.slice(0, 4)), Number(day.slice(0, 4)) - 1, Number(day.slice(0, 4)) + 1]) {
    const context = { year, month: Number(day.slice(5, 7)) };
    const { edtf } = readFreeTextDate(kind.toLowerCase() === "month" ? rest : words, context);
    const span = edtf === null ? null : daysOfEdtf(edtf);
    if (span !== null && span.first <= at + NEAR_DAYS && span.last >= at - NEAR_DAYS) return edtf;
  }
  return null;
}

/** "(week of)", "(month of)", "(weekend of)" say what the day before the bracket stands for. */
function bareWindow(kind: string, at: number, day: string): string {
  if (kind === "month") return day.slice(0, 7);
  if (kind === "week") return windowOf(dayText(at - 3), dayText(at + 3));
  const { from, to } = weekendAt(at);
  return windowOf(from, to);
}
