import { canonicalInterval } from "./canonical-text.ts";
import { type DateDraft, draftDate } from "./date-draft.ts";
import type { DatePrecision, EdtfBound, EdtfDate } from "./edtf-types.ts";
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
function coarsestPrecision(dates: readonly EdtfDate[]): DatePrecision {
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
  const startMs = typeof first === "string" ? Number.NEGATIVE_INFINITY : first.startMs;
  const endMs = typeof last === "string" ? Number.POSITIVE_INFINITY : last.endMs;
  const interval = draftDate(startMs, endMs, "");
  interval.kind = "interval";
  interval.level = intervalLevel(members);
  interval.start = boundOf(first);
  interval.end = boundOf(last);
  joinMembers(interval, members);
  interval.text = canonicalInterval(interval, "/");
  return interval;
}

/** Writes into an interval or set what follows from its members alone. */
export function joinMembers(whole: DateDraft, members: readonly EdtfDate[]): void {
  whole.members = members;
  whole.precision = coarsestPrecision(members);
  whole.zoned = members.length > 0 && members.every((member) => member.zoned);
  for (const member of members) {
    whole.approximate ||= member.approximate;
    whole.uncertain ||= member.uncertain;
    whole.unspecified ||= member.unspecified;
    whole.leapSecond ||= member.leapSecond;
  }
}

/** Level 1 adds open and unknown sides and marks at the end of a side; X in a side needs level 2. */
function intervalLevel(members: readonly EdtfDate[]): 0 | 1 | 2 {
  if (members.some((member) => member.level === 2 || member.unspecified)) return 2;
  return members.length < 2 || members.some((member) => member.level === 1) ? 1 : 0;
}

function boundOf(side: IntervalSide): EdtfBound {
  if (side === "open") return OPEN_BOUND;
  return side === "unknown" ? UNKNOWN_BOUND : side.start;
}
