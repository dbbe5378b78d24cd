import type { EdtfDate } from "./edtf-types.ts";
import { CERTAIN, markOf } from "./qualifier.ts";
import { partQualifiers, type WrittenDate } from "./written-date.ts";

/**
 * The canonical text of a calendar date.
 *
 * The longest run of parts from the left that share a mark is marked once, on its right; every other marked part is
 * marked on its left. So `?2004-?06-?11` becomes `2004-06-11?`, and `?2004-06-~11` becomes `2004?-06-~11`.
 */
export function canonicalDate(written: WrittenDate): string {
  const qualifiers = partQualifiers(written);
  const shared = qualifiers[0] ?? CERTAIN;
  const changeAt = qualifiers.findIndex((qualifier) => qualifier !== shared);
  const sharedCount = changeAt < 0 ? qualifiers.length : changeAt;

  const texts = [written.year, written.month ?? "", written.day ?? ""].slice(0, qualifiers.length);
  const marked = texts.map((text, i) => {
    if (i >= sharedCount) return markOf(qualifiers[i] ?? CERTAIN) + text;
    return i === sharedCount - 1 ? text + markOf(shared) : text;
  });
  return (written.negative ? "-" : "") + marked.join("-");
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
