import { dayText } from "../../time/day-text.ts";
import { namesOf, normalName } from "./column-names.ts";
import { foldDashes, plainCell } from "./plain-text.ts";

/** Serials of 1954 to 2064: smaller and larger numbers are more often something else. */
const [LEAST, MOST] = [20_000, 60_000];
/** Day number of 30 December 1899, from which the system of 1900 counts after its 29 February 1900, a day that never was. */
const ORIGIN = -25_569;

/** Whether a cell could be a spreadsheet's count of days; a fraction is its time of day. */
export function isSerial(text: string): boolean {
  const value = serialOf(text);
  return value >= LEAST && value <= MOST;
}

/** The day of a cell that {@link isSerial}, by the system of 1900. */
export function serialDay(text: string): string {
  return dayText(ORIGIN + Math.floor(serialOf(text)));
}

/** Names of a date column that may as well head numbers: "data" in English, our own "edtf". */
const OTHER_NAMES: readonly string[] = ["data", "timestamp", "edtf"];
/** A start or an end may be counted in anything, unless it is called a date. */
const DATE_WORD = /date|data|datum|fecha|дата|تاري|日期/;

/** Whether the name of a column says that dates stand in it. */
export function isDateName(name: string): boolean {
  const normal = normalName(name);
  if (namesOf("date").includes(normal)) return !OTHER_NAMES.includes(normal);
  return DATE_WORD.test(normal) && [...namesOf("start"), ...namesOf("end")].includes(normal);
}

function serialOf(text: string): number {
  const plain = foldDashes(plainCell(text));
  return /^\d{5}(?:[.,]\d+)?$/.test(plain) ? Number(plain.replace(",", ".")) : Number.NaN;
}
