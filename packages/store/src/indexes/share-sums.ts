const BLOCK_BITS = 3;
const BLOCK = 1 << BLOCK_BITS;

/**
 * Running sums over spans in one order: of 1 / length, and of (start - origin) / length. From those of the spans that have
 * started less those that have ended follows how much of all running spans lies before an instant, without walking them.
 *
 * The sums are kept in two floats each: a million spans of a second, half a century from the origin, would leave errors of
 * whole rows in one. One entry for eight spans, so four bytes a span and seven steps an answer.
 */
export class ShareSums {
  readonly #starts: Float64Array;
  readonly #ends: Float64Array;
  readonly #originMs: number;
  readonly #blocks: Float64Array;

  constructor(starts: Float64Array, ends: Float64Array, originMs: number) {
    this.#starts = starts;
    this.#ends = ends;
    this.#originMs = originMs;
    this.#blocks = new Float64Array(4 * ((starts.length >>> BLOCK_BITS) + 1));
    const running = new Float64Array(4);
    for (let i = 0; i < starts.length; i++) {
      if (i % BLOCK === 0) this.#blocks.set(running, (i >>> BLOCK_BITS) * 4);
      this.#add(running, i);
    }
    if (starts.length % BLOCK === 0) this.#blocks.set(running, this.#blocks.length - 4);
  }

  /** Sums over the first `count` spans, into four numbers: density and its rest, moment and its rest. */
  upTo(count: number, into: Float64Array): void {
    const block = count >>> BLOCK_BITS;
    for (let part = 0; part < 4; part++) into[part] = this.#blocks[4 * block + part] as number;
    for (let i = block << BLOCK_BITS; i < count; i++) this.#add(into, i);
  }

  #add(sums: Float64Array, at: number): void {
    const startMs = this.#starts[at] as number;
    const density = 1 / ((this.#ends[at] as number) - startMs);
    addTo(sums, 0, density);
    addTo(sums, 2, (startMs - this.#originMs) * density);
  }
}

/** What rounding took from a sum is kept beside it (Knuth's two-sum). */
function addTo(sums: Float64Array, at: number, value: number): void {
  const before = sums[at] as number;
  const sum = before + value;
  const rounded = sum - before;
  sums[at] = sum;
  sums[at + 1] = (sums[at + 1] as number) + (before - (sum - rounded)) + (value - rounded);
}
