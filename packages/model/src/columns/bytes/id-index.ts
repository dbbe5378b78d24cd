import { hashBytes, viewOf } from "./hash-bytes.ts";
import { blockAt, type RowBlocks } from "./row-blocks.ts";
import type { RowScanner } from "./row-scanner.ts";

/**
 * Rows by id, where the ids stay what they are: bytes of the file. 13 bytes a row and no text. Ids are shorter than 256
 * bytes; rows without an id here have the length 0.
 */
export class IdIndex {
  readonly #blocks: RowBlocks;
  #table: Int32Array;
  #hashes: Int32Array;
  #starts: Uint32Array;
  #lengths: Uint8Array;
  #count = 0;

  constructor(blocks: RowBlocks, capacity: number) {
    this.#blocks = blocks;
    let places = 1 << 12;
    while (places < capacity * 1.6) places *= 2;
    this.#table = new Int32Array(places);
    this.#hashes = new Int32Array(capacity);
    this.#starts = new Uint32Array(capacity);
    this.#lengths = new Uint8Array(capacity);
  }

  /** Takes in the id of the row that the scanner has found; answers the row that had it before, else -1. */
  add(row: number, scanner: RowScanner, column: number): number {
    const { bytes, base } = scanner;
    const start = scanner.start[column] as number;
    const end = scanner.end[column] as number;
    const hash = hashBytes(scanner.view, start, end);
    const table = this.#table;
    const mask = table.length - 1;
    let place = hash & mask;
    for (; table[place] !== 0; place = (place + 1) & mask) {
      const other = (table[place] as number) - 1;
      if (this.#hashes[other] === hash && this.#isSame(other, bytes, { start, end })) return other;
    }
    if (row >= this.#hashes.length) this.grow(row * 2 + 64);
    this.#hashes[row] = hash;
    this.#starts[row] = base + start;
    this.#lengths[row] = end - start;
    this.#count++;
    table[place] = row + 1;
    if (this.#count * 1.5 > table.length) this.#rehash(row + 1);
    return -1;
  }

  /** The row of an id; -1 when there is none. */
  rowOf(id: Uint8Array): number {
    const hash = hashBytes(viewOf(id), 0, id.length);
    const table = this.#table;
    const mask = table.length - 1;
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const row = (table[place] as number) - 1;
      if (row < 0) return -1;
      if (this.#hashes[row] === hash && this.#isSame(row, id, { start: 0, end: id.length })) return row;
    }
  }

  grow(capacity: number): void {
    if (capacity <= this.#hashes.length) return;
    const [hashes, starts, lengths] = [new Int32Array(capacity), new Uint32Array(capacity), new Uint8Array(capacity)];
    hashes.set(this.#hashes);
    starts.set(this.#starts);
    lengths.set(this.#lengths);
    this.#hashes = hashes;
    this.#starts = starts;
    this.#lengths = lengths;
  }

  #isSame(row: number, bytes: Uint8Array, { start, end }: IdPiece): boolean {
    if (this.#lengths[row] !== end - start) return false;
    const position = this.#starts[row] as number;
    const block = blockAt(this.#blocks, position);
    const other = this.#blocks.blocks[block] as Uint8Array;
    const from = position - (this.#blocks.bases[block] as number);
    for (let i = 0; i < end - start; i++) if (other[from + i] !== bytes[start + i]) return false;
    return true;
  }

  #place(row: number): void {
    const table = this.#table;
    const mask = table.length - 1;
    let place = (this.#hashes[row] as number) & mask;
    while (table[place] !== 0) place = (place + 1) & mask;
    table[place] = row + 1;
  }

  #rehash(rows: number): void {
    this.#table = new Int32Array(this.#table.length * 2);
    for (let row = 0; row < rows; row++) if ((this.#lengths[row] as number) > 0) this.#place(row);
  }
}

interface IdPiece {
  readonly start: number;
  readonly end: number;
}
