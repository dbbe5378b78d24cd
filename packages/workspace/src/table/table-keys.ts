/** Where the keyboard is in a grid. Line -1 is the headings. */
export interface GridPlace {
  readonly line: number;
  readonly column: number;
}

/** Extent of a grid. */
export interface GridExtent {
  readonly lines: number;
  readonly columns: number;
  /** Lines of one page. */
  readonly page: number;
  readonly rtl: boolean;
}

/** Where a key leads, or null when it means nothing here. The page keeps every key with Alt or Meta. */
export function keyMove(event: KeyboardEvent, from: GridPlace, extent: GridExtent): GridPlace | null {
  if (event.altKey || event.metaKey) return null;
  const { line, column } = from;
  const last = extent.lines - 1;
  const toLine = (to: number): GridPlace => ({ line: Math.max(-1, Math.min(last, to)), column });
  const toColumn = (step: number): GridPlace => ({
    line,
    column: Math.max(0, Math.min(extent.columns - 1, column + (extent.rtl ? -step : step))),
  });
  switch (event.key) {
    case "ArrowDown":
      return toLine(line + 1);
    case "ArrowUp":
      return toLine(line - 1);
    case "PageDown":
      return toLine(Math.max(0, line) + extent.page);
    case "PageUp":
      return toLine(Math.max(0, line - extent.page));
    case "Home":
      return toLine(0);
    case "End":
      return toLine(last);
    case "ArrowRight":
      return toColumn(1);
    case "ArrowLeft":
      return toColumn(-1);
    default:
      return null;
  }
}

/** What has the focus in the page, or in the shadow tree, of an element. */
export function focusedOf(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.activeElement : document.activeElement;
}
