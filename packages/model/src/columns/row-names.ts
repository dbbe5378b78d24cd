/** Texts one after the other: text i is the bytes from `offsets[i]` to `offsets[i + 1]`, in UTF-8. */
export interface PackedTexts {
  readonly offsets: Int32Array;
  readonly bytes: Uint8Array;
}

/** Ids and titles of rows whose records are made of columns, as plain data. */
export interface NameTexts {
  readonly length: number;
  /** Null: each id is the number of its row, counted from 1. */
  readonly ids: PackedTexts | null;
  /** Null: no row has one. */
  readonly titles: PackedTexts | null;
}

/** Ids and titles by row. */
export interface RowNames {
  readonly length: number;
  id(row: number): string;
  /** Null where the row has none. */
  title(row: number): string | null;
  /** -1 when there is none; of equal ids the first row. */
  rowOf(id: string): number;
}

/** Leaves out what says nothing. Cost: one pass over the bytes of the ids, which ends at the first one that is no number of its row. */
export function nameTextsOf(ids: PackedTexts, titles: PackedTexts): NameTexts {
  const length = ids.offsets.length - 1;
  const isTitled = titles.offsets[length] !== titles.offsets[0];
  return { length, ids: areNumbers(ids) ? null : ids, titles: isTitled ? titles : null };
}

/** Names that are read when they are asked for; an index of ids that are no numbers is built at the first question. */
export function createRowNames({ length, ids, titles }: NameTexts): RowNames {
  const textOf = createTextReader();
  let rows: Map<string, number> | null = null;
  const id = (row: number): string => (ids === null ? String(row + 1) : textOf(ids, row));
  return {
    length,
    id,
    title: (row) => (titles === null ? null : textOf(titles, row) || null),
    rowOf(wanted) {
      if (ids === null) return rowOfNumber(wanted, length);
      if (rows === null) {
        rows = new Map();
        for (let row = length - 1; row >= 0; row--) rows.set(id(row), row);
      }
      return rows.get(wanted) ?? -1;
    },
  };
}

/** Reads packed texts one by one. */
export function createTextReader(): (texts: PackedTexts, row: number) => string {
  const decoder = new TextDecoder();
  return ({ offsets, bytes }, row) => decoder.decode(bytes.subarray(offsets[row] ?? 0, offsets[row + 1] ?? 0));
}

function rowOfNumber(text: string, length: number): number {
  const number = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : 0;
  return number <= length ? number - 1 : -1;
}

function areNumbers({ offsets, bytes }: PackedTexts): boolean {
  for (let row = 0; row + 1 < offsets.length; row++) {
    const start = offsets[row] as number;
    const end = offsets[row + 1] as number;
    // Nothing, a zero in front and eleven digits are no number of a row.
    if (start === end || bytes[start] === 48 || end - start > 10) return false;
    let number = 0;
    for (let at = start; at < end; at++) {
      const digit = (bytes[at] as number) - 48;
      if (digit < 0 || digit > 9) return false;
      number = number * 10 + digit;
    }
    if (number !== row + 1) return false;
  }
  return true;
}
