import { readDate } from "./calendar-date.ts";
import { canonicalSet } from "./canonical-text.ts";
import { CHAR, type Cursor } from "./cursor.ts";
import { draftDate } from "./date-draft.ts";
import type { EdtfDate } from "./edtf-types.ts";
import { intervalOf, isReversed, joinMembers } from "./interval.ts";

/** More than the days of a year: a record with a longer list is a mistake of the file. */
const MAX_MEMBERS = 400;

/** Reads `[a,b,c..d]` (one of) or `{a,b,c..d}` (all of); the cursor stands at the opening bracket. */
export function readSet(cursor: Cursor): EdtfDate | null {
  const choice = cursor.skip(CHAR.openBracket) ? "one" : "all";
  if (choice === "all") cursor.skip(CHAR.openBrace);
  const close = choice === "one" ? CHAR.closeBracket : CHAR.closeBrace;

  cursor.commaSeparates = true;
  const excessAt = excessMemberAt(cursor.text);
  if (excessAt !== null) {
    return cursor.refuse(`a set has at most ${MAX_MEMBERS} members.`, "Write a range such as 2001..2020.", excessAt);
  }
  const members: EdtfDate[] = [];
  do {
    const member = readMember(cursor, { isFirst: members.length === 0, close });
    if (member === null) return null;
    members.push(member);
  } while (cursor.skip(CHAR.comma));

  if (!cursor.skip(close)) {
    const closing = String.fromCharCode(close);
    return cursor.refuse(
      `a comma or ${closing} must follow a member.`,
      `Separate members by commas and end with ${closing}.`,
    );
  }
  return setOf(members, choice);
}

/** Where the first member over the cap begins: found by its comma, before any member is read; null when there is none. */
function excessMemberAt(text: string): number | null {
  let comma = -1;
  for (let count = 0; count < MAX_MEMBERS; count++) {
    comma = text.indexOf(",", comma + 1);
    if (comma < 0) return null;
  }
  return comma + 1;
}

interface MemberPlace {
  readonly isFirst: boolean;
  readonly close: number;
}

function readMember(cursor: Cursor, { isFirst, close }: MemberPlace): EdtfDate | null {
  const from = cursor.at;
  if (cursor.skipDots()) {
    if (!isFirst) return cursor.refuse("only the first member may begin with two dots.", RANGE_HINT, from);
    const last = readMemberDate(cursor);
    return last === null ? null : intervalOf("open", last);
  }

  const first = readMemberDate(cursor);
  if (first === null || !cursor.skipDots()) return first;
  if (cursor.peek() === close) return intervalOf(first, "open");
  if (cursor.peek() === CHAR.comma) return cursor.refuse("only the last member may end with two dots.", RANGE_HINT);

  const last = readMemberDate(cursor);
  if (last === null) return null;
  if (!isReversed(first, last)) return intervalOf(first, last);
  return cursor.refuse("a range ends before it begins.", "Write the earlier date first.", from);
}

const RANGE_HINT = "Write [..1760,1770] for an open beginning and [1760,1770..] for an open end.";

function readMemberDate(cursor: Cursor): EdtfDate | null {
  const next = cursor.peek();
  if (next === CHAR.openBracket || next === CHAR.openBrace) {
    return cursor.refuse("a set cannot stand inside a set.", "Write all dates in one list.");
  }
  return readDate(cursor);
}

function setOf(members: readonly EdtfDate[], choice: "one" | "all"): EdtfDate {
  let [first, last] = [members[0] as EdtfDate, members[0] as EdtfDate];
  for (const member of members) {
    if (member.startMs < first.startMs) first = member;
    if (member.endMs > last.endMs) last = member;
  }
  const set = draftDate(first.startMs, last.endMs, canonicalSet(members, choice));
  set.kind = "set";
  set.level = 2;
  set.start = first.start;
  set.end = last.end;
  set.choice = choice;
  joinMembers(set, members);
  return set;
}
