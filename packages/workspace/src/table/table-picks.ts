import type { Store } from "@whenwhere/store";
import type { Words } from "@whenwhere/view";
import type { TableLines } from "./table-lines.ts";
import { cellText, type TableColumn } from "./table-order.ts";

/** Records picked in a table, beside the one that is selected in all views. */
export interface TablePicks {
  readonly ids: ReadonlySet<string>;
  /** Picks or drops one record; the selected one is picked first, when it is the first time. */
  toggle(line: number): void;
  /** Picks all records from the anchor to a line, in place of those of before. */
  extend(line: number): void;
  /** Picks every listed record, up to the most that can be picked. */
  all(): void;
  /** Where ranges begin. */
  anchor(line: number): void;
  /** False when there was nothing to drop. */
  clear(): boolean;
}

/** What the picks are made with. */
export interface TablePicksOptions {
  readonly store: Store;
  readonly lines: () => TableLines;
  readonly onChange: () => void;
}

/** More than anybody reads; a copy of more rows would take a second. */
const MOST = 10_000;

export function tablePicks({ store, lines, onChange }: TablePicksOptions): TablePicks {
  const ids = new Set<string>();
  let from = 1;
  const idAt = (line: number): string | null => {
    const found = lines().at(line);
    return found?.kind === "record" ? store.id(found.row) : null;
  };
  const range = (one: number, other: number): void => {
    ids.clear();
    for (let line = Math.min(one, other); line <= Math.max(one, other) && ids.size < MOST; line++) {
      const id = idAt(line);
      if (id !== null) ids.add(id);
    }
    onChange();
  };
  return {
    ids,
    toggle(line) {
      const id = idAt(line);
      if (id === null) return;
      const { selectedId } = store.state;
      if (ids.size === 0 && selectedId !== null && selectedId !== id) ids.add(selectedId);
      if (!ids.delete(id)) ids.add(id);
      from = line;
      onChange();
    },
    extend: (line) => range(from, line),
    all: () => range(0, lines().length - 1),
    anchor: (line) => {
      from = line;
    },
    clear() {
      if (ids.size === 0) return false;
      ids.clear();
      onChange();
      return true;
    },
  };
}

/** A cell of a spreadsheet: one line, and never a formula. */
function cellOfSheet(text: string): string {
  const line = text.replace(/[\t\r\n]+/g, " ");
  return /^[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(line) ? `'${line}` : line;
}

/** Records as tab-separated text with a row of headings, as spreadsheets take it; text that would be a formula is quoted. */
export function recordsAsText(
  store: Store,
  words: Words,
  what: { readonly rows: readonly number[]; readonly columns: readonly TableColumn[] },
): string {
  const head = what.columns.map((column) => words.t(`table.${column}`));
  const body = what.rows.map((row) =>
    what.columns.map((column) => cellOfSheet(cellText(store, words, { row, column }))),
  );
  return [head, ...body].map((cells) => cells.join("\t")).join("\n");
}

/** The reader has marked text of the page, which is what they mean to copy. */
export function hasMarkedText(): boolean {
  const selection = document.getSelection();
  return selection !== null && !selection.isCollapsed && selection.toString() !== "";
}
