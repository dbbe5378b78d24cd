import { DAY_MS, daysInMonth } from "./calendar.ts";
import { canonicalDate } from "./canonical-text.ts";
import { CHAR, type Cursor, isDigit } from "./cursor.ts";
import { type DateDraft, draftDate, qualify } from "./date-draft.ts";
import { hasX } from "./digit-mask.ts";
import type { EdtfDate } from "./edtf-types.ts";
import { readLongYear, readSignificantYear } from "./long-year.ts";
import { readPlainDate } from "./plain-date.ts";
import { CERTAIN, markOf, type Qualifier, readQualifier } from "./qualifier.ts";
import { readTimeOfDay } from "./time-of-day.ts";
import { type DayRange, dayRangeOf } from "./written-bounds.ts";
import { groupCodeOf, isMasked, levelOf, precisionOf, qualifiedPartsOf, type WrittenDate } from "./written-date.ts";

const YEAR_HINT = "Write the year first, with four digits: 2024, 2024-05 or 2024-05-31, and 20XX for a century.";
const PART_HINT = "Write months and days with two digits, as in 2024-05-31; X stands for an unknown digit.";

/** Reads one date of any level: plain, qualified, unspecified, of a season, with a time of day, or a long year. */
export function readDate(cursor: Cursor): EdtfDate | null {
  const plain = readPlainDate(cursor);
  if (plain !== null) return cursor.peek() === CHAR.T ? readTime(cursor, plain) : plain;

  const left = readQualifier(cursor);
  if (cursor.peek() === CHAR.Y) return readLongYear(cursor, left);

  const negative = cursor.skip(CHAR.hyphen);
  const from = cursor.at;
  const year = cursor.mask(4);
  if (year === null) return cursor.refuse("a year has four digits.", YEAR_HINT);
  if (isDigit(cursor.peek())) return cursor.refuse("more than four digits stand together.", YEAR_HINT);
  if (negative && year === "0000") return cursor.refuse("there is no year -0000.", "Write 0000 for 1 BC.", from);
  if (cursor.peek() === CHAR.S) return readSignificantYear(cursor, { digits: year, negative, left });

  const written = readRest(cursor, { negative, year, left });
  if (written === null) return null;
  if (cursor.peek() === CHAR.T && !isPlainDay(written)) {
    const hint = "Write the day in full before T, or leave out the time; a mark may follow the time.";
    return cursor.refuse("only a plain, whole day can have a time.", hint);
  }
  const days = dayRangeOf(written);
  if (days === null) return refuseImpossible(cursor, written, from);
  const date = calendarDate(written, days);
  return cursor.peek() === CHAR.T ? readTime(cursor, date) : date;
}

interface YearStart {
  readonly negative: boolean;
  readonly year: string;
  readonly left: Qualifier;
}

interface Part {
  readonly mask: string;
  readonly left: Qualifier;
  readonly right: Qualifier;
}

/** Reads month and day and spreads the marks: one on the right of a part holds for it and for all parts left of it. */
function readRest(cursor: Cursor, start: YearStart): WrittenDate | null {
  const yearRight = readQualifier(cursor);
  const month = cursor.skip(CHAR.hyphen) ? readPart(cursor) : NO_PART;
  if (month === null) return null;
  const day = month !== NO_PART && cursor.skip(CHAR.hyphen) ? readPart(cursor) : NO_PART;
  if (day === null) return null;

  return {
    negative: start.negative,
    year: start.year,
    month: month === NO_PART ? null : month.mask,
    day: day === NO_PART ? null : day.mask,
    marks: {
      year: start.left | yearRight | month.right | day.right,
      month: month.left | month.right | day.right,
      day: day.left | day.right,
    },
  };
}

const NO_PART: Part = { mask: "", left: CERTAIN, right: CERTAIN };

function readPart(cursor: Cursor): Part | null {
  const left = readQualifier(cursor);
  const mask = cursor.mask(2);
  if (mask === null) return cursor.refuse("a month or day has two digits.", PART_HINT);
  if (isDigit(cursor.peek())) return cursor.refuse("a month or day has no third digit.", PART_HINT);
  return { mask, left, right: readQualifier(cursor) };
}

function isPlainDay({ year, month, day, marks }: WrittenDate): boolean {
  return (
    month !== null && day !== null && !hasX(year + month + day) && (marks.year | marks.month | marks.day) === CERTAIN
  );
}

function calendarDate(written: WrittenDate, { firstDay, endDay }: DayRange): DateDraft {
  const { year, month, day } = written.marks;
  const date = draftDate(firstDay * DAY_MS, endDay * DAY_MS, canonicalDate(written));
  date.level = levelOf(written);
  date.precision = precisionOf(written);
  date.unspecified = isMasked(written);
  date.groupCode = groupCodeOf(written);
  date.parts = qualifiedPartsOf(written);
  qualify(date, year | month | day);
  return date;
}

/** Reads a time of day, and the mark after it, into the plain day before it. */
function readTime(cursor: Cursor, date: DateDraft): EdtfDate | null {
  const time = readTimeOfDay(cursor);
  if (time === null) return null;
  const qualifier = readQualifier(cursor);

  date.endMs = date.startMs + time.endMs;
  date.startMs += time.startMs;
  date.precision = time.precision;
  date.zoned = time.offsetMin !== null;
  date.offsetMin = time.offsetMin;
  date.leapSecond = time.leapSecond;
  date.text += time.text + markOf(qualifier);
  if (qualifier === CERTAIN) return date;
  date.level = 1;
  qualify(date, qualifier);
  return date;
}

const MONTH_NAMES = "January February March April May June July August September October November December".split(" ");

/** Says which part is impossible: the month, the day in that month, or the digits together. */
function refuseImpossible(cursor: Cursor, written: WrittenDate, from: number): null {
  const { year, month, day } = written;
  const monthNumber = Number(month);
  const monthAt = cursor.text.indexOf("-", from) + 1;
  const dayAt = cursor.text.lastIndexOf("-", cursor.at - 1) + 1;
  if (month !== null && !hasX(month) && (monthNumber < 1 || monthNumber > 12)) {
    if (monthNumber >= 21 && monthNumber <= 41) {
      return cursor.refuse("a season or part of a year has no days.", "Leave out the day.", dayAt - 1);
    }
    const hint = "Write a month from 01 to 12, a season from 21 to 32, or a part of the year from 33 to 41.";
    return cursor.refuse(`${month} is neither a month nor a part of the year.`, hint, monthAt);
  }
  if (month === null || day === null || hasX(year + month + day)) {
    return cursor.refuse("no calendar day fits its digits.", "Change a digit, or write X for one not known.", from);
  }
  const days = daysInMonth((written.negative ? -1 : 1) * Number(year), monthNumber);
  const name = `${MONTH_NAMES[monthNumber - 1]} ${written.negative ? "-" : ""}${year}`;
  const hint = `Write a day from 01 to ${days}, or XX for one not known.`;
  return cursor.refuse(`${name} has ${days} days.`, hint, dayAt);
}
