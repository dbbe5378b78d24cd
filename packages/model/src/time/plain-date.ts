import { DAY_MS, dayNumberOf, daysInMonth } from "./calendar.ts";
import { CHAR, type Cursor, isDigit } from "./cursor.ts";
import type { EdtfDate } from "./edtf-types.ts";
import { CERTAIN, statedBound } from "./qualifier.ts";

/** All fields of a plain day but its bounds and text; other dates are this with the differing fields replaced. */
export const PLAIN_DAY: EdtfDate = {
  kind: "date",
  level: 0,
  startMs: 0,
  endMs: DAY_MS,
  precision: "day",
  approximate: false,
  uncertain: false,
  start: statedBound(CERTAIN),
  end: statedBound(CERTAIN),
  members: Object.freeze([]),
  choice: null,
  zoned: false,
  offsetMin: null,
  unspecified: false,
  estimatedYear: null,
  groupCode: null,
  parts: null,
  leapSecond: false,
  text: "1970-01-01",
};

/**
 * The fast path: reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD` without marks, where nearly all dates of real files end.
 * Returns null, without moving and without a refusal, for everything else: the full reader then accepts or explains.
 */
export function readPlainDate(cursor: Cursor): EdtfDate | null {
  const { text, at } = cursor;
  const year = pairAt(text, at) * 100 + pairAt(text, at + 2);
  if (!(year >= 0)) return null;
  if (endsAt(text, at + 4)) return finish(cursor, 4, yearDate(year));
  if (text.charCodeAt(at + 4) !== CHAR.hyphen) return null;

  const month = pairAt(text, at + 5);
  if (!(month >= 1 && month <= 12)) return null;
  if (endsAt(text, at + 7)) return finish(cursor, 7, monthDate(year, month));
  if (text.charCodeAt(at + 7) !== CHAR.hyphen || !endsAt(text, at + 10)) return null;

  const day = pairAt(text, at + 8);
  if (!(day >= 1 && (day <= 28 || day <= daysInMonth(year, month)))) return null;
  const startMs = dayNumberOf(year, month, day) * DAY_MS;
  return finish(cursor, 10, { startMs, endMs: startMs + DAY_MS, precision: "day" });
}

type Bounds = Pick<EdtfDate, "startMs" | "endMs" | "precision">;

function yearDate(year: number): Bounds {
  return {
    startMs: dayNumberOf(year, 1, 1) * DAY_MS,
    endMs: dayNumberOf(year + 1, 1, 1) * DAY_MS,
    precision: "year",
  };
}

function monthDate(year: number, month: number): Bounds {
  return {
    startMs: dayNumberOf(year, month, 1) * DAY_MS,
    endMs: dayNumberOf(year, month + 1, 1) * DAY_MS,
    precision: "month",
  };
}

function finish(cursor: Cursor, length: number, { startMs, endMs, precision }: Bounds): EdtfDate {
  const text = cursor.text.slice(cursor.at, cursor.at + length);
  cursor.at += length;
  return { ...PLAIN_DAY, startMs, endMs, precision, text };
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
