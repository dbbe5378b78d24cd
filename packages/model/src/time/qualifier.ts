import { CHAR, type Cursor } from "./cursor.ts";
import type { EdtfBound, QualifierMark } from "./edtf-types.ts";

/** Qualifiers as bits, so that two marks on one part add up: `?` and `~` make `%`. */
export type Qualifier = number;

export const CERTAIN: Qualifier = 0;
export const UNCERTAIN: Qualifier = 1;
export const APPROXIMATE: Qualifier = 2;

const MARKS: readonly QualifierMark[] = ["", "?", "~", "%"];

/** The character of a qualifier; empty for none. */
export function markOf(qualifier: Qualifier): QualifierMark {
  return MARKS[qualifier] ?? "";
}

/** Reads one of `?`, `~`, `%`; {@link CERTAIN} when none stands here. */
export function readQualifier(cursor: Cursor): Qualifier {
  if (cursor.skip(CHAR.question)) return UNCERTAIN;
  if (cursor.skip(CHAR.tilde)) return APPROXIMATE;
  if (cursor.skip(CHAR.percent)) return UNCERTAIN | APPROXIMATE;
  return CERTAIN;
}

const STATED_BOUNDS: readonly EdtfBound[] = [CERTAIN, UNCERTAIN, APPROXIMATE, UNCERTAIN | APPROXIMATE].map(
  (qualifier) =>
    Object.freeze({
      kind: "stated",
      approximate: (qualifier & APPROXIMATE) !== 0,
      uncertain: (qualifier & UNCERTAIN) !== 0,
    }),
);

/** A stated side under a qualifier. The objects are shared and frozen: a million dates hold no million bounds. */
export function statedBound(qualifier: Qualifier): EdtfBound {
  return STATED_BOUNDS[qualifier] as EdtfBound;
}

/** A side written `..`. */
export const OPEN_BOUND: EdtfBound = Object.freeze({ kind: "open", approximate: false, uncertain: false });

/** A side left empty. */
export const UNKNOWN_BOUND: EdtfBound = Object.freeze({ kind: "unknown", approximate: false, uncertain: false });
