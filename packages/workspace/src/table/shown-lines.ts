import { setStyle } from "@whenwhere/view";
import { type LineContext, type LineView, lineView } from "./table-line-view.ts";
import type { TableLine } from "./table-lines.ts";
import type { VirtualWindow } from "./virtual-window.ts";

/** What the lines in the page are made of; each is asked when it is needed. */
export interface ShownLinesOptions {
  readonly space: HTMLElement;
  readonly lineHeightPx: number;
  readonly lineAt: (index: number) => TableLine | null;
  readonly context: () => LineContext;
  /** How a line stands: selected, picked, hovered, the tab stop. */
  readonly mark: (element: HTMLElement, index: number) => void;
  /** A line that has the focus stays in the page, else the keyboard would lose its place. */
  readonly hasFocus: (element: HTMLElement) => boolean;
}

/** Lines between two that are in the page, at most: the one that has the focus may be far from the others. */
const MOST_APART = 200;

/** The lines of a long table that are in the page, by their index. */
export class ShownLines {
  readonly #options: ShownLinesOptions;
  readonly #views = new Map<number, LineView>();

  constructor(options: ShownLinesOptions) {
    this.#options = options;
  }

  at(index: number): HTMLElement | null {
    return this.#views.get(index)?.element ?? null;
  }

  clear(): void {
    this.#options.space.replaceChildren();
    this.#views.clear();
  }

  mark(): void {
    for (const [index, { element }] of this.#views) this.#options.mark(element, index);
  }

  /** Other lines stand in these places now; elements that can say so stay. */
  rewrite(): void {
    const { lineAt, context, mark } = this.#options;
    for (const [index, view] of this.#views) {
      const line = lineAt(index);
      if (line !== null && view.show(line, context())) mark(view.element, index);
      else this.#drop(index, view);
    }
  }

  /** Brings the page in step with a window over the lines; lines that stay are left alone. */
  draw({ first, end, heightPx, topPx }: VirtualWindow): void {
    const { space, lineHeightPx, hasFocus } = this.#options;
    setStyle(space, { height: `${heightPx}px` });
    for (const [index, view] of this.#views) {
      if ((index < first || index >= end) && !hasFocus(view.element)) this.#drop(index, view);
    }
    for (let index = first; index < end; index++) this.#add(index);
    for (const [index, { element }] of this.#views) {
      setStyle(element, { transform: `translateY(${topPx + (index - first) * lineHeightPx}px)` });
    }
  }

  #add(index: number): void {
    const { space, lineAt, context, mark } = this.#options;
    const line = this.#views.has(index) ? null : lineAt(index);
    if (line === null) return;
    const view = lineView(line, context());
    view.element.setAttribute("aria-rowindex", String(index + 2));
    this.#views.set(index, view);
    mark(view.element, index);
    // Screen readers read rows in the order of the page.
    let next: HTMLElement | null = null;
    for (let after = index + 1; next === null && after < index + MOST_APART; after++) next = this.at(after);
    space.insertBefore(view.element, next);
  }

  #drop(index: number, { element }: LineView): void {
    element.remove();
    this.#views.delete(index);
  }
}
