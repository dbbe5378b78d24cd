import type { Issue } from "@whenwhere/model";

/** All issues of one code. */
export interface IssueGroup {
  readonly code: string;
  readonly severity: Issue["severity"];
  /** In the order of the rows. */
  readonly issues: readonly Issue[];
}

const GRAVITY: Readonly<Record<Issue["severity"], number>> = { error: 0, warning: 1, info: 2 };

/** Groups issues by code: errors first, then warnings, then the rest; within them the more frequent first. */
export function issueGroups(issues: readonly Issue[]): readonly IssueGroup[] {
  const byCode = new Map<string, Issue[]>();
  for (const issue of issues) {
    const group = byCode.get(issue.code);
    if (group === undefined) byCode.set(issue.code, [issue]);
    else group.push(issue);
  }
  return [...byCode.values()].map(groupOf).sort((a, b) => {
    return GRAVITY[a.severity] - GRAVITY[b.severity] || b.issues.length - a.issues.length;
  });
}

function groupOf(issues: readonly Issue[]): IssueGroup {
  const { code, severity } = issues[0] as Issue;
  return { code, severity, issues };
}
