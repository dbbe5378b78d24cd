import { columnIndex } from "../../formats/preset-table.ts";
import type { ImportReport } from "../../issues.ts";
import type { CollectionHead, ReaderOptions } from "../../read/reader.ts";
import { splitTags } from "../../read/table/read-rows.ts";
import { sniffDelimiter } from "../../read/table/sniff-delimiter.ts";
import { columnName } from "../../read/table/table.ts";
import { createByteText, isUtf8 } from "../bytes/byte-text.ts";
import type { GrowingBlocks } from "../bytes/row-blocks.ts";
import { cellTexts, type TableLayout } from "../bytes/row-cells.ts";
import { MARKS, RowScanner } from "../bytes/row-scanner.ts";
import { createRowTextReader, type RowText } from "../bytes/row-text.ts";
import { inSlices } from "../in-slices.ts";
import type { IncidentColumns } from "../incident-columns.ts";
import { acledColumnsOf } from "./acled-columns.ts";
import { type JudgedRows, judgeRows } from "./acled-finish.ts";
import { AcledRows } from "./acled-rows.ts";

/** A file that is read into columns as it comes. */
export interface ColumnPlan {
  /** Reads the rows that the blocks hold; false when the file is not what the plan can read, and the long way must. */
  feed(isLast: boolean): Promise<boolean>;
  readonly rows: number;
  /** Columns of the rows so far. */
  preview(): Promise<IncidentColumns>;
  /** Null when the long way must read the file after all. */
  finish(): Promise<PlannedLoad | null>;
}

/** What a plan has read. */
export interface PlannedLoad {
  readonly columns: IncidentColumns;
  readonly report: ImportReport;
  readonly recordData: RowText;
  readonly head: CollectionHead;
}

/** What a plan works with. */
export interface PlanSetting {
  readonly blocks: GrowingBlocks;
  readonly options: ReaderOptions;
  /** Bytes of the whole file, when known. */
  readonly totalBytes: number | null;
  /** Text of the head, by which the delimiter is told. */
  readonly head: string;
  pause(): Promise<void>;
}

/** Bytes that are read between two looks at the clock. */
const STEP_BYTES = 2 ** 14;
const LEAST_ROW_BYTES = 120;

/** A plan for an ACLED file in UTF-8. */
export function acledPlan({ blocks, options, totalBytes, head, pause }: PlanSetting): ColumnPlan {
  const delimiter = sniffDelimiter(head);
  const scanner = new RowScanner(delimiter);
  let rows: AcledRows | null = null;
  let isFirst = true;
  const begin = (): boolean | null => {
    const { bytes, filled } = blocks;
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) blocks.read = 3;
    const layout = layoutAt(blocks, scanner, delimiter);
    if (layout === null) return false;
    const estimate = totalBytes === null ? 4_096 : Math.ceil(totalBytes / LEAST_ROW_BYTES / 2);
    rows = new AcledRows(layout, blocks, Math.max(64, Math.min(estimate, 2 ** 22)));
    return filled > 0;
  };
  const addRow = (table: AcledRows): boolean => {
    if (isFirst && scanner.count > 0 && isTagRow(scanner)) return false;
    isFirst = isFirst && table.length === 0;
    return table.add(scanner);
  };
  return {
    get rows() {
      return rows?.length ?? 0;
    },
    async feed(isLast) {
      if (rows === null && begin() !== true) return false;
      await pause();
      const table = rows as unknown as AcledRows;
      let step = blocks.read + STEP_BYTES;
      const { bytes, filled, base } = blocks;
      scanner.look({ bytes, limit: filled, base, isLast });
      while (blocks.read < filled && scanner.scan(blocks.read)) {
        if (!addRow(table)) return false;
        blocks.read = scanner.next;
        if (blocks.read < step) continue;
        step = blocks.read + STEP_BYTES;
        await pause();
      }
      return table.isUtf8;
    },
    async preview() {
      const table = rows as unknown as AcledRows;
      const judged = await judge(table, { blocks, options, pause });
      return acledColumnsOf(table, judged, { pause, isLast: false });
    },
    async finish() {
      const table = rows as unknown as AcledRows | null;
      if (table === null) return null;
      const judged = await judge(table, { blocks, options, pause });
      if (judged.kept.length === 0) return null;
      const recordData = await rowTextOf(table, { judged, pause }, blocks);
      table.releaseIds();
      const columns = await acledColumnsOf(table, judged, { pause, isLast: true });
      const { issues, head: said, format } = judged.sink;
      const report = { format: format ?? "acled", encoding: "utf-8", rows: judged.counts, issues };
      const language = said.language ?? options.language;
      return { columns, report, recordData, head: { ...said, ...(language === undefined ? {} : { language }) } };
    },
  };
}

