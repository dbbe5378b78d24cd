import { type Child, h, type Words } from "@whenwhere/view";
import type { Verdict } from "./compare-change.ts";

/** What one side says in a line. */
export interface CompareCell {
  readonly text: string;
  /** Said below it, in small: "from 3 records". */
  readonly note?: string;
  /** It says nothing: printed as words, in quiet ink. */
  readonly isSilent?: boolean;
}

/** One line of a comparison. */
export interface CompareLine {
  readonly name: string;
  readonly cells: readonly [CompareCell, CompareCell];
  readonly verdict: Verdict;
  /** The difference in words. */
  readonly change: string;
  /** It is a number or a range: the sign alone does not say it. */
  readonly isMeasured?: boolean;
}

/** Lines under a heading; null for those that stand first. */
export interface CompareGroup {
  readonly heading: string | null;
  readonly lines: readonly CompareLine[];
}

/** Two sides, line by line: plain data, from which the table on the screen, on paper and the text file are made. */
export interface CompareSheet {
  /** "Compare two windows". */
  readonly title: string;
  readonly heads: readonly [string, string];
  readonly changeHead: string;
  readonly groups: readonly CompareGroup[];
  /** What must be known to read it, below the table. */
  readonly notes: readonly string[];
}

/** Signs that mark a line beside its words and its weight. */
const SIGNS: Readonly<Record<Verdict, string>> = { same: "", differs: "≠", maybe: "≈", one: "≠" };

/** Signs have a font of their own: in some fonts of texts they cannot be told apart. */
function signed(text: string): Child {
  return text === "≠" || text === "≈" ? h("span", { class: "ww-cmp-sign" }, text) : text;
}

function cell({ text, note, isSilent = false }: CompareCell): HTMLElement {
  return h(
    "td",
    { class: isSilent ? "ww-silent" : null },
    ownWay(text),
    note === undefined ? null : h("small", null, ownWay(note)),
  );
}

/** A text in the direction of its own script, in a cell that keeps that of the page; numbers alone run as the page does. */
function ownWay(text: string): HTMLElement {
  return h("span", { class: "ww-cmp-text", dir: /\p{L}/u.test(text) ? "auto" : null }, text);
}

function lineRow({ name, cells, verdict, change, isMeasured = false }: CompareLine): HTMLElement {
  const sign = SIGNS[verdict];
  return h(
    "tr",
    { class: `ww-cmp-${verdict}` },
    h("th", { scope: "row" }, ownWay(name)),
    cells.map(cell),
    h(
      "td",
      null,
      sign === "" ? null : h("span", { class: "ww-cmp-sign", "aria-hidden": "true" }, sign),
      // In the reader's own words, which a first sign of a number would turn round if each text chose its direction.
      h("span", { class: isMeasured ? null : "ww-cmp-word" }, change),
    ),
  );
}

/** The comparison as a table with its notes. All text as text. */
export function compareSheetNode(sheet: CompareSheet): HTMLElement {
  const { title, heads, changeHead, groups, notes } = sheet;
  const group = ({ heading, lines }: CompareGroup): Child => [
    heading === null ? null : h("tr", null, h("th", { scope: "rowgroup", colspan: 4 }, heading)),
    lines.map(lineRow),
  ];
  return h(
    "div",
    { class: "ww-cmp" },
    h(
      "table",
      { "aria-label": title },
      h(
        "thead",
        null,
        h(
          "tr",
          null,
          h("td", { class: "ww-cmp-name" }),
          heads.map((text) => h("th", { scope: "col" }, ownWay(text))),
          h("th", { scope: "col", class: "ww-cmp-change" }, changeHead),
        ),
      ),
      groups.map((one) => h("tbody", null, group(one))),
    ),
    h(
      "div",
      { class: "ww-cmp-notes ww-secondary ww-small" },
      notes.map((note) => h("p", null, note.split(/([≠≈])/u).map(signed))),
    ),
  );
}

function cellText({ text, note }: CompareCell, words: Words): string {
  return note === undefined ? text : `${text}${words.t("list.comma")}${note}`;
}

function lineText({ name, cells, verdict, change }: CompareLine, words: Words): string {
  const sign = SIGNS[verdict];
  const [a, b] = cells.map((one) => cellText(one, words));
  return `${sign === "" ? "" : `${sign} `}${name}: ${a} | ${b} | ${change}`;
}

/** The comparison as lines of text: signs, words and notes as in the table. */
export function compareSheetText(sheet: CompareSheet, words: Words): string {
  const { title, heads, changeHead, groups, notes } = sheet;
  const parts = groups.map(({ heading, lines }) =>
    [...(heading === null ? [] : [heading]), ...lines.map((line) => lineText(line, words))].join("\n"),
  );
  return [title, `${heads.join(" | ")} | ${changeHead}`, ...parts, notes.join("\n")].join("\n\n");
}
