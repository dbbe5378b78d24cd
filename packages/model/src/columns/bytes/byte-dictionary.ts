import { type ByteText, isUtf8 } from "./byte-text.ts";
import { hashBytes, viewOf } from "./hash-bytes.ts";
import type { RowScanner } from "./row-scanner.ts";

/**
 * Codes for the distinct cells of a column, by their bytes: a cell that has stood before costs a hash and a comparison,
 * and no text is made of it. Code 0 is the empty cell.
 */
export class ByteDictionary {
  size = 1;
  /** All cells so far are UTF-8: each is looked at once, when it first stands. */
  isUtf8 = true;
  /** Hash and code plus one, side by side: a place is looked at in one go. */
  #table = new Int32Array(1 << 11);
  #hashes = new Int32Array(1 << 8);
  #ends = new Uint32Array((1 << 8) + 1);
  #escaped = new Uint8Array(1 << 8);
  #pool = new Uint8Array(1 << 12);
  #view = viewOf(this.#pool);
  readonly #ofByte = new Int32Array(256);
  readonly #text: ByteText;

  constructor(text: ByteText) {
    this.#text = text;
  }

  /** The code of a cell of the row that the scanner has found; of its end from `start` on, where that is given. */
  code(scanner: RowScanner, column: number, start = scanner.start[column] as number): number {
    const end = scanner.end[column] as number;
    if (start === end) return 0;
    if (end - start > 1) return this.#codeOf(scanner, column, start);
    // Codes of one digit are half of all cells.
    const byte = scanner.bytes[start] as number;
    const known = this.#ofByte[byte] as number;
    if (known !== 0) return known;
    const code = this.#codeOf(scanner, column, start);
    this.#ofByte[byte] = code;
    return code;
  }

  #codeOf(scanner: RowScanner, column: number, start: number): number {
    const { view } = scanner;
    const end = scanner.end[column] as number;
    const escaped = scanner.escaped[column] as number;
    const hash = hashBytes(view, start, end) ^ escaped;
    const table = this.#table;
    const mask = table.length - 2;
    for (let place = (hash << 1) & mask; ; place = (place + 2) & mask) {
      const code = (table[place + 1] as number) - 1;
      if (code < 0) return this.#add(scanner.bytes.subarray(start, end), hash, escaped);
      if (table[place] !== hash || this.#escaped[code] !== escaped) continue;
      if ((this.#ends[code + 1] as number) - (this.#ends[code] as number) !== end - start) continue;
      if (this.#isSame(code, view, start)) return code;
    }
  }

  /** The cell's text as a reader of the whole table would have it. */
  text(code: number): string {
    const text = this.#text(this.#pool, this.#ends[code] as number, this.#ends[code + 1] as number);
    return this.#escaped[code] === 1 ? text.replaceAll('""', '"') : text;
  }

  /** Whether the bytes of a code stand at `start` of a view, which reaches as far. */
  #isSame(code: number, view: DataView, start: number): boolean {
    const pool = this.#view;
    const from = this.#ends[code] as number;
    const length = (this.#ends[code + 1] as number) - from;
    let i = 0;
    for (; i + 4 <= length; i += 4) if (pool.getInt32(from + i, true) !== view.getInt32(start + i, true)) return false;
    for (; i < length; i++) if (pool.getUint8(from + i) !== view.getUint8(start + i)) return false;
    return true;
  }

  #add(cell: Uint8Array, hash: number, escaped: number): number {
    if (!isUtf8(cell, 0, cell.length)) this.isUtf8 = false;
    const code = this.size++;
    const from = this.#ends[code] as number;
    const to = from + cell.length;
    if (code >= this.#hashes.length) this.#growEntries();
    if (to > this.#pool.length) this.#growPool(to);
    this.#pool.set(cell, from);
    this.#ends[code + 1] = to;
    this.#hashes[code] = hash;
    this.#escaped[code] = escaped;
    if (this.size * 4 > this.#table.length) this.#growTable();
    else this.#place(code);
    return code;
  }

  #place(code: number): void {
    const table = this.#table;
    const mask = table.length - 2;
    const hash = this.#hashes[code] as number;
    let place = (hash << 1) & mask;
    while (table[place + 1] !== 0) place = (place + 2) & mask;
    table[place] = hash;
    table[place + 1] = code + 1;
  }

  #growTable(): void {
    this.#table = new Int32Array(this.#table.length * 2);
    for (let code = 1; code < this.size; code++) this.#place(code);
  }

  #growEntries(): void {
    const length = this.#hashes.length * 2;
    const [hashes, ends, escaped] = [new Int32Array(length), new Uint32Array(length + 1), new Uint8Array(length)];
    hashes.set(this.#hashes);
    ends.set(this.#ends);
    escaped.set(this.#escaped);
    this.#hashes = hashes;
    this.#ends = ends;
    this.#escaped = escaped;
  }

  #growPool(needed: number): void {
    const pool = new Uint8Array(Math.max(needed, this.#pool.length * 2));
    pool.set(this.#pool);
    this.#pool = pool;
    this.#view = viewOf(pool);
  }
}
