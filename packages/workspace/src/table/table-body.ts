import type { Store } from "@whenwhere/store";
import { type FrameScheduler, h, setStyle, type Words } from "@whenwhere/view";
import { ShownLines } from "./shown-lines.ts";
import { headCells } from "./table-head.ts";
import { focusedOf, keyMove } from "./table-keys.ts";
import { type LineContext, lineContext } from "./table-line-view.ts";
import { NO_LINES, type TableLines } from "./table-lines.ts";
import type { TableColumn, TableSort } from "./table-order.ts";
import { hasMarkedText, recordsAsText, type TablePicks, tablePicks } from "./table-picks.ts";
import { pressedSort, type TableSorter, tableSorter } from "./table-sorter.ts";
import { type TableWidths, tableWidths, usualColumns, WIDE_PX } from "./table-widths.ts";
import { lastScrollTop, scrollTo, type VirtualShape, virtualWindow } from "./virtual-window.ts";

/** What the grid needs. */
export interface TableBodyOptions {
  readonly store: Store;
  readonly words: Words;
  readonly frame: FrameScheduler;
  readonly onSort: (sort: readonly TableSort[]) => void;
  readonly onPicks: () => void;
}

/** Height of the view before the first layout, and of the lines where the page says none. */
const [USUAL_HEIGHT_PX, NATURAL_PX, LINE_PX] = [400, 432, 24];

/** The grid of a table: which lines exist, which are in the page, and where the keyboard is. */
export class TableBody {
  readonly element: HTMLElement;
  readonly picks: TablePicks;
  readonly #sorter: TableSorter;
  readonly #widths: TableWidths;
  readonly #options: TableBodyOptions;
  readonly #head: HTMLElement;
  readonly #scroll: HTMLElement;
  readonly #shown: ShownLines;
  readonly #resize: ResizeObserver;
  readonly #lineHeightPx: number;
  #chosen: readonly TableColumn[] | null = null;
  #columns: readonly TableColumn[] = usualColumns(0);
  #lines: TableLines = NO_LINES;
  /** Line and column of the tab stop; line -1 is the headings. */
  #active = { line: 0, column: 0 };
  #context: LineContext;
  /** Height of the lines' view when it was last laid out; null before. Asking the page in the midst of changes costs a layout. */
  #viewHeightPx: number | null = null;
  /** What the headings say now. */
  #headKey = "";

