import { INPUT_ISSUES } from "./input-issues.ts";
import type { IssueKind } from "./issue-kind.ts";
import { PLACE_ISSUES } from "./place-issues.ts";
import { RECORD_ISSUES } from "./record-issues.ts";
import { TIME_ISSUES } from "./time-issues.ts";

/**
 * Every issue code that the readers of this package give, with its meaning and its remedy. Codes are stable:
 * one may be added, none is renamed. Readers of other formats may bring codes of their own under their own prefix.
 */
export const ISSUE_CODES = {
  ...INPUT_ISSUES,
  ...RECORD_ISSUES,
  ...TIME_ISSUES,
  ...PLACE_ISSUES,
} as const satisfies Record<string, IssueKind>;

/** A code of {@link ISSUE_CODES}. */
export type IssueCode = keyof typeof ISSUE_CODES;

/** What is known about a code; codes of foreign readers count as warnings that change nothing. */
export function issueKind(code: string): IssueKind {
  return Object.hasOwn(ISSUE_CODES, code)
    ? ISSUE_CODES[code as IssueCode]
    : { severity: "warning", changes: false, meaning: code, hint: "See the reader's documentation." };
}
