import { CodeRows } from "./code-rows.ts";

/** Lists of codes, one a row, in two arrays that grow. Repeats within a row are left out. */
export class GrowingLists {
  offsets: Uint32Array;
  readonly #codes: CodeRows;
  #row = 0;
  #end = 0;

  constructor(capacity: number) {
    this.offsets = new Uint32Array(capacity + 1);
    this.#codes = new CodeRows(capacity + 16);
  }

  /** Of all rows, one behind the other. */
  get codes(): CodeRows["codes"] {
    return this.#codes.codes;
  }

  /** Adds codes to the row under way. */
  push(list: readonly number[]): void {
    for (const code of list) this.add(code);
  }

  /** Adds one code. */
  add(code: number): void {
    if (this.#has(this.offsets[this.#row] as number, code)) return;
    if (this.#end === this.codes.length) this.#codes.grow(Math.ceil(this.#end * 1.5));
    this.#codes.set(this.#end++, code);
  }

  endRow(): void {
    this.#row++;
    if (this.#row + 1 > this.offsets.length - 1) {
      const wide = new Uint32Array(Math.ceil(this.offsets.length * 1.5) + 64);
      wide.set(this.offsets);
      this.offsets = wide;
    }
    this.offsets[this.#row] = this.#end;
  }

  #has(from: number, code: number): boolean {
    const { codes } = this.#codes;
    for (let i = from; i < this.#end; i++) if (codes[i] === code) return true;
    return false;
  }
}
