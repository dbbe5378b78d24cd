import { DAY_MS, daysInMonth } from "./calendar.ts";
import { canonicalDate } from "./canonical-text.ts";
import { CHAR, type Cursor, isDigit } from "./cursor.ts";
import { hasX } from "./digit-mask.ts";
import type { EdtfDate } from "./edtf-types.ts";
import { readLongYear, readSignificantYear } from "./long-year.ts";
import { PLAIN_DAY, readPlainDate } from "./plain-date.ts";
import { CERTAIN, markOf, type Qualifier, qualified, readQualifier } from "./qualifier.ts";
import { readTimeOfDay } from "./time-of-day.ts";
import { dayRangeOf } from "./written-bounds.ts";
import { groupCodeOf, levelOf, precisionOf, qualifiedPartsOf, type WrittenDate } from "./written-date.ts";

const YEAR_HINT = "Write the year first, with four digits: 2024, 2024-05 or 2024-05-31, and 20XX for a century.";
const PART_HINT = "Write months and days with two digits, as in 2024-05-31; X stands for an unknown digit.";

/** Reads one date of any level: plain, qualified, unspecified, of a season, with a time of day, or a long year. */
export function readDate(cursor: Cursor): EdtfDate | null {
  const plain = readPlainDate(cursor);
  if (plain !== null) return plain;

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
  return cursor.peek() === CHAR.T ? readDateTime(cursor, written) : calendarDate(cursor, { written, from });
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

function calendarDate(
  cursor: Cursor,
  { written, from }: { readonly written: WrittenDate; readonly from: number },
): EdtfDate | null {
  const days = dayRangeOf(written);
  if (days === null) return refuseImpossible(cursor, written, from);
  const { year, month, day } = written.marks;
  return {
    ...PLAIN_DAY,
    level: levelOf(written),
    startMs: days.firstDay * DAY_MS,
    endMs: days.endDay * DAY_MS,
    precision: precisionOf(written),
    unspecified: hasX(written.year + (written.month ?? "") + (written.day ?? "")),
    groupCode: groupCodeOf(written),
    parts: qualifiedPartsOf(written),
    text: canonicalDate(written),
    ...qualified(year | month | day),
  };
}

function readDateTime(cursor: Cursor, written: WrittenDate): EdtfDate | null {
  const { year, month, day } = written.marks;
  if (written.day === null || hasX(written.year + written.month + written.day) || (year | month | day) !== CERTAIN) {
    const hint = "Write the day in full before T, or leave out the time; a mark may follow the time.";
    return cursor.refuse("only a plain, whole day can have a time.", hint);
  }
  const date = calendarDate(cursor, { written, from: cursor.at - 10 });
  if (date === null) return null;
  const time = readTimeOfDay(cursor);
  if (time === null) return null;

  const qualifier = readQualifier(cursor);
  return {
    ...date,
    ...qualified(qualifier),
    level: qualifier === CERTAIN ? date.level : 1,
    startMs: date.startMs + time.startMs,
    endMs: date.startMs + time.endMs,
    precision: time.precision,
    zoned: time.offsetMin !== null,
    offsetMin: time.offsetMin,
    leapSecond: time.leapSecond,
    text: date.text + time.text + markOf(qualifier),
  };
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
