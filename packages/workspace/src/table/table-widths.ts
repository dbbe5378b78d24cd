import type { Store } from "@whenwhere/store";
import { canvasTextMetrics, setStyle, type Words } from "@whenwhere/view";
import { cellText, type TableColumn } from "./table-order.ts";

/** Narrower than this a record under a finger stands on two lines. */
export const WIDE_PX = 560;
/** Below this three columns on one line would be three stumps. */
const NARROW_PX = 290;
/** Narrower than this nothing can be read; the table scrolls sideways then. */
const LEAST_COLUMN_PX = 84;
const SHARES: Readonly<Record<TableColumn, number>> = {
  what: 1.9,
  when: 1.6,
  where: 0.9,
  status: 0.7,
  category: 0.9,
  kind: 0.7,
  country: 0.7,
  admin1: 0.8,
  actors: 1.1,
  sources: 1.1,
  tags: 0.8,
  id: 0.8,
};

/** The columns for which there is room; a record that stands on two lines, as under a finger, has more of it. */
export function usualColumns(widthPx: number, hasTwoLines = false): readonly TableColumn[] {
  // A table that has not been laid out yet has no width.
  if (!hasTwoLines && widthPx > 0 && widthPx < NARROW_PX) return ["what", "when"];
  return widthPx >= WIDE_PX ? ["what", "when", "where", "status"] : ["what", "when", "where"];
}

/** Records spread over the data whose words say how wide their columns want to be; where room is short one in ten may be cut. */
const [SAMPLE, SHARE_WHOLE] = [48, 0.9];
/** Size of the words, what stands beside them in the first column, and the space between columns. */
const [TEXT_PX, ICON_PX, GAP_PX] = [11.5, 21, 8];
/** Room of a heading with its arrow. */
const LEAST_PX = 56;

/** The widths of the columns of a table, by what stands in them. */
export interface TableWidths {
  /** Writes the widths into the grid of a table that is `widthPx` wide. Cost: the words of a few dozen records, once. */
  write(grid: HTMLElement, columns: readonly TableColumn[], widthPx: number): void;
  /** The data are others. */
  forget(): void;
}

/** What the words of a column ask for: most of them, and all. */
interface Wish {
  readonly mostPx: number;
  readonly allPx: number;
}

/** Each column has its share; what some do not need goes to those that want more, at last to the words that are still cut. */
function sharedWidths(
  columns: readonly TableColumn[],
  wanted: ReadonlyMap<TableColumn, Wish>,
  widthPx: number,
): number[] {
  const want = (column: TableColumn): number => wanted.get(column)?.mostPx ?? 0;
  const lack = (column: TableColumn): number => (wanted.get(column)?.allPx ?? 0) - want(column);
  const shareOf = (column: TableColumn, px: number, among: readonly TableColumn[]): number =>
    (px * SHARES[column]) / among.reduce((total, one) => total + SHARES[one], 0);
  const tight = columns.filter((column) => want(column) > shareOf(column, widthPx, columns));
  const leftPx = columns.reduce((left, column) => (tight.includes(column) ? left : left - want(column)), widthPx);
  if (tight.length > 0)
    return columns.map((column) => (tight.includes(column) ? shareOf(column, leftPx, tight) : want(column)));
  const lackPx = columns.reduce((sum, column) => sum + lack(column), 0);
  const part = lackPx === 0 ? 0 : Math.min(1, leftPx / lackPx);
  return columns.map((column) => want(column) + part * lack(column));
}

/** Measures with the words of the records. */
export function tableWidths({ store, words }: { readonly store: Store; readonly words: Words }): TableWidths {
  const metrics = canvasTextMetrics();
  const known = new Map<TableColumn, Wish>();
  const measured = (column: TableColumn): Wish => {
    const { length } = store.columns;
    const count = Math.min(SAMPLE, length);
    const widths = Array.from({ length: count }, (_, i) =>
      metrics.width(cellText(store, words, { row: Math.floor((i * length) / count), column }), TEXT_PX),
    );
    widths.sort((a, b) => a - b);
    // A pixel more than the words: a column that is cut by a fraction of one is cut by a letter.
    const [mostPx = 0, allPx = 0] = [Math.ceil(count * SHARE_WHOLE) - 1, count - 1].map(
      (at) => Math.ceil(Math.max(widths[at] ?? 0, LEAST_PX)) + (column === "what" ? ICON_PX : 1),
    );
    return { mostPx, allPx };
  };
  return {
    write(grid, columns, widthPx) {
      const { length } = columns;
      for (const column of columns) if (!known.has(column)) known.set(column, measured(column));
      const px = sharedWidths(columns, known, Math.max(widthPx - GAP_PX * (length - 1), 1));
      setStyle(grid, {
        "--ww-table-columns": px.map((one) => `minmax(0,${one}fr)`).join(" "),
        "--ww-table-least": length > 4 ? `${length * LEAST_COLUMN_PX}px` : null,
      });
      grid.setAttribute("aria-colcount", String(length));
    },
    forget: () => known.clear(),
  };
}
