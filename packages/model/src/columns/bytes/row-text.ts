import type { DateOrder } from "../../read/table/date-text.ts";
import { badQuoteCells, type TableRow } from "../../read/table/table.ts";
import { type ByteText, createByteText } from "./byte-text.ts";
import { blockAt, type RowBlocks } from "./row-blocks.ts";
import { cellTextOf, cellTexts, type TableLayout } from "./row-cells.ts";
import { RowScanner } from "./row-scanner.ts";

/** A file of rows and where each record stands in it: plain data, from which a record is read again when it is asked for. */
export interface RowText extends RowBlocks {
  readonly kind: "rows";
  readonly format: "acled";
  readonly layout: TableLayout;
  /** Order of day and month, as the whole column told it. */
  readonly order: DateOrder;
  /** Position of the first byte of each record. */
  readonly starts: Uint32Array;
  /** Records, rising, with broken quotation marks, and where their lines end. */
  readonly badEnds: ReadonlyMap<number, number>;
  /** Ids that are not as they stand in the file. */
  readonly ids: ReadonlyMap<number, string>;
}

/** What of a {@link RowText} says where rows are. */
export type RowPlaces = Pick<RowText, "blocks" | "bases" | "layout" | "starts" | "badEnds">;

/** Reads rows again. */
export interface RowTextReader {
  row(row: number): TableRow;
  /** One cell as it stands. */
  cell(row: number, column: number): string;
}

/** A reader of rows; it keeps nothing but its scanner. */
export function createRowTextReader(places: RowPlaces, text: ByteText = createByteText()): RowTextReader {
  const scanner = new RowScanner(places.layout.delimiter);
  const find = (row: number): void => {
    const position = places.starts[row] as number;
    const block = blockAt(places, position);
    const bytes = places.blocks[block] as Uint8Array;
    scanner.look({ bytes, limit: bytes.length });
    scanner.scan(position - (places.bases[block] as number));
  };
  const badRow = (row: number, end: number): TableRow => {
    const position = places.starts[row] as number;
    const block = blockAt(places, position);
    const base = places.bases[block] as number;
    const line = text(places.blocks[block] as Uint8Array, position - base, end - base);
    return { cells: badQuoteCells(line, places.layout.delimiter), badQuote: true };
  };
  return {
    row(row) {
      const badEnd = places.badEnds.get(row);
      if (badEnd !== undefined) return badRow(row, badEnd);
      find(row);
      return { cells: cellTexts(scanner, text), badQuote: false };
    },
    cell(row, column) {
      const badEnd = places.badEnds.get(row);
      if (badEnd !== undefined) return String(badRow(row, badEnd).cells[column] ?? "");
      find(row);
      return column < 0 || column >= scanner.count ? "" : cellTextOf(scanner, column, text);
    },
  };
}
