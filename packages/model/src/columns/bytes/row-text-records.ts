import { cleanCell } from "../../formats/preset-table.ts";
import type { Incident } from "../../incident.ts";
import type { TableRow } from "../../read/table/table.ts";
import type { RecordSource } from "../record-source.ts";
import { hashBytes, viewOf } from "./hash-bytes.ts";
import { createRowTextReader, type RowText } from "./row-text.ts";

/** Records that are read again from the bytes of their rows: some microseconds for an id, some tens for a record. */
export function recordsOfRowText(
  file: RowText,
  read: (row: TableRow) => Incident | null,
  idColumn: number,
): RecordSource {
  const reader = createRowTextReader(file);
  const { length } = file.starts;
  const id = (row: number): string => file.ids.get(row) ?? cleanCell(reader.cell(row, idColumn)) ?? "";
  let index: Int32Array | null = null;
  return {
    length,
    id,
    rowOf(wanted) {
      index ??= indexOf(length, id);
      const mask = index.length - 1;
      for (let place = hashText(wanted) & mask; ; place = (place + 1) & mask) {
        const row = (index[place] as number) - 1;
        if (row < 0) return -1;
        if (id(row) === wanted) return row;
      }
    },
    incident(row) {
      if (!(row >= 0 && row < length)) throw new RangeError(`There is no row ${row}; the last one is ${length - 1}.`);
      const incident = read(reader.row(row));
      if (incident === null) return { id: id(row), title: id(row) };
      const named = file.ids.get(row);
      return named === undefined ? incident : { ...incident, id: named };
    },
  };
}

/** Rows by the hash of their id, the first of equal ids first: four bytes a place, no text kept. */
function indexOf(length: number, id: (row: number) => string): Int32Array {
  let size = 16;
  while (size < length * 2) size *= 2;
  const index = new Int32Array(size);
  for (let row = 0; row < length; row++) {
    let place = hashText(id(row)) & (size - 1);
    while (index[place] !== 0) place = (place + 1) & (size - 1);
    index[place] = row + 1;
  }
  return index;
}

function hashText(text: string): number {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return hashBytes(viewOf(bytes), 0, bytes.length);
}
