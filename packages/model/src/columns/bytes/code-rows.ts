/** Codes in the narrowest array that has held them so far. */
export type CodeArray = Uint16Array | Uint32Array;

/** Codes by row, or in a row one behind the other: two bytes each until one needs four. */
export class CodeRows {
  codes: CodeArray;

  constructor(capacity: number) {
    this.codes = new Uint16Array(capacity);
  }

  set(at: number, code: number): void {
    if (code > 0xffff && this.codes instanceof Uint16Array) this.codes = new Uint32Array(this.codes);
    this.codes[at] = code;
  }

  grow(capacity: number): void {
    const { codes } = this;
    const wide = codes instanceof Uint16Array ? new Uint16Array(capacity) : new Uint32Array(capacity);
    wide.set(codes);
    this.codes = wide;
  }
}
