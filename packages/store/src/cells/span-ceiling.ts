const BLOCK = 64;

/**
 * Spans by rising start, with the latest end of every 64 and of every 4,096 of them: finds all spans that reach beyond a
 * point from before another without looking at the others.
 */
export class SpanCeiling {
  readonly #rows: Uint32Array;
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;
  readonly #blocks: Uint32Array;
  readonly #bigBlocks: Uint32Array;

  /** Rows in rising order of start, with codes of their start and end. */
  constructor(rows: Uint32Array, startOf: (row: number) => number, endOf: (row: number) => number) {
    this.#rows = rows;
    this.#starts = rows.map(startOf);
    this.#ends = rows.map(endOf);
    this.#blocks = maxima(this.#ends);
    this.#bigBlocks = maxima(this.#blocks);
  }

  /** Calls `visit` for each row that starts before `start` and ends at `end` or after it. */
  visit(start: number, end: number, visit: (row: number) => void): void {
    const last = this.#countBefore(start);
    for (let big = 0; big * BLOCK * BLOCK < last; big++) {
      if ((this.#bigBlocks[big] as number) < end) continue;
      const lastBlock = Math.min((big + 1) * BLOCK, this.#blocks.length);
      for (let block = big * BLOCK; block < lastBlock; block++) {
        if ((this.#blocks[block] as number) < end) continue;
        const to = Math.min((block + 1) * BLOCK, last);
        for (let i = block * BLOCK; i < to; i++) if ((this.#ends[i] as number) >= end) visit(this.#rows[i] as number);
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
