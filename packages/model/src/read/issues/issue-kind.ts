import type { Issue } from "../../issues.ts";

/** What a code of `ISSUE_CODES` says about every issue that bears it. */
export interface IssueKind {
  readonly severity: Issue["severity"];
  /** True when the kept record differs from what the input said: the row counts as `changed`. */
  readonly changes: boolean;
  readonly meaning: string;
  readonly hint: string;
}

/** Puts an {@link IssueKind} into one line of a table. */
export function kind(severity: Issue["severity"], changes: boolean, meaning: string, hint: string): IssueKind {
  return { severity, changes, meaning, hint };
}
