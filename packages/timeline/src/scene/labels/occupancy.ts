/**
 * Which pixels of some lines are taken: from `startPx` to `endPx`, a bit each; pixels that are touched are taken. A question costs
 * a few words of bits, however much lies there. A class over one buffer, since each frame makes one and asks it thousands of times.
 */
export class Occupancy {
  readonly #originPx: number;
  readonly #size: number;
  /** Words of bits of a line. */
  readonly #wide: number;
  readonly #words: Int32Array;

  constructor(lines: number, startPx: number, endPx: number) {
    this.#originPx = Math.floor(startPx);
    this.#size = Math.max(Math.ceil(endPx) - this.#originPx, 1);
    this.#wide = (this.#size + 31) >> 5;
    this.#words = new Int32Array(lines * this.#wide);
  }

  take(line: number, startPx: number, endPx: number): void {
    const words = this.#words;
    const ground = line * this.#wide;
    const to = this.#place(Math.ceil(endPx));
    for (let at = this.#place(Math.floor(startPx)); at < to; at = (at | 31) + 1) {
      const word = ground + (at >> 5);
      words[word] = (words[word] as number) | bitsOf(at, to);
    }
  }

  /** First taken pixel at or after one; infinite where none is. */
  nextTaken(line: number, fromPx: number): number {
    const words = this.#words;
    const ground = line * this.#wide;
    const from = this.#place(Math.floor(fromPx));
    for (let at = from; at < this.#size; at = (at | 31) + 1) {
      const bits = (words[ground + (at >> 5)] as number) & (-1 << (at & 31));
      if (bits !== 0) return this.#originPx + (at & ~31) + 31 - Math.clz32(bits & -bits);
    }
    return Number.POSITIVE_INFINITY;
  }

  /** End of the last taken pixel before one; minus infinity where none is. */
  lastTaken(line: number, beforePx: number): number {
    const words = this.#words;
    const ground = line * this.#wide;
    for (let to = this.#place(Math.ceil(beforePx)); to > 0; to = (to - 1) & ~31) {
      const first = (to - 1) & ~31;
      const bits = (words[ground + (first >> 5)] as number) & bitsOf(first, to);
      if (bits !== 0) return this.#originPx + first + 32 - Math.clz32(bits);
    }
    return Number.NEGATIVE_INFINITY;
  }

  #place(px: number): number {
    const at = px - this.#originPx;
    return Math.max(0, Math.min(at, this.#size));
  }
}

/** Bits of the word of `at` from `at` up to `to`. */
function bitsOf(at: number, to: number): number {
  const end = to - (at & ~31);
  const low = -1 << (at & 31);
  return end >= 32 ? low : low & ((1 << end) - 1);
}
