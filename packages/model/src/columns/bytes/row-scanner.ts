import { viewOf } from "./hash-bytes.ts";

/** What stands in a row or cell, among other bits. */
export const MARKS = { nul: 16, high: 32, bracket: 64 } as const;

const DELIMITER = 1;
const LINE_FEED = 2;
const RETURN = 4;
const QUOTE = 8;
/** No byte: the end of what is here. */
const END = 128;
const STOP = DELIMITER | LINE_FEED | RETURN | END;

/** Bytes in which rows are looked for. */
export interface ScannedBytes {
  readonly bytes: Uint8Array;
  /** Where they end. */
  readonly limit: number;
  /** Position of their first byte in the file. */
  readonly base?: number;
  /** False when more may come behind the limit. */
  readonly isLast?: boolean;
}

/** Four bytes at once: the highest bit of each, and one in each. */
const HIGHS = 0x80808080 | 0;
const ONES = 0x01010101;
const QUOTES = 0x22222222;
const BRACKETS = 0x28282828;

/**
 * Finds the cells of one row after the other in UTF-8 bytes, without making a text of any. Rows end where `parseTable`
 * ends them, broken quotation marks included. Cost: one table look-up a byte; quoted cells, the long ones, four bytes a
 * step.
 *
 * Why not a kept CSV library: each makes a text of every cell, 31 million for a million rows of ACLED. uDSV, the fastest
 * of them, spends 1.8 s on that alone and reads not one date, and it ends a cell with broken quotation marks elsewhere
 * than `readIncidents` does, so that two doors would tell two stories of one file.
 */
export class RowScanner {
  bytes: Uint8Array = new Uint8Array(0);
  view: DataView = viewOf(this.bytes);
  /** Position of the first of the bytes in the file. */
  base = 0;
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
  rowStart = 0;
  rowEnd = 0;
  /** Where the next row begins. */
  next = 0;
  #limit = 0;
  #isLast = true;
  readonly #kinds = new Uint8Array(256);

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

  /** Turns to these bytes. */
  look({ bytes, limit, base = 0, isLast = true }: ScannedBytes): void {
    if (bytes !== this.bytes) {
      this.bytes = bytes;
      this.view = viewOf(bytes);
    }
    this.base = base;
    this.#limit = limit;
    this.#isLast = isLast;
  }

  /** Finds the row that begins at `from`; false when more bytes are needed to know its end. */
  scan(from: number): boolean {
    const { bytes } = this;
    const kinds = this.#kinds;
    const limit = this.#limit;
    let at = from;
    this.rowStart = from;
    this.count = 0;
    this.marks = 0;
    this.isBad = false;
    for (;;) {
      if (this.count === this.start.length) this.#grow();
      const isQuoted = at < limit && kinds[bytes[at] as number] === QUOTE;
      const open = at;
      at = isQuoted ? this.#quotedCell(open) : this.#plainCell(open);
      if (at < 0) return false;
      const kind = at < limit ? (kinds[bytes[at] as number] as number) : END;
      if ((kind & STOP) === 0) return this.#endBad(open);
      if (kind === DELIMITER) at++;
      else if (kind === END && !this.#isLast) return false;
      else return this.#endRow(at);
    }
  }

  /** Takes in the cell that begins at `from`; answers where it ends. */
  #plainCell(from: number): number {
    const { bytes } = this;
    const kinds = this.#kinds;
    const limit = this.#limit;
    let at = from;
    let marks = 0;
    while (at < limit) {
      const kind = kinds[bytes[at] as number] as number;
      if ((kind & STOP) !== 0) break;
      marks |= kind;
      at++;
    }
    this.#add(from, at, marks);
    return at;
  }

  /**
   * Takes in the cell whose mark opens at `open`; answers what stands behind its closing one, -1 when more bytes are
   * needed to know. A cell that is never closed ends at the open mark, where a row cannot end: it is a broken one.
   */
  #quotedCell(open: number): number {
    const { bytes } = this;
    const limit = this.#limit;
    let at = open + 1;
    let marks = 0;
    let isEscaped = 0;
    for (;;) {
      at = this.#mark(at);
      marks |= this.#passed;
      if (at + 1 >= limit && !this.#isLast) return -1;
      if (at >= limit) return open;
      if (at + 1 >= limit || bytes[at + 1] !== 0x22) break;
      isEscaped = 1;
      at += 2;
    }
    this.#add(open + 1, at, marks);
    this.escaped[this.count - 1] = isEscaped;
    return at + 1;
  }

  /** Of the bytes that {@link RowScanner.#mark} went past. */
  #passed = 0;

  /** The next quotation mark from here, the limit when there is none. */
  #mark(from: number): number {
    const { bytes, view } = this;
    const kinds = this.#kinds;
    const limit = this.#limit;
    let at = from;
    let [high, zero, bracket] = [0, 0, 0];
    for (; at + 4 <= limit; at += 4) {
      const four = view.getInt32(at, true);
      const quoted = four ^ QUOTES;
      if (((quoted - ONES) & ~quoted & HIGHS) !== 0) break;
      const open = four ^ BRACKETS;
      high |= four;
      zero |= (four - ONES) & ~four;
      bracket |= (open - ONES) & ~open;
    }
    let marks = ((high & HIGHS) !== 0 ? MARKS.high : 0) | ((zero & HIGHS) !== 0 ? MARKS.nul : 0);
    if ((bracket & HIGHS) !== 0) marks |= MARKS.bracket;
    for (; at < limit; at++) {
      const kind = kinds[bytes[at] as number] as number;
      if (kind === QUOTE) break;
      marks |= kind;
    }
    this.#passed = marks;
    return at;
  }

  #add(start: number, end: number, marks: number): void {
    const { count } = this;
    this.start[count] = start;
    this.end[count] = end;
    this.escaped[count] = 0;
    this.cellMarks[count] = marks;
    this.marks |= marks;
    this.count = count + 1;
  }

  #endRow(at: number): boolean {
    const { bytes } = this;
    const limit = this.#limit;
    this.rowEnd = at;
    if (at < limit && bytes[at] === 0x0d) {
      if (at + 1 >= limit && !this.#isLast) return false;
      this.next = at + (at + 1 < limit && bytes[at + 1] === 0x0a ? 2 : 1);
    } else {
      this.next = Math.min(limit, at + 1);
    }
    return true;
  }

  #endBad(open: number): boolean {
    const { bytes } = this;
    const limit = this.#limit;
    let at = open;
    while (at < limit && bytes[at] !== 0x0a && bytes[at] !== 0x0d) at++;
    if (at >= limit && !this.#isLast) return false;
    this.isBad = true;
    this.count = 0;
    this.marks = MARKS.nul | MARKS.high | MARKS.bracket;
    return this.#endRow(at);
  }

  #grow(): void {
    const length = this.start.length * 2;
    this.start = extended(this.start, new Int32Array(length));
    this.end = extended(this.end, new Int32Array(length));
    this.escaped = extended(this.escaped, new Uint8Array(length));
    this.cellMarks = extended(this.cellMarks, new Uint8Array(length));
  }
}

/** A longer array with what a shorter one held. */
export function extended<T extends Int32Array | Uint32Array | Uint8Array | Float64Array>(old: T, wide: T): T {
  wide.set(old);
  return wide;
}
