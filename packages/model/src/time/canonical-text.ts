import type { EdtfDate } from "./edtf-types.ts";
import { markOf } from "./qualifier.ts";
import { isUniform, type WrittenDate } from "./written-date.ts";

/**
 * The canonical text of a calendar date.
 *
 * The longest run of parts from the left that share a mark is marked once, on its right; every other marked part is
 * marked on its left. So `?2004-?06-?11` becomes `2004-06-11?`, and `?2004-06-~11` becomes `2004?-06-~11`.
 */
export function canonicalDate(written: WrittenDate): string {
  const { year, month, day, marks } = written;
  const sign = written.negative ? "-" : "";
  if (isUniform(written)) {
    const rest = (month === null ? "" : `-${month}`) + (day === null ? "" : `-${day}`);
    return sign + year + rest + markOf(marks.year);
  }
  // The parts differ, so there is a month; the shared run is the year alone, or year and month before another day.
  const monthShares = marks.month === marks.year;
  const yearText = monthShares ? year : year + markOf(marks.year);
  const monthText = monthShares ? month + markOf(marks.year) : markOf(marks.month) + month;
  const dayText = day === null ? "" : `-${markOf(marks.day)}${day}`;
  return `${sign}${yearText}-${monthText}${dayText}`;
}

/** The canonical text of an interval: its sides around `/`, or around `..` inside a set. */
export function canonicalInterval(interval: EdtfDate, separator: "/" | ".."): string {
  const [first, last] = [interval.members[0], interval.members.at(-1)];
  const openText = separator === "/" ? ".." : "";
  const side = (kind: string, date: EdtfDate | undefined) => {
    if (kind === "stated") return date?.text ?? "";
    return kind === "open" ? openText : "";
  };
  return side(interval.start.kind, first) + separator + side(interval.end.kind, last);
}

/** The canonical text of a set: members in the written order. */
export function canonicalSet(members: readonly EdtfDate[], choice: "one" | "all"): string {
  const inner = members
    .map((member) => (member.kind === "interval" ? canonicalInterval(member, "..") : member.text))
    .join(",");
  return choice === "one" ? `[${inner}]` : `{${inner}}`;
}
