const BLOCK = 64;

/**
 * Spans by rising start, with the latest end of every 64 and of every 4,096 of them: finds all spans that reach beyond a
 * point from before another without looking at the others.
 */
export class SpanCeiling {
  readonly #ranks: Uint32Array;
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;
  readonly #blocks: Uint32Array;
  readonly #bigBlocks: Uint32Array;

  /** Rising ranks, with the start and end of rank r at 2 r and 2 r + 1 of the codes. */
  constructor(ranks: Uint32Array, codes: Uint32Array) {
    this.#ranks = ranks;
    this.#starts = new Uint32Array(ranks.length);
    this.#ends = new Uint32Array(ranks.length);
    for (let i = 0; i < ranks.length; i++) {
      this.#starts[i] = codes[2 * (ranks[i] as number)] as number;
      this.#ends[i] = codes[2 * (ranks[i] as number) + 1] as number;
    }
    this.#blocks = maxima(this.#ends);
    this.#bigBlocks = maxima(this.#blocks);
  }

  /** Calls `visit` for the rank of each row that starts before `start` and ends at `end` or after it. */
  visit(start: number, end: number, visit: (rank: number) => void): void {
    const last = this.#countBefore(start);
    for (let big = 0; big * BLOCK * BLOCK < last; big++) {
      if ((this.#bigBlocks[big] as number) < end) continue;
      const lastBlock = Math.min((big + 1) * BLOCK, this.#blocks.length);
      for (let block = big * BLOCK; block < lastBlock; block++) {
        if ((this.#blocks[block] as number) < end) continue;
        const to = Math.min((block + 1) * BLOCK, last);
        for (let i = block * BLOCK; i < to; i++) if ((this.#ends[i] as number) >= end) visit(this.#ranks[i] as number);
      }
    }
  }

  #countBefore(start: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#starts[middle] as number) < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function maxima(values: Uint32Array): Uint32Array {
  const tops = new Uint32Array(Math.ceil(values.length / BLOCK));
  for (let i = 0; i < values.length; i++) {
    const block = Math.floor(i / BLOCK);
    if ((values[i] as number) > (tops[block] as number)) tops[block] = values[i] as number;
  }
  return tops;
}
