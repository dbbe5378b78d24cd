import type { ImportReport, Issue } from "@whenwhere/model";
import { type Child, h, saveFile, type Words } from "@whenwhere/view";
import { type IssueGroup, issueGroups } from "./issue-groups.ts";
import { issueWords } from "./issue-words.ts";

/** Rows listed of one group; the saved report has them all. */
const LISTED = 20;
const SHORT = 80;

/** "24 read, 0 changed, 0 refused". */
export function reportLine(report: ImportReport, words: Words): string {
  const { read, changed, rejected } = report.rows;
  return words.t("workspace.report", { read, changed, refused: rejected });
}

/**
 * What an import did, problem by problem: those of one code together, the graver first, each with its rows. The list is
 * capped; the file that the button saves holds the report as it is.
 */
export function reportPanel(report: ImportReport, words: Words): Child {
  const { t } = words;
  const groups = issueGroups(report.issues);
  const about = [report.format, report.encoding].filter(Boolean).join(t("list.comma"));
  return [
    h("h3", null, t("workspace.report.title")),
    h("p", { class: "ww-secondary" }, `${reportLine(report, words)}${about === "" ? "" : ` (${about})`}`),
    groups.length === 0 ? h("p", null, t("workspace.report.none")) : groups.map((group) => groupItem(group, words)),
    h(
      "div",
      { class: "ww-report-tools" },
      h(
        "button",
        {
          type: "button",
          class: "ww-button",
          onclick: () => saveFile("import-report.json", JSON.stringify(report, null, 2), "application/json"),
        },
        t("workspace.report.save"),
      ),
    ),
  ];
}

/** One code: what it says, how often, what helps, and its rows behind a native disclosure where there are many. */
function groupItem(group: IssueGroup, words: Words): HTMLElement {
  const { t } = words;
  const { severity, issues } = group;
  const first = issues[0] as Issue;
  const only = issues.length === 1 ? first : undefined;
  const { says, hint, isTranslated } = issueWords(first, words);
  const value = only !== undefined && isTranslated ? valueText(only.value) : "";
  const count = only === undefined ? t("workspace.report.count", { n: issues.length }) : placeOf(only, words);
  const head = [
    h("b", { class: "ww-issue-severity" }, t(`workspace.report.severity.${severity}`)),
    " ",
    h("span", { class: "ww-secondary" }, count),
    " ",
    h(
      "span",
      { class: "ww-issue-says", dir: "auto" },
      says,
      value === "" ? null : [" ", h("q", { dir: "auto" }, value)],
    ),
    h("span", { class: "ww-secondary" }, t("workspace.report.hint", { hint })),
  ];
  const name = `ww-issue ww-issue-${severity}`;
  if (only !== undefined) return h("div", { class: name }, head);
  const rest = issues.length - LISTED;
  return h(
    "details",
    { class: name },
    h("summary", null, head),
    h(
      "ol",
      { class: "ww-issues" },
      issues.slice(0, LISTED).map((issue) => rowItem(issue, words)),
    ),
    rest > 0 ? h("p", { class: "ww-secondary" }, t("workspace.report.more", { n: rest })) : null,
  );
}

function rowItem(issue: Issue, words: Words): HTMLElement {
  const value = valueText(issue.value);
  const { says } = issueWords(issue, words);
  return h(
    "li",
    null,
    h("b", null, placeOf(issue, words)),
    " ",
    h("span", { dir: "auto", ...(value === "" ? {} : { title: says }) }, value === "" ? says : value),
  );
}

function placeOf(issue: Issue, words: Words): string {
  const row =
    issue.row === null ? words.t("workspace.report.whole") : words.t("workspace.report.row", { n: issue.row });
  return issue.field ? `${row}${words.t("list.comma")}${issue.field}` : row;
}

function valueText(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > SHORT ? `${text.slice(0, SHORT - 1)}…` : text;
}
