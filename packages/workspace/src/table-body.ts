import type { Store } from "@whenwhere/store";
import { categoryStyles, type FrameScheduler, h, setStyle, type Words } from "@whenwhere/view";
import { keyMove } from "./table-keys.ts";
import { type LineContext, lineElement } from "./table-line-view.ts";
import { type TableLines, tableLines } from "./table-lines.ts";
import { type RowRanks, rowRanks, sortRows, type TableColumn, type TableSort } from "./table-order.ts";
import { scrollTo, type VirtualShape, virtualWindow } from "./virtual-window.ts";

/** What the grid needs. */
export interface TableBodyOptions {
  readonly store: Store;
  readonly words: Words;
  readonly frame: FrameScheduler;
  readonly onSort: (sort: TableSort) => void;
}

const WIDE_PX = 560;
/** Before the first layout, and where there is none. */
const USUAL_HEIGHT_PX = 400;
const SHARES: Readonly<Record<TableColumn, string>> = {
  what: "minmax(0,1.75fr)",
  when: "minmax(0,1.15fr)",
  where: "minmax(0,0.75fr)",
  status: "minmax(0,0.7fr)",
};

/** The grid of a table: which lines exist, which are in the page, and where the keyboard is. */
export class TableBody {
  readonly element: HTMLElement;
  #sort: TableSort = { column: "when", descending: false };
  readonly #options: TableBodyOptions;
  readonly #head: HTMLElement;
  readonly #scroll: HTMLElement;
  readonly #space: HTMLElement;
  readonly #shown = new Map<number, HTMLElement>();
  readonly #ranks = new Map<TableColumn, RowRanks>();
  readonly #resize: ResizeObserver;
  readonly #lineHeightPx: number;
  #columns: readonly TableColumn[] = ["what", "when", "where"];
  #lines: TableLines = tableLines(new Uint32Array(0), new Uint32Array(0), 0);
  /** Line and column of the tab stop; line -1 is the headings. */
  #active = { line: 0, column: 0 };
  #context: LineContext;

  constructor(options: TableBodyOptions) {
    this.#options = options;
    const { words } = options;
    this.#lineHeightPx = matchMedia("(pointer: coarse)").matches ? 44 : 24;
    this.#context = this.#makeContext();
    this.#head = h("div", { class: "ww-table-head", role: "row", "aria-rowindex": 1 });
    this.#space = h("div", { class: "ww-table-space", role: "presentation" });
    this.#scroll = h("div", { class: "ww-table-scroll", role: "rowgroup", tabindex: -1 }, this.#space);
    this.element = h(
      "div",
      { class: "ww-table-grid", role: "grid", "aria-label": words.t("table.label") },
      h("div", { role: "rowgroup" }, this.#head),
      this.#scroll,
    );
    this.#listen();
    this.#resize = new ResizeObserver(() => options.frame.request(this.#relayout));
    this.#resize.observe(this.#scroll);
  }

  get sort(): TableSort {
    return this.#sort;
  }

  sortBy(sort: TableSort): void {
    this.#sort = sort;
    this.refresh();
    this.#options.onSort(sort);
  }

  /** Reads the rows that pass anew. */
  refresh(): void {
    const { store } = this.#options;
    const ranks = this.#ranksBy(this.#sort.column);
    const { certain, possible } = store.rows();
    const order = { store, sort: this.#sort };
    this.#lines = tableLines(sortRows(certain, ranks, order), sortRows(possible, ranks, order), store.columns.length);
    this.#active.line = Math.min(this.#active.line, this.#lines.length - 1);
    this.#context = this.#makeContext();
    this.element.setAttribute("aria-rowcount", String(this.#lines.length + 1));
    this.#drawAll();
  }

  /** Forgets the orders of data that are gone. */
  forget(): void {
    this.#ranks.clear();
  }

  markSelection(reveal: boolean): void {
    const { store } = this.#options;
    const { selectedId } = store.state;
    const row = selectedId === null ? -1 : store.rowOf(selectedId);
    const line = row < 0 ? -1 : this.#lines.indexOf(row);
    if (reveal && line >= 0) this.#reveal(line);
    for (const [index, element] of this.#shown) this.#mark(element, index);
    if (line >= 0 && !this.element.contains(this.#focused())) this.#setActive(line, this.#active.column);
  }

  markHover(): void {
    for (const [index, element] of this.#shown) this.#mark(element, index);
  }

  destroy(): void {
    this.#resize.disconnect();
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
      this.#setActive(this.#lines.indexOf(row), 0);
      store.select(store.id(row));
    });
    this.#scroll.addEventListener("pointerover", (event) => {
      const row = event.pointerType === "mouse" ? this.#rowOfEvent(event) : null;
      if (row !== null) store.hover(store.id(row));
    });
    this.#scroll.addEventListener("pointerleave", () => store.hover(null));
    this.element.addEventListener("focusin", (event) => {
      const row = this.#rowOfEvent(event);
      if (row !== null) store.hover(store.id(row));
    });
    this.element.addEventListener("focusout", () => store.hover(null));
  }

  #rowOfEvent(event: Event): number | null {
    const line = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-row]") : null;
    return line === null ? null : Number(line.dataset.row);
  }

  #makeContext(): LineContext {
    const { store, words } = this.#options;
    const windowed = Object.values(store.state.clauses).some((clause) => clause.kind === "window");
    return { store, words, styles: categoryStyles(store.categories), columns: this.#columns, windowed };
  }

  #ranksBy(column: TableColumn): RowRanks {
    const { store, words } = this.#options;
    const ranks = this.#ranks.get(column) ?? rowRanks(store, column, words);
    this.#ranks.set(column, ranks);
    return ranks;
  }

  get #shape(): VirtualShape {
    return {
      count: this.#lines.length,
      lineHeightPx: this.#lineHeightPx,
      viewHeightPx: this.#scroll.clientHeight || USUAL_HEIGHT_PX,
    };
  }

