import type { ImportReport, Issue } from "@whenwhere/model";

const ROWS_SHOWN = 3;

/** Options of the library, as they are written on a command line; the longer ones first. */
const AS_TYPED: readonly (readonly [string, string])[] = [
  ['`mapping: {date: "..."}`', "`--map date=COLUMN`"],
  ["`mapping`", "`--map FIELD=COLUMN`"],
  ["`dayFirst: true` or `false`", "`--day-first` or `--month-first`"],
  ["`dayFirst`", "`--day-first` or `--month-first`"],
];

function asTyped(text: string): string {
  return AS_TYPED.reduce((words, [option, typed]) => words.replaceAll(option, typed), text);
}

/** The import report as text for people: the counts, then the issues grouped by code. */
export function reportText(name: string, report: ImportReport): string {
  const { read, kept, changed, undated, unplaced, rejected } = report.rows;
  const kind = report.format === "deletions" ? `${count(kept)} ids to drop` : null;
  const lines = [
    `${name}: ${report.format}, ${report.encoding}`,
    kind ??
      `${count(read)} read, ${count(kept)} kept, ${count(rejected)} refused; of those kept ${count(changed)} changed, ` +
        `${count(undated)} without a date, ${count(unplaced)} not on the map`,
  ];
  if (report.issues.some(({ row }) => row !== null)) lines.push("Rows are counted from 1, without the header.");
  for (const issues of byCode(report.issues)) lines.push("", ...groupLines(issues));
  return `${lines.join("\n")}\n`;
}

function groupLines(issues: readonly Issue[]): readonly string[] {
  const first = issues[0] as Issue;
  const lines = [`${first.severity} ${first.code} (${count(issues.length)})`];
  for (const issue of issues.slice(0, ROWS_SHOWN)) {
    lines.push(`  ${issue.row === null ? "" : `row ${issue.row}: `}${asTyped(issue.message)}`);
  }
  if (issues.length > ROWS_SHOWN) lines.push(`  ... and ${count(issues.length - ROWS_SHOWN)} more; --json lists all`);
  return [...lines, `  ${asTyped(first.hint)}`];
}

/** Errors first, then warnings, then what is only said. */
function byCode(issues: readonly Issue[]): readonly (readonly Issue[])[] {
  const groups = new Map<string, Issue[]>();
  for (const issue of issues) {
    const group = groups.get(issue.code);
    if (group === undefined) groups.set(issue.code, [issue]);
    else group.push(issue);
  }
  const rank = { error: 0, warning: 1, info: 2 };
  return [...groups.values()].sort((a, b) => rank[(a[0] as Issue).severity] - rank[(b[0] as Issue).severity]);
}

function count(n: number): string {
  return n.toLocaleString("en-US");
}
