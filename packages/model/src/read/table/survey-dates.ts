import { normalName } from "./column-names.ts";
import { type DateDoubts, doubtsOf, isOtherYear, NO_DOUBTS, yearOf } from "./date-doubt.ts";
import { type DateReading, readDateText } from "./date-text.ts";
import { plainCell } from "./plain-text.ts";
import { isSerial } from "./serial-day.ts";
import type { TableRow } from "./table.ts";

/** What was counted in a column of dates. */
export interface DateSurvey {
  /** Rows of the form a-b-year in which a, or b, is over 12; and those that could be either. */
  readonly firstOver: number;
  readonly secondOver: number;
  readonly either: number;
  readonly withTime: number;
  readonly midnight: number;
  readonly compact: number;
  readonly epoch: number;
  readonly season: number;
  readonly calendar: number;
  readonly week: number;
  /** Cells that may be a spreadsheet's count of days, those of them with a time of day, and all cells that say something. */
  readonly serial: number;
  readonly serialTime: number;
  readonly stated: number;
  /** Years of 1300 to 1500 that were taken for Gregorian. */
  readonly otherYears: number;
  readonly doubts: DateDoubts;
}

const ARABIC_SCRIPT = /\p{Script=Arabic}/u;

const NO_COUNTS = {
  firstOver: 0,
  secondOver: 0,
  either: 0,
  withTime: 0,
  midnight: 0,
  compact: 0,
  epoch: 0,
  season: 0,
  calendar: 0,
  week: 0,
  serial: 0,
  serialTime: 0,
  stated: 0,
  otherYears: 0,
};

/** Reads a whole column of dates once, before any row is made of it. */
export function surveyDates(rows: readonly TableRow[], column: number, name: string): DateSurvey {
  const seen: Counts = { ...NO_COUNTS };
  const found: Found = { epochs: 0, zeros: 0, alien: 0, isAlienName: ARABIC_SCRIPT.test(name) };
  const years = new Map<number, number>();
  for (const { cells } of rows) {
    const cell = cells[column];
    if (typeof cell !== "string" && typeof cell !== "number") continue;
    const text = String(cell);
    const reading = readDateText(text, null);
    countReading(seen, reading, plainCell(text));
    countSerial(seen, reading, text);
    // Which of two numbers is the day does not matter to the year.
    const year = reading.kind === "edtf" ? yearOf(reading.edtf) : yearAtEnd(reading, text);
    if (year !== null) years.set(year, (years.get(year) ?? 0) + 1);
    if (year !== null && isOtherYear(year)) {
      seen.otherYears++;
      found.alien += Number(isAlienForm(text));
    }
    found.epochs += Number(isEpoch(reading));
    found.zeros += Number(isZeros(reading, text));
  }
  return { ...seen, doubts: normalName(name) === "edtf" ? NO_DOUBTS : doubtsOf(years, found) };
}

/** Years of 1300 to 1500 in digits of Arabic script, or parted by strokes or points, are not written in ISO form. */
function isAlienForm(text: string): boolean {
  return ARABIC_SCRIPT.test(text) || /^'?\d{1,4}[/.]\d{1,2}[/.]\d{1,4}/.test(text.trim());
}

function isEpoch(reading: DateReading): boolean {
  return reading.kind === "edtf" && /^1970-01-01($|T00:00)/.test(reading.edtf);
}

function isZeros(reading: DateReading, text: string): boolean {
  return reading.kind === "none" && /^[0\s:-]+$/.test(text);
}

interface Found {
  epochs: number;
  zeros: number;
  alien: number;
  readonly isAlienName: boolean;
}

function yearAtEnd(reading: DateReading, text: string): number | null {
  const year = reading.kind === "ambiguous" ? /(\d{4})(?!\d)/.exec(text)?.[1] : undefined;
  return year === undefined ? null : Number(year);
}

type Counts = { -readonly [K in keyof Omit<DateSurvey, "doubts">]: number };

function countReading(seen: Counts, reading: DateReading, text: string): void {
  if (reading.kind === "ambiguous") seen.either++;
  if (reading.kind !== "edtf") return;
  if (reading.edtf.includes("T")) seen.withTime++;
  if (reading.midnight) seen.midnight++;
  if (reading.via === "numbers") countOrder(seen, text);
  else if (reading.via !== "edtf" && reading.via !== "words" && reading.via !== "relative") seen[reading.via]++;
}

function countSerial(seen: Counts, reading: DateReading, text: string): void {
  if (reading.kind !== "none") seen.stated++;
  if (reading.kind !== "bad" || !isSerial(text)) return;
  seen.serial++;
  if (/[.,]\d*[1-9]/.test(text)) seen.serialTime++;
}

function countOrder(seen: Counts, text: string): void {
  const [, first, second] = /^\D*(\d{1,2})\D(\d{1,2})\D\s?\d{4}/.exec(text) ?? [];
  if (Number(first) > 12) seen.firstOver++;
  else if (Number(second) > 12) seen.secondOver++;
}
