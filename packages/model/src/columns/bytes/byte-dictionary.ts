import type { ByteText } from "./byte-text.ts";
import { hashBytes } from "./hash-bytes.ts";

/**
 * Codes for the distinct cells of a column, by their bytes: a cell that has stood before costs a hash and a comparison,
 * and no text is made of it. Code 0 is the empty cell.
 */
export class ByteDictionary {
  size = 0;
  #table = new Int32Array(1 << 10);
  #hashes = new Int32Array(1 << 8);
  #ends = new Uint32Array((1 << 8) + 1);
  #escaped = new Uint8Array(1 << 8);
  #pool = new Uint8Array(1 << 12);
  readonly #ofByte = new Int32Array(256);
  readonly #text: ByteText;

  constructor(text: ByteText) {
    this.#text = text;
    this.code(new Uint8Array(0), 0, 0, 0);
  }

  code(bytes: Uint8Array, start: number, end: number, escaped: number): number {
    if (start === end && this.size > 0) return 0;
    if (end - start === 1) {
      // Codes of one digit are half of all cells.
      const byte = bytes[start] as number;
      const known = this.#ofByte[byte] as number;
      if (known !== 0) return known;
      const code = this.#codeOf(bytes, start, end, escaped);
      this.#ofByte[byte] = code;
      return code;
    }
    return this.#codeOf(bytes, start, end, escaped);
  }

  #codeOf(bytes: Uint8Array, start: number, end: number, escaped: number): number {
    const hash = hashBytes(bytes, start, end);
    const table = this.#table;
    const mask = table.length - 1;
    const length = end - start;
    let place = hash & mask;
    for (;;) {
      const entry = table[place] as number;
      if (entry === 0) break;
      const code = entry - 1;
      if (this.#hashes[code] === hash && this.#escaped[code] === escaped) {
        const from = this.#ends[code] as number;
        if ((this.#ends[code + 1] as number) - from === length && this.#isSame(from, bytes, start, length)) return code;
      }
      place = (place + 1) & mask;
    }
    return this.#add(bytes.subarray(start, end), hash, escaped);
  }

  /** The cell's text as a reader of the whole table would have it. */
  text(code: number): string {
    const text = this.#text(this.#pool, this.#ends[code] as number, this.#ends[code + 1] as number);
    return this.#escaped[code] === 1 ? text.replaceAll('""', '"') : text;
  }

  #isSame(from: number, bytes: Uint8Array, start: number, length: number): boolean {
    const pool = this.#pool;
    for (let i = 0; i < length; i++) if (pool[from + i] !== bytes[start + i]) return false;
    return true;
  }

  #add(cell: Uint8Array, hash: number, escaped: number): number {
    const code = this.size++;
    const from = this.#ends[code] as number;
    const to = from + cell.length;
    if (code >= this.#hashes.length) this.#growEntries();
    if (to > this.#pool.length) this.#growPool(to);
    this.#pool.set(cell, from);
    this.#ends[code + 1] = to;
    this.#hashes[code] = hash;
    this.#escaped[code] = escaped;
    if (this.size * 2 > this.#table.length) this.#growTable();
    else this.#place(code);
    return code;
  }

  #place(code: number): void {
    const table = this.#table;
    const mask = table.length - 1;
    let place = (this.#hashes[code] as number) & mask;
    while (table[place] !== 0) place = (place + 1) & mask;
    table[place] = code + 1;
  }

  #growTable(): void {
    this.#table = new Int32Array(this.#table.length * 4);
    for (let code = 0; code < this.size; code++) this.#place(code);
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
  }
}
