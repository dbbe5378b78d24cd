import { DAY_MS, dayNumberOf } from "./calendar.ts";
import { CHAR, type Cursor } from "./cursor.ts";
import { draftDate, qualify } from "./date-draft.ts";
import type { DatePrecision, EdtfDate } from "./edtf-types.ts";
import { markOf, type Qualifier, readQualifier } from "./qualifier.ts";

/** Twelve digits reach past the age of the universe, and a year of that size still has exact day numbers. */
const MAX_YEAR_DIGITS = 12;
const MAX_YEAR = 10 ** MAX_YEAR_DIGITS - 1;
const LONG_YEAR_HINT = "Write Y and up to 12 digits, as in Y170000002 or Y17E7; four-digit years have no Y.";

/** Reads `Y170000002`, `Y-17E7`, `Y171010000S3`; the cursor stands at the Y. */
export function readLongYear(cursor: Cursor, left: Qualifier): EdtfDate | null {
  const from = cursor.at;
  cursor.skip(CHAR.Y);
  const negative = cursor.skip(CHAR.hyphen);
  const digitsAt = cursor.at;
  const digits = cursor.digitRun(MAX_YEAR_DIGITS + 1);
  if (digits === "" || digits.startsWith("0"))
    return cursor.refuse("Y needs a year without zeros before it.", LONG_YEAR_HINT, digitsAt);

  const exponent = cursor.skip(CHAR.E) ? cursor.digitRun(3) : null;
  if (exponent === "") return cursor.refuse("E needs a number after it.", LONG_YEAR_HINT);
  if (exponent?.startsWith("0")) return cursor.refuse("E needs a number without zeros before it.", LONG_YEAR_HINT);
  const size = Number(digits) * 10 ** Number(exponent ?? 0);
  if (size > MAX_YEAR) return cursor.refuse("the year has more than 12 digits.", LONG_YEAR_HINT);
  if (size <= 9999) return cursor.refuse("Y is for years of more than four digits.", LONG_YEAR_HINT, from);

  const text = cursor.text.slice(from, cursor.at);
  return finishYear(cursor, { size, negative, left, text, level: exponent === null ? 1 : 2 });
}

/** Reads `1950S2` from the S on; the four characters before it are given. */
export function readSignificantYear(
  cursor: Cursor,
  year: { readonly digits: string; readonly negative: boolean; readonly left: Qualifier },
): EdtfDate | null {
  if (year.digits.includes("X")) {
    return cursor.refuse("S and X exclude each other.", "Write 19XX, or 1950S2 for an estimate.");
  }
  const text = (year.negative ? "-" : "") + year.digits;
  return finishYear(cursor, { size: Number(year.digits), negative: year.negative, left: year.left, text, level: 0 });
}

interface YearSoFar {
  /** The year without its sign. */
  readonly size: number;
  readonly negative: boolean;
  readonly left: Qualifier;
  readonly text: string;
  /** The level that the notation needs so far. */
  readonly level: 0 | 1 | 2;
}

/** Reads `S` with its digits and the mark, and builds the date. */
function finishYear(cursor: Cursor, year: YearSoFar): EdtfDate | null {
  const { size, negative } = year;
  const significance = readSignificance(cursor, size);
  if (significance === null) return null;
  const qualifier = year.left | readQualifier(cursor);

  const { unitYears } = significance;
  const low = Math.floor(size / unitYears) * unitYears;
  const high = low + unitYears - 1;
  const startMs = dayNumberOf(negative ? -high : low, 1, 1) * DAY_MS;
  const endMs = dayNumberOf((negative ? -low : high) + 1, 1, 1) * DAY_MS;
  const date = draftDate(startMs, endMs, year.text + significance.text + markOf(qualifier));
  date.level = significance.text === "" ? year.level : 2;
  date.precision = precisionOfUnit(unitYears);
  qualify(date, qualifier);
  if (significance.text === "") return date;
  date.unspecified = unitYears > 1;
  date.estimatedYear = negative ? -size : size;
  return date;
}

interface Significance {
  /** The years that share the significant digits: 100 for `1950S2`. */
  readonly unitYears: number;
  /** `S2`, or empty. */
  readonly text: string;
}

const ALL_DIGITS: Significance = { unitYears: 1, text: "" };

function readSignificance(cursor: Cursor, size: number): Significance | null {
  if (!cursor.skip(CHAR.S)) return ALL_DIGITS;
  const from = cursor.at;
  const count = Number(cursor.digitRun(2));
  const yearDigits = size === 0 ? 0 : String(size).length;
  if (count >= 1 && count <= yearDigits) return { unitYears: 10 ** (yearDigits - count), text: `S${count}` };
  const hint = "Write S and the number of digits of the year that are known, as in 1950S2.";
  return cursor.refuse(`the year has ${yearDigits} significant digits.`, hint, from);
}

function precisionOfUnit(years: number): DatePrecision {
  if (years === 1) return "year";
  if (years === 10) return "decade";
  return years === 100 ? "century" : "millennium";
}