type Judging = Pick<PlanSetting, "blocks" | "options" | "pause">;

function judge(rows: AcledRows, { blocks, options, pause }: Judging): Promise<JudgedRows> {
  const places = { blocks: blocks.filledBlocks, bases: blocks.bases, layout: rows.layout, badEnds: rows.badEnds };
  const texts = createRowTextReader({ ...places, starts: rows.rowStart }, rows.cells.text);
  return judgeRows(rows, { texts, options, pause });
}

/** The header, behind which the rows begin; null when there is none that ends in what is here. */
function layoutAt(blocks: GrowingBlocks, scanner: RowScanner, delimiter: string): TableLayout | null {
  const text = createByteText();
  const { bytes, filled } = blocks;
  // A file begins with a blank line as often as with a header: the first row with text is the header.
  scanner.look({ bytes, limit: filled, isLast: false });
  while (blocks.read < filled && scanner.scan(blocks.read)) {
    if (scanner.isBad || (scanner.marks & MARKS.nul) !== 0) return null;
    if ((scanner.marks & MARKS.high) !== 0 && !isUtf8(bytes, blocks.read, scanner.rowEnd)) return null;
    const cells = cellTexts(scanner, text);
    blocks.read = scanner.next;
    if (cells.every((cell) => cell.trim() === "")) continue;
    const columns = cells.map((cell) => columnName(cell));
    return { columns, index: columnIndex(columns), delimiter };
  }
  return null;
}

/** The row under the header may hold HXL tags: such files go the long way. */
function isTagRow(scanner: RowScanner): boolean {
  return splitTags([{ cells: cellTexts(scanner, createByteText()), badQuote: false }]).tags !== undefined;
}

async function rowTextOf(
  rows: AcledRows,
  { judged, pause }: { readonly judged: JudgedRows; pause(): Promise<void> },
  { filledBlocks, bases }: GrowingBlocks,
): Promise<RowText> {
  const { kept, slowIncidents } = judged;
  const blocks = filledBlocks;
  const reader = createRowTextReader(
    { blocks, bases, layout: rows.layout, badEnds: rows.badEnds, starts: rows.rowStart },
    rows.cells.text,
  );
  const column = rows.columns.event_id_cnty;
  const badEnds = new Map<number, number>();
  const ids = new Map<number, string>();
  const starts = new Uint32Array(kept.length);
  const write = (row: number): void => {
    const from = kept[row] as number;
    starts[row] = rows.rowStart[from] as number;
    const incident = judged.isSlow[from] === 0 ? undefined : slowIncidents.get(from);
    if (incident === undefined) return;
    const badEnd = rows.badEnds.get(from);
    if (badEnd !== undefined) badEnds.set(row, badEnd);
    if (reader.cell(from, column) !== incident.id) ids.set(row, incident.id);
  };
  await inSlices(kept.length, pause, (from, to) => {
    for (let row = from; row < to; row++) write(row);
  });
  const { layout } = rows;
  return { kind: "rows", format: "acled", layout, order: judged.order, blocks, bases, starts, badEnds, ids };
}