  constructor(options: TableBodyOptions) {
    this.#options = options;
    const { store, words, onPicks } = options;
    this.#sorter = tableSorter({ store, words, onReady: () => this.refresh() });
    this.#widths = tableWidths(options);
    this.picks = tablePicks({
      store,
      lines: () => this.#lines,
      onChange: () => {
        this.markHover();
        onPicks();
      },
    });
    this.#lineHeightPx = matchMedia("(pointer: coarse)").matches ? 44 : LINE_PX;
    this.#context = this.#makeContext();
    this.#head = h("div", { class: "ww-table-head", role: "row", "aria-rowindex": 1 });
    const space = h("div", { class: "ww-table-space", role: "presentation" });
    this.#shown = new ShownLines({
      space,
      lineHeightPx: this.#lineHeightPx,
      lineAt: (index) => this.#lines.at(index),
      context: () => this.#context,
      mark: (element, index) => this.#mark(element, index),
      hasFocus: (element) => element.contains(focusedOf(this.element)),
    });
    this.#scroll = h("div", { class: "ww-table-scroll", role: "rowgroup", tabindex: -1 }, space);
    this.element = h(
      "div",
      { class: "ww-table-grid", role: "grid", "aria-label": words.t("table.label"), "aria-multiselectable": "true" },
      h("div", { role: "rowgroup" }, this.#head),
      this.#scroll,
    );
    this.#writeColumns();
    this.#listen();
    this.#resize = new ResizeObserver(([entry]) => {
      const line = this.#selectedLine();
      const wasSeen = line >= 0 && scrollTo(this.#shape, this.#scroll.scrollTop, { index: line, coverPx: 0 });
      this.#viewHeightPx = entry?.contentRect.height ?? null;
      options.frame.request(this.#relayout);
      // A pane that becomes lower, as when the timeline beside it comes, keeps in sight what a link or a reader has picked.
      if (wasSeen !== false && Math.abs(wasSeen - this.#scroll.scrollTop) < 1) this.#reveal(line);
    });
    this.#resize.observe(this.#scroll);
  }

  get sort(): readonly TableSort[] {
    return this.#sorter.sort;
  }

  /** Columns that the reader has chosen; null where the width decides. */
  get chosen(): readonly TableColumn[] | null {
    return this.#chosen;
  }

  get columns(): readonly TableColumn[] {
    return this.#columns;
  }

  sortBy(sort: readonly TableSort[]): void {
    this.#sorter.by(sort);
    // Long orders are made in slices; until they are there, the heading says which is coming.
    if (this.#sorter.isBusy) this.refresh();
    this.#options.onSort(this.#sorter.sort);
  }

  choose(columns: readonly TableColumn[] | null): void {
    this.#chosen = columns;
    this.#relayout();
    this.#options.onSort(this.#sorter.sort);
  }

  /** Reads the rows that pass anew. */
  refresh(): void {
    const hadFocus = this.element.contains(focusedOf(this.element));
    // Asked before anything is written, which would cost a layout.
    const { scrollTop } = this.#scroll;
    this.#lines = this.#sorter.lines();
    this.#active.line = Math.min(this.#active.line, this.#lines.length - 1);
    this.#context = this.#makeContext();
    this.element.setAttribute("aria-rowcount", String(this.#lines.length + 1));
    this.element.setAttribute("aria-busy", String(this.#sorter.isBusy));
    this.#drawHead();
    this.#shown.rewrite();
    this.#drawFrom(Math.min(scrollTop, lastScrollTop(this.#shape)));
    this.#setActive(this.#active.line, this.#active.column);
    if (hadFocus && focusedOf(this.element) !== this.#activeCell()) this.#activeCell()?.focus({ preventScroll: true });
  }

  /** Forgets the orders of data that are gone. */
  forget(): void {
    this.picks.clear();
    this.#shown.clear();
    this.#sorter.forget();
    this.#widths.forget();
    this.#writeColumns();
  }

  /** The picked records, else the one under the keyboard, as text for a spreadsheet; null when there is none. */
  asText(): string | null {
    const { store, words } = this.#options;
    const line = this.#lines.at(this.#active.line);
    const rows = [...this.picks.ids].map((id) => store.rowOf(id)).filter((row) => row >= 0);
    if (rows.length === 0 && line?.kind === "record") rows.push(line.row);
    return rows.length === 0 ? null : recordsAsText(store, words, { rows, columns: this.#columns });
  }

  markSelection(reveal: boolean): void {
    const line = this.#selectedLine();
    if (reveal && line >= 0) this.#reveal(line);
    this.markHover();
    if (line >= 0 && !this.element.contains(focusedOf(this.element))) this.#setActive(line, this.#active.column);
  }

  #selectedLine(): number {
    const { store } = this.#options;
    const { selectedId } = store.state;
    const row = selectedId === null ? -1 : store.rowOf(selectedId);
    return row < 0 ? -1 : this.#lines.indexOf(row);
  }

  markHover(): void {
    this.#shown.mark();
  }

  destroy(): void {
    this.#resize.disconnect();
    this.#sorter.destroy();
    this.#shown.clear();
    this.element.remove();
  }

  #listen(): void {
    const { store, frame } = this.#options;
    this.#scroll.addEventListener("scroll", () => frame.request(this.#drawSome), { passive: true });
    this.element.addEventListener("keydown", (event) => this.#onKey(event));
    this.#scroll.addEventListener("click", (event) => {
      const row = this.#rowOfEvent(event);
      if (row === null) return;
      this.#press(this.#lines.indexOf(row), event);
    });
    this.element.addEventListener("copy", (event) => {
      const text = hasMarkedText() ? null : this.asText();
      if (text === null) return;
      event.preventDefault();
      event.clipboardData?.setData("text/plain", text);
    });
    // A range of records, not of letters.
    this.#scroll.addEventListener("mousedown", (event) => event.shiftKey && event.preventDefault());
    this.#scroll.addEventListener("pointerover", (event) => {
      const row = event.pointerType === "mouse" ? this.#rowOfEvent(event) : null;
      if (row !== null) store.hover(store.id(row));
    });
    this.#scroll.addEventListener("pointerleave", () => store.hover(null));
    this.element.addEventListener("focusin", (event) => {
      this.#takePlace(event);
      const row = this.#rowOfEvent(event);
      if (row !== null) store.hover(store.id(row));
    });
    this.element.addEventListener("focusout", () => store.hover(null));
  }

  #rowOfEvent(event: Event): number | null {
    const line = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-row]") : null;
    return line === null ? null : Number(line.dataset.row);
  }

  /** The keyboard goes on from the cell that has the focus, however it came there. */
  #takePlace(event: Event): void {
    const cell = event.target instanceof Element ? event.target.closest("[aria-colindex]") : null;
    if (cell === null) return;
    const row = this.#rowOfEvent(event);
    const line = cell.getAttribute("role") === "columnheader" ? -1 : row === null ? null : this.#lines.indexOf(row);
    if (line !== null) this.#setActive(line, Number(cell.getAttribute("aria-colindex")) - 1);
  }

  #makeContext(): LineContext {
    return lineContext(this.#options, this.#columns);
  }

  /** Selects in all views; with Ctrl or Cmd picks one more, with Shift all between. */
  #press(line: number, event: MouseEvent | KeyboardEvent): void {
    const { store } = this.#options;
    const found = this.#lines.at(line);
    if (found?.kind !== "record") return;
    this.#setActive(line, this.#active.column);
    if (event.shiftKey) this.picks.extend(line);
    else if (event.ctrlKey || event.metaKey) this.picks.toggle(line);
    else {
      this.picks.anchor(line);
      this.picks.clear();
      store.select(store.id(found.row));
    }
  }

  get #shape(): VirtualShape {
    return {
      count: this.#lines.length,
      lineHeightPx: this.#lineHeightPx,
      viewHeightPx: (this.#viewHeightPx ?? this.#scroll.clientHeight) || USUAL_HEIGHT_PX,
    };
  }

  readonly #relayout = (): void => {
    const { clientWidth } = this.#scroll;
    this.element.classList.toggle("ww-narrow", clientWidth < WIDE_PX);
    const columns = this.#chosen ?? usualColumns(clientWidth, this.#lineHeightPx > LINE_PX);
    if (columns.join() === this.#columns.join()) {
      this.#writeColumns();
      this.#drawSome();
      return;
    }
    this.#columns = columns;
    this.#context = this.#makeContext();
    this.#drawAll();
  };

  /** All lines anew, for other columns. */
  #drawAll(): void {
    const hadFocus = this.element.contains(focusedOf(this.element));
    this.#shown.clear();
    this.#writeColumns();
    this.#drawHead();
    this.#drawSome();
    this.#setActive(this.#active.line, this.#active.column);
    if (hadFocus) this.#activeCell()?.focus({ preventScroll: true });
  }

  readonly #writeColumns = (): void => this.#widths.write(this.element, this.#columns, this.#scroll.clientWidth);

  #drawHead(): void {
    const { words } = this.#options;
    const key = JSON.stringify([this.#columns, this.sort]);
    if (key === this.#headKey) return;
    this.#headKey = key;
    const onPress = (column: TableColumn, isMore: boolean): void => this.sortBy(pressedSort(this.sort, column, isMore));
    this.#head.replaceChildren(...headCells(words, { columns: this.#columns, sort: this.sort, onPress }));
  }

  /** Brings the page in step with the scroll position. */
  readonly #drawSome = (): void => this.#drawFrom(this.#scroll.scrollTop);

  #drawFrom(scrollTopPx: number): void {
    const window = virtualWindow(this.#shape, scrollTopPx);
    // Where the page gives no height, the table takes what its lines need, up to a screenful.
    setStyle(this.#scroll, { "flex-basis": `${Math.min(window.heightPx, NATURAL_PX)}px` });
    this.#shown.draw(window);
  }

  #mark(element: HTMLElement, index: number): void {
    if (index === this.#active.line) this.#cellOf(element)?.setAttribute("tabindex", "0");
    const line = this.#lines.at(index);
    if (line?.kind !== "record") return;
    const { store } = this.#options;
    const id = store.id(line.row);
    const isShown = id === store.state.selectedId;
    const selected = this.picks.ids.size === 0 ? isShown : this.picks.ids.has(id);
    element.classList.toggle("ww-selected", isShown);
    element.classList.toggle("ww-picked", selected && this.picks.ids.size > 0);
    element.classList.toggle("ww-hovered", id === store.state.hoveredId);
    element.setAttribute("aria-selected", String(selected));
  }

  #cellOf({ children }: HTMLElement): HTMLElement | null {
    return (children[Math.min(this.#active.column, children.length - 1)] as HTMLElement | undefined) ?? null;
  }

  #activeCell(): HTMLElement | null {
    const line = this.#active.line < 0 ? this.#head : this.#shown.at(this.#active.line);
    return line === null ? null : this.#cellOf(line);
  }

  #setActive(line: number, column: number): void {
    this.#activeCell()?.setAttribute("tabindex", "-1");
    this.#active = { line, column };
    this.#activeCell()?.setAttribute("tabindex", "0");
  }

  #reveal(index: number): void {
    const top = scrollTo(this.#shape, this.#scroll.scrollTop, { index, coverPx: 0 });
    if (Math.abs(top - this.#scroll.scrollTop) > 0.5) this.#scroll.scrollTop = top;
    this.#drawSome();
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      const column = this.#columns[this.#active.column];
      if (this.#active.line >= 0) this.#press(this.#active.line, event);
      else if (column) this.sortBy(pressedSort(this.sort, column, event.shiftKey));
      return;
    }
    if (event.key === "Escape" && this.picks.clear()) {
      event.stopPropagation();
      return;
    }
    if (event.key.toLowerCase() === "a" && (event.ctrlKey || event.metaKey) && !event.shiftKey) {
      event.preventDefault();
      this.picks.all();
      return;
    }
    const next = keyMove(event, this.#active, {
      lines: this.#lines.length,
      columns: this.#columns.length,
      page: Math.max(1, Math.floor(this.#shape.viewHeightPx / this.#lineHeightPx) - 1),
      rtl: this.#options.words.dir === "rtl",
    });
    if (next === null) return;
    event.preventDefault();
    if (next.line >= 0) this.#reveal(next.line);
    const isRange = event.shiftKey && next.line >= 0 && next.line !== this.#active.line;
    if (isRange && this.picks.ids.size === 0) this.picks.anchor(Math.max(0, this.#active.line));
    this.#setActive(next.line, next.column);
    if (isRange) this.picks.extend(next.line);
    this.#activeCell()?.focus({ preventScroll: true });
    // The line that had the focus may leave the page now.
    this.#drawSome();
  }
}
