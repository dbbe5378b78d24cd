import { canonicalInterval } from "./canonical-text.ts";
import type { DatePrecision, EdtfBound, EdtfDate } from "./edtf-types.ts";
import { PLAIN_DAY } from "./plain-date.ts";
import { OPEN_BOUND, UNKNOWN_BOUND } from "./qualifier.ts";

/** One side of an interval: a date, `..` or nothing. */
export type IntervalSide = EdtfDate | "open" | "unknown";

/** All values of {@link DatePrecision}, coarsest first. */
const PRECISIONS: readonly DatePrecision[] = [
  "millennium",
  "century",
  "decade",
  "year",
  "semester",
  "quadrimester",
  "quarter",
  "season",
  "month",
  "day",
  "hour",
  "minute",
  "second",
  "millisecond",
];

/** The coarsest precision among dates; `millennium` when there is none. */
export function coarsestPrecision(dates: readonly EdtfDate[]): DatePrecision {
  const ranks = dates.map((date) => PRECISIONS.indexOf(date.precision));
  return PRECISIONS[Math.min(...ranks)] ?? "millennium";
}

/** Whether the sides end before they begin. */
export function isReversed(first: IntervalSide, last: IntervalSide): boolean {
  return typeof first !== "string" && typeof last !== "string" && first.startMs >= last.endMs;
}

/** The interval between two sides that are not reversed. */
export function intervalOf(first: IntervalSide, last: IntervalSide): EdtfDate {
  const members = [first, last].filter((side) => typeof side !== "string");
  const interval: EdtfDate = {
    ...PLAIN_DAY,
    ...joined(members),
    kind: "interval",
    level: intervalLevel(members, members.length < 2),
    startMs: typeof first === "string" ? Number.NEGATIVE_INFINITY : first.startMs,
    endMs: typeof last === "string" ? Number.POSITIVE_INFINITY : last.endMs,
    start: boundOf(first),
    end: boundOf(last),
    text: "",
  };
  return { ...interval, text: canonicalInterval(interval, "/") };
}

/** The fields of an interval or set that follow from its members alone. */
export function joined(
  members: readonly EdtfDate[],
): Pick<EdtfDate, "members" | "precision" | "approximate" | "uncertain" | "unspecified" | "zoned" | "leapSecond"> {
  return {
    members,
    precision: coarsestPrecision(members),
    approximate: members.some((member) => member.approximate),
    uncertain: members.some((member) => member.uncertain),
    unspecified: members.some((member) => member.unspecified),
    zoned: members.length > 0 && members.every((member) => member.zoned),
    leapSecond: members.some((member) => member.leapSecond),
  };
}

/** Level 1 adds open and unknown sides and marks at the end of a side; X in a side needs level 2. */
function intervalLevel(members: readonly EdtfDate[], hasFreeSide: boolean): 0 | 1 | 2 {
  if (members.some((member) => member.level === 2 || member.unspecified)) return 2;
  return hasFreeSide || members.some((member) => member.level === 1) ? 1 : 0;
}

function boundOf(side: IntervalSide): EdtfBound {
  if (side === "open") return OPEN_BOUND;
  return side === "unknown" ? UNKNOWN_BOUND : side.start;
}
