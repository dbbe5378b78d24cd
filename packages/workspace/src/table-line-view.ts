import type { Store } from "@whenwhere/store";
import { type CategoryStyle, h, markIcon, type Words } from "@whenwhere/view";
import { markedText } from "./marked-text.ts";
import type { TableLine } from "./table-lines.ts";
import { cellText, type TableColumn } from "./table-order.ts";

/** Columns whose words are the record's, in whatever language it was written. */
const FOREIGN: readonly TableColumn[] = ["where", "kind", "admin1", "actors", "sources", "tags", "id"];

/** What a line needs to be drawn. */
export interface LineContext {
  readonly store: Store;
  readonly words: Words;
  readonly styles: readonly CategoryStyle[];
  readonly columns: readonly TableColumn[];
  /** What is searched for, to be marked in the cells. */
  readonly question: string;
  /** A time window is set, so that the headings may speak of it. */
  readonly windowed: boolean;
}

function groupLine(line: TableLine & { readonly kind: "group" }, context: LineContext): HTMLElement {
  const key = `table.${line.certainty}${context.windowed ? "" : ".all"}`;
  return h(
    "div",
    { class: "ww-table-line ww-group", role: "row" },
    h(
      "div",
      { role: "gridcell", tabindex: -1, "aria-colindex": 1, "aria-colspan": context.columns.length },
      context.words.t(key, { n: line.count }),
    ),
  );
}

function recordLine(line: TableLine & { readonly kind: "record" }, context: LineContext): HTMLElement {
  const { store, words, styles, columns, question } = context;
  const incident = store.incident(line.row);
  const status = store.statusOf(line.row);
  const style = styles[store.columns.category.at(line.row)] as CategoryStyle;
  const cells = columns.map((column, index) => {
    const text = cellText(store, words, { row: line.row, column });
    const attributes = { role: "gridcell", tabindex: -1, "aria-colindex": index + 1, title: text };
    if (column !== "what")
      return h("div", { ...attributes, dir: FOREIGN.includes(column) ? "auto" : null }, markedText(text, question));
    const category = words.category(incident.category ?? "other");
    const icon = markIcon(style, { status, certainty: line.certainty, label: category });
    return h(
      "div",
      { ...attributes, class: "ww-table-what" },
      icon,
      h("span", { dir: "auto" }, markedText(text, question)),
    );
  });
  return h("div", { class: "ww-table-line", role: "row", "data-row": line.row }, cells);
}

/** A line of the table as a row of the grid. */
export function lineElement(line: TableLine, context: LineContext): HTMLElement {
  return line.kind === "group" ? groupLine(line, context) : recordLine(line, context);
}
