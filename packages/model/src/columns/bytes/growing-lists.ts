/** Lists of codes, one a row, in two arrays that grow. Repeats within a row are left out. */
export class GrowingLists {
  offsets: Uint32Array;
  codes: Uint32Array;
  #row = 0;
  #end = 0;

  constructor(capacity: number) {
    this.offsets = new Uint32Array(capacity + 1);
    this.codes = new Uint32Array(capacity + 16);
  }

  /** Adds codes to the row under way. */
  push(list: readonly number[]): void {
    const from = this.offsets[this.#row] as number;
    for (const code of list) {
      if (this.#has(from, code)) continue;
      if (this.#end === this.codes.length) {
        const wide = new Uint32Array(Math.ceil(this.codes.length * 1.5));
        wide.set(this.codes);
        this.codes = wide;
      }
      this.codes[this.#end++] = code;
    }
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
    for (let i = from; i < this.#end; i++) if (this.codes[i] === code) return true;
    return false;
  }
}
