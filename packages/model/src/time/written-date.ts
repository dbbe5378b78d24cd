import { hasX } from "./digit-mask.ts";
import type { DatePrecision, QualifiedParts } from "./edtf-types.ts";
import { CERTAIN, markOf, type Qualifier } from "./qualifier.ts";
import { yearGroupOf } from "./year-group.ts";

/** The characters of one calendar date and the marks on its parts, before any arithmetic. */
export interface WrittenDate {
  readonly negative: boolean;
  /** Four characters, each a digit or X. */
  readonly year: string;
  /** Two characters, each a digit or X, or a code 21-41; null when the date is a year. */
  readonly month: string | null;
  /** Two characters, each a digit or X. */
  readonly day: string | null;
  readonly marks: PartMarks;
}

/** What holds for each part, after a mark on the right of a part was spread to all parts left of it. */
export interface PartMarks {
  readonly year: Qualifier;
  readonly month: Qualifier;
  readonly day: Qualifier;
}

/** The code 21-41 written in place of a month; null for a true month or none. */
export function groupCodeOf(written: WrittenDate): number | null {
  if (written.month === null || hasX(written.month)) return null;
  const code = Number(written.month);
  return code > 12 ? code : null;
}

/** Whether any digit is X. */
export function isMasked(written: WrittenDate): boolean {
  return (
    hasX(written.year) || (written.month !== null && hasX(written.month)) || (written.day !== null && hasX(written.day))
  );
}

/** Whether one mark, or none, holds for all parts that are there. */
export function isUniform({ month, day, marks }: WrittenDate): boolean {
  return (month === null || marks.month === marks.year) && (day === null || marks.day === marks.year);
}

/** The marks of the parts when they differ, else null. */
export function qualifiedPartsOf(written: WrittenDate): QualifiedParts | null {
  if (isUniform(written)) return null;
  const { year, month, day } = written.marks;
  return { year: markOf(year), month: markOf(month), day: markOf(day) };
}

const YEAR_PRECISIONS: readonly DatePrecision[] = ["millennium", "millennium", "century", "decade"];

/** The precision of what stands before the first X. */
export function precisionOf(written: WrittenDate): DatePrecision {
  const firstX = written.year.indexOf("X");
  if (firstX >= 0) return YEAR_PRECISIONS[firstX] ?? "year";
  if (written.month === null || hasX(written.month)) return "year";
  const group = yearGroupOf(Number(written.month));
  if (group !== null) return group.precision;
  return written.day === null || hasX(written.day) ? "month" : "day";
}

/** The lowest ISO 8601-2 level whose notation has all that the date uses. */
export function levelOf(written: WrittenDate): 0 | 1 | 2 {
  const groupCode = groupCodeOf(written);
  if (!isUniform(written) || (groupCode !== null && groupCode > 24)) return 2;
  if (isMasked(written)) return LEVEL_1_X.test(written.year + (written.month ?? "") + (written.day ?? "")) ? 1 : 2;
  return written.negative || groupCode !== null || written.marks.year !== CERTAIN ? 1 : 0;
}

/** Level 1 knows X for the last one or two digits of a year, for a day, for a month, and for month and day. */
const LEVEL_1_X = /^(?:\d\d\dX|\d\dXX|\d{4}XX|\d{6}XX|\d{4}XXXX)$/;
