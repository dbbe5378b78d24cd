import type { ImportReport, Issue } from "@whenwhere/model";
import { type Child, h, type Words } from "@whenwhere/view";

const LISTED = 200;

function issueItem(issue: Issue, words: Words): HTMLElement {
  const place =
    issue.row === null ? words.t("workspace.report.whole") : words.t("workspace.report.row", { n: issue.row });
  const field = issue.field ? `${words.t("list.comma")}${issue.field}` : "";
  return h(
    "li",
    { class: `ww-issue ww-issue-${issue.severity}` },
    h("p", null, h("b", null, `${place}${field}`), " ", issue.message),
    issue.hint ? h("p", { class: "ww-secondary" }, issue.hint) : null,
  );
}

/** "24 read, 0 changed, 0 refused". */
export function reportLine(report: ImportReport, words: Words): string {
  const { read, changed, rejected } = report.rows;
  return words.t("workspace.report", { read, changed, refused: rejected });
}

/** What an import did, problem by problem. */
export function reportPanel(report: ImportReport, words: Words): Child {
  const { issues } = report;
  const rest = issues.length - LISTED;
  return [
    h("h3", null, words.t("workspace.report.title")),
    h("p", { class: "ww-secondary" }, [report.format, report.encoding].filter(Boolean).join(words.t("list.comma"))),
    issues.length === 0
      ? h("p", null, words.t("workspace.report.none"))
      : h(
          "ol",
          { class: "ww-issues" },
          issues.slice(0, LISTED).map((issue) => issueItem(issue, words)),
        ),
    rest > 0 ? h("p", { class: "ww-secondary" }, words.t("workspace.report.more", { n: rest })) : null,
  ];
}
