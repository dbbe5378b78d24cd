import { type OptionForm, type OptionKind, refuseOptions } from "@whenwhere/model/refuse-options";
import type { Store } from "@whenwhere/store";
import {
  createEmitter,
  createFrameScheduler,
  createViewRoot,
  h,
  refuseView,
  resolveTarget,
  setTheme,
  type ThemeChoice,
  type Words,
} from "@whenwhere/view";
import { creditInLine } from "../credit-in-line.ts";
import { layOut } from "../lay-out.ts";
import { LOOK_FORM, ownWords } from "../own-words.ts";
import type { WidgetHandle } from "../widget.ts";
import { followRecords } from "./follow-records.ts";
import { copyText, picksBar } from "./picks-bar.ts";
import { shownNote } from "./shown-note.ts";
import { TableBody } from "./table-body.ts";
import { columnChooser } from "./table-columns.ts";
import { tableCss } from "./table-css.ts";
import { TABLE_COLUMNS, type TableColumn, type TableSort } from "./table-order.ts";

/** Options of {@link recordTable}. */
export interface RecordTableOptions {
  readonly store: Store;
  /** Default English. */
  readonly words?: Words;
  readonly locale?: string;
  /** One key, or several, the first one first. Default: rising by date. */
  readonly sort?: TableSort | readonly TableSort[];
  /** Default, and `null`: those for which there is room. */
  readonly columns?: readonly TableColumn[] | null;
  /** Overrides the reader's light or dark setting. */
  readonly theme?: ThemeChoice;
}

/** What a table tells. */
export interface RecordTableEvents {
  /** Another order, or other columns. */
  sort: TableSort;
}

/** Keys of a saved table. */
export interface RecordTableState {
  /** The first key. */
  readonly sort: TableSort;
  /** All keys. */
  readonly sorts: readonly TableSort[];
  /** Null where the width decides. */
  readonly columns: readonly TableColumn[] | null;
}

/** Handle of a table. */
export type RecordTableHandle = WidgetHandle<
  Omit<RecordTableOptions, "store" | "words" | "locale">,
  RecordTableEvents,
  RecordTableState
>;

function listOf(sort: TableSort | readonly TableSort[]): readonly TableSort[] {
  return "column" in sort ? [sort] : sort;
}

const SORT: OptionKind = {
  says: `{ column, descending } of ${TABLE_COLUMNS.join(", ")}`,
  takes: (value) => TABLE_COLUMNS.includes((value as TableSort)?.column),
};
/** Options of a table that change, by name. */
export const TABLE_FORM = { sort: [SORT, [SORT]], columns: [TABLE_COLUMNS, null] } as const;
const TABLE = { code: "table", name: "recordTable" };

const FORM: OptionForm<RecordTableOptions> = {
  ...LOOK_FORM,
  store: "any",
  ...TABLE_FORM,
};

/**
 * The records in words: the accessible twin of the timeline and the map, and the same rows. A virtualised ARIA grid with
 * one tab stop; arrows, Home, End and Page keys walk it, Enter selects, Enter on a heading sorts, with Shift by one more
 * column. Ctrl with Enter or a press picks many, Shift a range; what is picked is copied for a spreadsheet. Rows that pass the
 * filters surely stand apart from rows that pass only possibly. Selection and hover are the store's.
 *
 * The order of dates: by the earliest possible instant; of records that begin together the narrower first, then the earlier in
 * the input; records without a date last, whichever way. Cost at a million rows: order of time is the store's own; any other
 * order is made in slices of 8 ms while the table stays in use.
 *
 * @throws WhenWhereError `view/target-missing`, `table/store-missing`, `table/option-unknown`.
 */
export function recordTable(target: string | Element, options: RecordTableOptions): RecordTableHandle {
  refuseView(options, FORM, TABLE);
  const { store, theme } = options;
  const words = ownWords(options);
  const root = createViewRoot(resolveTarget(target), {
    className: "ww-table",
    css: tableCss,
    words,
    theme,
  });
  const emitter = createEmitter<RecordTableEvents>("table", { sort: "any" });
  const frame = createFrameScheduler();
  const picks = picksBar(words, {
    onCopy: async () => {
      const text = body.asText();
      if (text === null) return;
      picks.say(words.t((await copyText(text)) ? "table.copied" : "table.copy-refused"));
    },
    onClear: () => body.picks.clear(),
  });
  const body: TableBody = new TableBody({
    store,
    words,
    frame,
    onSort: ([first]) => first && emitter.emit("sort", first),
    onPicks: () => picks.show(body.picks.ids.size),
  });
  if (options.columns) body.choose(options.columns);
  if (options.sort) body.sortBy(listOf(options.sort));
  const chooser = columnChooser(words, { get: () => body.columns, set: (columns) => body.choose(columns) });
  const shown = shownNote(store, words);
  const head = h(
    "div",
    { class: "ww-head" },
    h("h3", null, words.t("table.title")),
    shown.note,
    h("div", { class: "ww-head-tools" }, picks.element, chooser.element),
  );
  root.element.append(head, shown.empty, body.element);
  const credit = creditInLine(root.element, store);
  const unfollow = followRecords({
    store,
    frame,
    body,
    refresh() {
      body.refresh();
      body.element.hidden = shown.refresh() === 0;
    },
    drawn: () => layOut(root.element),
  });

  return {
    element: root.element,
    get state() {
      return { sort: body.sort[0] as TableSort, sorts: body.sort, columns: body.chosen };
    },
    update(changes) {
      refuseOptions(changes, { ...TABLE_FORM, theme: FORM.theme }, { ...TABLE, name: "recordTable.update" });
      if (changes.theme !== undefined) setTheme(root.element, changes.theme);
      if (changes.columns !== undefined) body.choose(changes.columns);
      if (changes.sort) body.sortBy(listOf(changes.sort));
    },
    on: emitter.on,
    destroy() {
      unfollow();
      frame.destroy();
      body.destroy();
      emitter.clear();
      credit.destroy();
      root.destroy();
    },
  };
}
