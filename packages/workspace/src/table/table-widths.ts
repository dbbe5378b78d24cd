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
  when: 1.3,
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

/** Records spread over the data whose words say how wide their columns want to be; one in four may be cut. */
const [SAMPLE, SHARE_WHOLE] = [48, 0.75];
/** Size of the words, what stands beside them in the first column, and the space between columns. */
const [TEXT_PX, ICON_PX, GAP_PX] = [11.5, 20, 8];

/** The widths of the columns of a table, by what stands in them. */
export interface TableWidths {
  /** Writes the widths into the grid of a table that is `widthPx` wide. Cost: the words of a few dozen records, once. */
  write(grid: HTMLElement, columns: readonly TableColumn[], widthPx: number): void;
  /** The data are others. */
  forget(): void;
}

/** Each column has its share; what one does not need goes to those that want more, and in the end to the first. */
export function sharedWidths(columns: readonly TableColumn[], wanted: readonly number[], widthPx: number): number[] {
  const given = columns.map(() => 0);
  let open = [...columns.keys()];
  let left = widthPx;
  for (;;) {
    const total = open.reduce((sum, at) => sum + SHARES[columns[at] as TableColumn], 0);
    const shareOf = (at: number): number => (left * SHARES[columns[at] as TableColumn]) / total;
    const content = open.filter((at) => (wanted[at] as number) <= shareOf(at));
    const isLast = content.length === 0;
    const sizes = (isLast ? open : content).map((at) => [at, isLast ? shareOf(at) : (wanted[at] as number)] as const);
    for (const [at, px] of sizes) given[at] = px;
    left -= sizes.reduce((sum, [, px]) => sum + px, 0);
    open = isLast ? [] : open.filter((at) => !content.includes(at));
    if (open.length === 0) break;
  }
  return given.map((px, at) => (at === 0 ? px + Math.max(0, left) : px));
}

/** Measures with the words of the records. */
export function tableWidths({ store, words }: { readonly store: Store; readonly words: Words }): TableWidths {
  const metrics = canvasTextMetrics();
  const known = new Map<TableColumn, number>();
  const measured = (column: TableColumn): number => {
    const count = Math.min(SAMPLE, store.columns.length);
    const rows = Array.from({ length: count }, (_, i) => Math.floor((i * store.columns.length) / count));
    const widths = rows.map((row) => metrics.width(cellText(store, words, { row, column }), TEXT_PX));
    const usual = widths.sort((a, b) => a - b)[Math.ceil(count * SHARE_WHOLE) - 1] ?? 0;
    const head = metrics.width(`${words.t(`table.${column}`)} \u2191`, TEXT_PX);
    // A pixel more than the words: a column that is cut by a fraction of one is cut by a letter.
    return Math.ceil(Math.max(usual, head)) + 1 + (column === "what" ? ICON_PX : 0);
  };
  const wantedBy = (column: TableColumn): number => {
    const px = known.get(column) ?? measured(column);
    if (store.columns.length > 0) known.set(column, px);
    return px;
  };
  return {
    write(grid, columns, widthPx) {
      const { length } = columns;
      const roomPx = Math.max(widthPx, 1) - GAP_PX * (length - 1);
      const shares = sharedWidths(columns, columns.map(wantedBy), roomPx);
      setStyle(grid, {
        "--ww-table-columns": shares.map((px) => `minmax(0,${Math.max(1, Math.round(px))}fr)`).join(" "),
        "--ww-table-least": length > 4 ? `${length * LEAST_COLUMN_PX}px` : null,
      });
      grid.setAttribute("aria-colcount", String(length));
    },
    forget: () => known.clear(),
  };
}
