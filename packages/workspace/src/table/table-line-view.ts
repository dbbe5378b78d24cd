import type { Store } from "@whenwhere/store";
import { type CategoryStyle, categoryStyles, h, markIcon, replaceChildren, setText, type Words } from "@whenwhere/view";
import { markedText, searchedText } from "../facets/marked-text.ts";
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

/** What lines are drawn with now, in these columns. */
export function lineContext(
  { store, words }: Pick<LineContext, "store" | "words">,
  columns: readonly TableColumn[],
): LineContext {
  const windowed = Object.values(store.state.clauses).some((clause) => clause.kind === "window");
  const styles = categoryStyles(store.categories);
  return { store, words, styles, columns, question: searchedText(store), windowed };
}

/** A line of the table as a row of the grid. */
export interface LineView {
  readonly element: HTMLElement;
  /**
   * Writes another line into it, and no more than differs: under a brush lines change with every frame. False for a line of
   * another kind or with other columns, which needs an element of its own.
   */
  show(line: TableLine, context: LineContext): boolean;
}

type RecordLine = TableLine & { readonly kind: "record" };

function groupView(columns: readonly TableColumn[]): LineView {
  const cell = h("div", { role: "gridcell", tabindex: -1, "aria-colindex": 1, "aria-colspan": columns.length });
  return {
    element: h("div", { class: "ww-table-line ww-group", role: "row" }, cell),
    show(line, context) {
      if (line.kind !== "group" || context.columns !== columns) return false;
      const key = `table.${line.certainty}${context.windowed ? "" : ".all"}`;
      setText(cell, context.words.t(key, { n: line.count }));
      return true;
    },
  };
}

interface CellView {
  readonly element: HTMLElement;
  show(line: RecordLine, context: LineContext): void;
}

/** Marks that a cell keeps. */
const MOST_ICONS = 16;

function cellView(column: TableColumn, index: number): CellView {
  const isWhat = column === "what";
  const element = h("div", {
    ...{ role: "gridcell", tabindex: -1, "aria-colindex": index + 1 },
    ...(isWhat ? {} : { dir: FOREIGN.includes(column) ? "auto" : null }),
    class: isWhat || column === "when" ? `ww-table-${column}` : null,
  });
  const place = isWhat ? h("span", { dir: "auto" }) : element;
  if (isWhat) element.append(place);
  let [shownText, shownQuestion, shownIcon] = [null as string | null, "", ""];
  let icon: Element | null = null;
  /** Under a brush a cell shows the same few marks again and again. */
  const icons = new Map<string, Element>();
  let shownLanguage: string | null = null;
  const showIcon = (line: RecordLine, { store, words, styles }: LineContext): void => {
    const category = store.columns.category.at(line.row);
    const status = store.statusOf(line.row);
    const key = `${category}/${status}/${line.certainty}`;
    if (key === shownIcon) return;
    shownIcon = key;
    let next = icons.get(key);
    if (next === undefined) {
      const label = words.category(store.categories[category] || "other");
      next = markIcon(styles[category] as CategoryStyle, { status, certainty: line.certainty, label });
      if (icons.size >= MOST_ICONS) icons.clear();
      icons.set(key, next);
    }
    if (icon === null) element.prepend(next);
    else icon.replaceWith(next);
    icon = next;
  };
  return {
    element,
    show(line, context) {
      const { store, words, question } = context;
      if (isWhat) showIcon(line, context);
      if (isWhat && store.language !== shownLanguage) {
        shownLanguage = store.language;
        place.lang = shownLanguage ?? "";
      }
      const text = cellText(store, words, { row: line.row, column });
      if (text === shownText && question === shownQuestion) return;
      [shownText, shownQuestion] = [text, question];
      element.title = text;
      if (question === "") setText(place, text);
      else replaceChildren(place, markedText(text, question));
    },
  };
}

function recordView(columns: readonly TableColumn[]): LineView {
  const cells = columns.map(cellView);
  const element = h(
    "div",
    { class: "ww-table-line", role: "row" },
    cells.map((cell) => cell.element),
  );
  let shown = { row: -1, certainty: "", question: "" };
  return {
    element,
    show(line, context) {
      if (line.kind !== "record" || context.columns !== columns) return false;
      const { row, certainty } = line;
      const { question } = context;
      if (row === shown.row && certainty === shown.certainty && question === shown.question) return true;
      shown = { row, certainty, question };
      element.dataset.row = String(row);
      for (const cell of cells) cell.show(line, context);
      return true;
    },
  };
}

/** A line that is drawn for the first time. */
export function lineView(line: TableLine, context: LineContext): LineView {
  const view = line.kind === "group" ? groupView(context.columns) : recordView(context.columns);
  view.show(line, context);
  return view;
}
