import { DAY_MS, dayNumberOf, daysInMonth } from "./calendar.ts";
import { CHAR, type Cursor, isDigit } from "./cursor.ts";
import { type DateDraft, draftDate } from "./date-draft.ts";
import type { DayRange } from "./written-bounds.ts";

/**
 * The fast path: reads `YYYY`, `YYYY-MM`, or `YYYY-MM-DD` with or without a time after it: nearly all dates of real files.
 * Returns null, without moving and without a refusal, for everything else: the full reader then accepts or explains.
 */
export function readPlainDate(cursor: Cursor): DateDraft | null {
  const { text, at } = cursor;
  const year = pairAt(text, at) * 100 + pairAt(text, at + 2);
  if (!(year >= 0)) return null;
  if (endsAt(text, at + 4)) return finish(cursor, 4, yearRange(year));
  if (text.charCodeAt(at + 4) !== CHAR.hyphen) return null;

  const month = pairAt(text, at + 5);
  if (!(month >= 1 && month <= 12)) return null;
  if (endsAt(text, at + 7)) return finish(cursor, 7, monthRange(year, month));
  if (text.charCodeAt(at + 7) !== CHAR.hyphen) return null;
  if (!endsAt(text, at + 10) && text.charCodeAt(at + 10) !== CHAR.T) return null;

  const day = pairAt(text, at + 8);
  if (!(day >= 1 && (day <= 28 || day <= daysInMonth(year, month)))) return null;
  const firstDay = dayNumberOf(year, month, day);
  return finish(cursor, 10, { firstDay, endDay: firstDay + 1 });
}

function yearRange(year: number): DayRange {
  return { firstDay: dayNumberOf(year, 1, 1), endDay: dayNumberOf(year + 1, 1, 1) };
}

function monthRange(year: number, month: number): DayRange {
  const firstDay = dayNumberOf(year, month, 1);
  return { firstDay, endDay: firstDay + daysInMonth(year, month) };
}

function finish(cursor: Cursor, length: 4 | 7 | 10, { firstDay, endDay }: DayRange): DateDraft {
  const text = cursor.text.slice(cursor.at, cursor.at + length);
  cursor.at += length;
  const date = draftDate(firstDay * DAY_MS, endDay * DAY_MS, text);
  if (length < 10) date.precision = length === 4 ? "year" : "month";
  return date;
}

/** Two digits as a number; NaN when one is no digit. */
function pairAt(text: string, at: number): number {
  const tens = text.charCodeAt(at);
  const ones = text.charCodeAt(at + 1);
  return isDigit(tens) && isDigit(ones) ? (tens - CHAR.zero) * 10 + ones - CHAR.zero : Number.NaN;
}

/** Whether a date may end here: at the end of the text, of a side, of a member or of a range. */
function endsAt(text: string, at: number): boolean {
  if (at >= text.length) return true;
  const code = text.charCodeAt(at);
  return (
    code === CHAR.slash ||
    code === CHAR.comma ||
    code === CHAR.dot ||
    code === CHAR.closeBracket ||
    code === CHAR.closeBrace
  );
}
