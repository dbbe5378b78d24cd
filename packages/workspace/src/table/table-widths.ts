import type { TableColumn } from "./table-order.ts";

/** Narrower than this a record under a finger stands on two lines. */
export const WIDE_PX = 560;
/** Below this three columns on one line would be three stumps. */
const NARROW_PX = 290;
/** Narrower than this nothing can be read; the table scrolls sideways then. */
const LEAST_COLUMN_PX = 84;
const SHARES: Readonly<Record<TableColumn, number>> = {
  what: 1.9,
  when: 1.3,
  where: 0.7,
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

/** The widths of columns, as styles of the grid. */
export function columnWidths(columns: readonly TableColumn[]): Readonly<Record<string, string | null>> {
  const { length } = columns;
  return {
    "--ww-table-columns": columns.map((column) => `minmax(0,${SHARES[column]}fr)`).join(" "),
    "--ww-table-least": length > 4 ? `${length * LEAST_COLUMN_PX}px` : null,
  };
}
