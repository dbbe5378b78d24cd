import type { Store } from "@whenwhere/store";
import {
  attributionSlot,
  createEmitter,
  createFrameScheduler,
  createViewRoot,
  h,
  resolveTarget,
  type Words,
} from "@whenwhere/view";
import { ownWords } from "./own-words.ts";
import { TableBody } from "./table-body.ts";
import { tableCss } from "./table-css.ts";
import type { TableSort } from "./table-order.ts";
import type { WidgetHandle } from "./widget.ts";

/** Options of {@link recordTable}. */
export interface RecordTableOptions {
  readonly store: Store;
  /** Default English. */
  readonly words?: Words;
  readonly locale?: string;
  /** Default: rising by date. */
  readonly sort?: TableSort;
  /** Overrides the reader's light or dark setting. */
  readonly theme?: "light" | "dark";
}

/** What a table tells. */
export interface RecordTableEvents {
  sort: TableSort;
}

/** Keys of a saved table. */
export interface RecordTableState {
  readonly sort: TableSort;
}

/** Handle of a table. */
export type RecordTableHandle = WidgetHandle<
  Omit<RecordTableOptions, "store" | "words" | "locale" | "theme">,
  RecordTableEvents,
  RecordTableState
>;

/**
 * The records in words: the accessible twin of the timeline and the map, and the same rows. A virtualised ARIA grid with
 * one tab stop; arrows, Home, End and Page keys walk it, Enter selects, Enter on a heading sorts. Rows that pass the
 * filters surely stand apart from rows that pass only possibly. Selection and hover are the store's.
 *
 * @throws WhenWhereError `view/target-missing`.
 */
export function recordTable(target: string | Element, options: RecordTableOptions): RecordTableHandle {
  const { store, theme } = options;
  const words = ownWords(options);
  const root = createViewRoot(resolveTarget(target), {
    className: "ww-table",
    css: tableCss,
    words,
    ...(theme === undefined ? {} : { theme }),
  });
  const emitter = createEmitter<RecordTableEvents>();
  const frame = createFrameScheduler();
  const note = h("span", { class: "ww-head-note" });
  const empty = h(
    "div",
    { class: "ww-empty", hidden: true },
    h("p", null),
    h("button", { type: "button", class: "ww-button", onclick: () => store.clear() }, words.t("workspace.clear-all")),
  );
  const body = new TableBody({ store, words, frame, onSort: (sort) => emitter.emit("sort", sort) });
  if (options.sort) body.sortBy(options.sort);
  root.element.append(h("div", { class: "ww-head" }, h("h3", null, words.t("table.title")), note), empty, body.element);
  const credit = attributionSlot(root.element, store);

  const refresh = (): void => {
    body.refresh();
    const counts = store.count();
    note.textContent = words.t("table.note", { n: counts.shown });
    const none = counts.shown === 0;
    empty.hidden = !none;
    body.element.hidden = none;
    const [text, button] = empty.children as unknown as [HTMLElement, HTMLElement];
    text.textContent = words.t(counts.total === 0 ? "workspace.empty" : "workspace.nothing-shown");
    button.hidden = counts.total === 0;
  };
  const undo = [
    store.on("filter", () => frame.request(refresh)),
    store.on("data", () => {
      body.forget();
      frame.request(refresh);
    }),
    store.on("selection", () => body.markSelection(true)),
    store.on("hover", () => body.markHover()),
  ];
  refresh();
  body.markSelection(true);

  return {
    element: root.element,
    get state() {
      return { sort: body.sort };
    },
    update(changes) {
      if (changes.sort) body.sortBy(changes.sort);
    },
    on: emitter.on,
    destroy() {
      for (const one of undo) one();
      undo.length = 0;
      frame.destroy();
      body.destroy();
      emitter.clear();
      credit.destroy();
      root.destroy();
    },
  };
}