  readonly #relayout = (): void => {
    const wide = this.#scroll.clientWidth >= WIDE_PX;
    const columns: readonly TableColumn[] = wide ? ["what", "when", "where", "status"] : ["what", "when", "where"];
    if (columns.length === this.#columns.length) {
      this.#drawSome();
      return;
    }
    this.#columns = columns;
    this.#context = this.#makeContext();
    this.#drawAll();
  };

  #drawAll(): void {
    const hadFocus = this.element.contains(this.#focused());
    for (const element of this.#shown.values()) element.remove();
    this.#shown.clear();
    setStyle(this.element, { "--ww-table-columns": this.#columns.map((column) => SHARES[column]).join(" ") });
    this.element.setAttribute("aria-colcount", String(this.#columns.length));
    this.#drawHead();
    this.#drawSome();
    this.#setActive(this.#active.line, this.#active.column);
    if (hadFocus) this.#activeCell()?.focus({ preventScroll: true });
  }

  #drawHead(): void {
    const { words } = this.#options;
    const cells = this.#columns.map((column, index) => {
      const sorted = this.#sort.column === column;
      return h(
        "div",
        {
          role: "columnheader",
          tabindex: -1,
          "aria-colindex": index + 1,
          "aria-sort": sorted ? (this.#sort.descending ? "descending" : "ascending") : "none",
          title: column === "when" ? words.t("table.sort-rule") : null,
          onclick: () => this.#toggleSort(column),
        },
        words.t(`table.${column}`),
      );
    });
    this.#head.replaceChildren(...cells);
  }

  #toggleSort(column: TableColumn): void {
    this.sortBy({ column, descending: this.#sort.column === column && !this.#sort.descending });
  }

  /** Brings the page in step with the scroll position; lines that stay are left alone. */
  readonly #drawSome = (): void => {
    const { first, end, heightPx, topPx } = virtualWindow(this.#shape, this.#scroll.scrollTop);
    setStyle(this.#space, { height: `${heightPx}px` });
    for (const [index, element] of this.#shown) {
      // The line that has the focus stays in the page, else the keyboard would lose its place.
      if ((index >= first && index < end) || element.contains(this.#focused())) continue;
      element.remove();
      this.#shown.delete(index);
    }
    for (let index = first; index < end; index++) this.#drawLine(index);
    for (const [index, element] of this.#shown) {
      setStyle(element, { transform: `translateY(${topPx + (index - first) * this.#lineHeightPx}px)` });
    }
  };

  #drawLine(index: number): void {
    if (this.#shown.has(index)) return;
    const line = this.#lines.at(index);
    if (line === null) return;
    const element = lineElement(line, this.#context);
    element.setAttribute("aria-rowindex", String(index + 2));
    this.#shown.set(index, element);
    this.#mark(element, index);
    if (index === this.#active.line) this.#cellOf(element)?.setAttribute("tabindex", "0");
    // Screen readers read rows in the order of the page.
    let next: HTMLElement | undefined;
    for (let after = index + 1; next === undefined && after < index + 200; after++) next = this.#shown.get(after);
    this.#space.insertBefore(element, next ?? null);
  }

  #mark(element: HTMLElement, index: number): void {
    const line = this.#lines.at(index);
    if (line?.kind !== "record") return;
    const { store } = this.#options;
    const id = store.id(line.row);
    const selected = id === store.state.selectedId;
    element.classList.toggle("ww-selected", selected);
    element.classList.toggle("ww-hovered", id === store.state.hoveredId);
    element.setAttribute("aria-selected", String(selected));
  }

  #focused(): Element | null {
    const root = this.element.getRootNode();
    return root instanceof ShadowRoot ? root.activeElement : document.activeElement;
  }

  #cellOf(line: HTMLElement): HTMLElement | null {
    const cells = line.children;
    return (cells[Math.min(this.#active.column, cells.length - 1)] as HTMLElement | undefined) ?? null;
  }

  #activeCell(): HTMLElement | null {
    const line = this.#active.line < 0 ? this.#head : this.#shown.get(this.#active.line);
    return line === undefined ? null : this.#cellOf(line);
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
    const { store } = this.#options;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      const column = this.#columns[this.#active.column];
      const line = this.#lines.at(this.#active.line);
      if (this.#active.line < 0 && column) this.#toggleSort(column);
      else if (line?.kind === "record") store.select(store.id(line.row));
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
    this.#setActive(next.line, next.column);
    this.#activeCell()?.focus({ preventScroll: true });
    // The line that had the focus may leave the page now.
    this.#drawSome();
  }
}
