/** What stands in a row or cell, among other bits. */
export const MARKS = { nul: 16, high: 32, bracket: 64 } as const;

const DELIMITER = 1;
const LINE_FEED = 2;
const RETURN = 4;
const QUOTE = 8;
/** No byte: the end of what is here. */
const END = 128;
const STOP = DELIMITER | LINE_FEED | RETURN | END;

/**
 * Finds the cells of one row after the other in UTF-8 bytes, without making a text of any. Rows end where `parseTable`
 * ends them, broken quotation marks included. Cost: one table look-up a byte.
 */
export class RowScanner {
  /** Bounds of the cells of the row last found, quotation marks left out; `escaped` where a doubled one stands within. */
  start = new Int32Array(64);
  end = new Int32Array(64);
  escaped = new Uint8Array(64);
  cellMarks = new Uint8Array(64);
  count = 0;
  /** Of the whole row. */
  marks = 0;
  /** A quotation mark is not closed where it should be: `start` and `end` of the cells mean nothing. */
  isBad = false;
  rowEnd = 0;
  /** Where the next row begins. */
  next = 0;
  readonly #kinds = new Uint8Array(256);
  /** Of the quoted cell last closed. */
  #isEscaped = 0;
  #marks = 0;

  constructor(delimiter: string) {
    const kinds = this.#kinds;
    kinds.fill(MARKS.high, 0x80);
    kinds[0] = MARKS.nul;
    kinds[0x28] = MARKS.bracket;
    kinds[0x0a] = LINE_FEED;
    kinds[0x0d] = RETURN;
    kinds[0x22] = QUOTE;
    kinds[delimiter.charCodeAt(0)] = DELIMITER;
  }

  /** Finds the row that begins at `from`; false when more bytes are needed to know its end. */
  scan(bytes: Uint8Array, from: number, limit: number, isLast: boolean): boolean {
    const kinds = this.#kinds;
    let { start, end, escaped, cellMarks } = this;
    let at = from;
    let count = 0;
    let rowMarks = 0;
    this.isBad = false;
    for (;;) {
      if (count === start.length) {
        this.#grow();
        ({ start, end, escaped, cellMarks } = this);
      }
      let kind = at < limit ? (kinds[bytes[at] as number] as number) : END;
      if (kind === QUOTE) {
        const open = at;
        at = this.#closing(bytes, open, limit, isLast);
        if (at < 0) return false;
        kind = at + 1 < limit ? (kinds[bytes[at + 1] as number] as number) : END;
        if (at >= limit || (kind & STOP) === 0) return this.#endBad(bytes, open, limit, isLast);
        start[count] = open + 1;
        end[count] = at;
        escaped[count] = this.#isEscaped;
        cellMarks[count] = this.#marks;
        rowMarks |= this.#marks;
        at++;
      } else {
        let marks = 0;
        start[count] = at;
        while ((kind & STOP) === 0) {
          marks |= kind;
          at++;
          kind = at < limit ? (kinds[bytes[at] as number] as number) : END;
        }
        end[count] = at;
        escaped[count] = 0;
        cellMarks[count] = marks;
        rowMarks |= marks;
      }
      count++;
      if (kind === DELIMITER) {
        at++;
        continue;
      }
      if (kind === END && !isLast) return false;
      this.count = count;
      this.marks = rowMarks;
      return this.#endRow(bytes, at, limit, isLast);
    }
  }

  /** Where the mark that opens at `open` is closed; `limit` when it never is, -1 when more bytes are needed to know. */
  #closing(bytes: Uint8Array, open: number, limit: number, isLast: boolean): number {
    const kinds = this.#kinds;
    let at = open + 1;
    let marks = 0;
    this.#isEscaped = 0;
    for (;;) {
      while (at < limit) {
        const kind = kinds[bytes[at] as number] as number;
        if (kind === QUOTE) break;
        marks |= kind;
        at++;
      }
      if (at + 1 >= limit && !isLast) return -1;
      if (at + 1 >= limit || bytes[at + 1] !== 0x22) break;
      this.#isEscaped = 1;
      at += 2;
    }
    this.#marks = marks;
    return Math.min(at, limit);
  }

  #endRow(bytes: Uint8Array, at: number, limit: number, isLast: boolean): boolean {
    this.rowEnd = at;
    if (at < limit && bytes[at] === 0x0d) {
      if (at + 1 >= limit && !isLast) return false;
      this.next = at + (at + 1 < limit && bytes[at + 1] === 0x0a ? 2 : 1);
    } else {
      this.next = Math.min(limit, at + 1);
    }
    return true;
  }

  #endBad(bytes: Uint8Array, open: number, limit: number, isLast: boolean): boolean {
    let at = open;
    while (at < limit && bytes[at] !== 0x0a && bytes[at] !== 0x0d) at++;
    if (at >= limit && !isLast) return false;
    this.isBad = true;
    this.count = 0;
    this.marks = MARKS.nul | MARKS.high | MARKS.bracket;
    return this.#endRow(bytes, at, limit, isLast);
  }

  #grow(): void {
    const length = this.start.length * 2;
    this.start = extended(this.start, new Int32Array(length));
    this.end = extended(this.end, new Int32Array(length));
    this.escaped = extended(this.escaped, new Uint8Array(length));
    this.cellMarks = extended(this.cellMarks, new Uint8Array(length));
  }
}

function extended<T extends Int32Array | Uint8Array>(old: T, wide: T): T {
  wide.set(old);
  return wide;
}
