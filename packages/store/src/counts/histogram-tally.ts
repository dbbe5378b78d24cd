import { NO_CODE, TIME_TRAITS, type TimeCodes } from "../columns/time-codes.ts";
import { instantEndMs } from "../columns/time-order.ts";
import type { MoveBatch, Tally } from "../filter/move-batch.ts";
import { CERTAIN, HIDDEN, type Histogram } from "../types.ts";
import { type BinFinder, binFinder } from "./bin-finder.ts";

/** What a histogram is made of. */
export interface HistogramInput {
  readonly times: TimeCodes;
  readonly extentMs: readonly [startMs: number, endMs: number] | null;
  /** Only rows of this category, with the categories by rank. */
  readonly only?: { readonly category: number; readonly codes: ArrayLike<number> } | undefined;
}

/**
 * Running rows by bins of time. A row that surely passes and whose outer span, not marked uncertain, lies in one bin counts
 * there as certain; every other row is spread uniformly over its outer span, and what falls outside the edges counts as
 * before or after. An open or unknown side ends, for the spreading only, at the finite extent of the data; a row that lies
 * wholly beyond it is taken as an instant at its finite side; with no finite bound in the data, it fills the edges.
 *
 * Law: bins + before + after + undated = shown rows (of the category), to the last bit. Shares are whole numbers of a
 * unit so small that all rows together stay whole numbers (2^-32 of a row at a million rows), so that adding and taking
 * away leaves nothing behind. Cost: one pass over the rows, then one step per moved row and bin that its span covers.
 */
export class HistogramTally implements Tally {
  readonly #input: HistogramInput;
  readonly #edges: Float64Array;
  readonly #find: BinFinder;
  /** Units in one row. */
  readonly #unit: number;
  readonly #certain: Float64Array;
  readonly #spread: Float64Array;
  #before = 0;
  #after = 0;
  #undated = 0;
  #answer: Histogram | null = null;

  constructor(input: HistogramInput, edges: Float64Array, standing: Uint8Array) {
    this.#input = input;
    this.#edges = edges;
    this.#find = binFinder(edges);
    this.#unit = 2 ** Math.min(44, 52 - Math.ceil(Math.log2(standing.length + 1)));
    this.#certain = new Float64Array(edges.length - 1);
    this.#spread = new Float64Array(edges.length - 1);
    for (let rank = 0; rank < standing.length; rank++) {
      const state = standing[rank] as number;
      if (state !== HIDDEN && this.#isWanted(rank)) this.#add(rank, state, this.#unit);
    }
  }

  take({ ranks, from, to, length }: MoveBatch): void {
    this.#answer = null;
    for (let i = 0; i < length; i++) {
      const rank = ranks[i] as number;
      if (!this.#isWanted(rank)) continue;
      if (from[i] !== HIDDEN) this.#add(rank, from[i] as number, -this.#unit);
      if (to[i] !== HIDDEN) this.#add(rank, to[i] as number, this.#unit);
    }
  }

  histogram(): Histogram {
    const toRows = (units: number): number => units / this.#unit;
    this.#answer ??= {
      edgesMs: this.#edges,
      certain: this.#certain.map(toRows),
      spread: this.#spread.map(toRows),
      before: toRows(this.#before),
      after: toRows(this.#after),
      undated: toRows(this.#undated),
    };
    return this.#answer;
  }

  #isWanted(rank: number): boolean {
    const { only } = this.#input;
    return only === undefined || only.codes[rank] === only.category;
  }

  #add(rank: number, state: number, units: number): void {
    const { outer, traits, instantsMs } = this.#input.times;
    const edges = this.#edges;
    const startCode = outer[2 * rank] as number;
    if (startCode === NO_CODE) {
      this.#undated += units;
      return;
    }
    const startMs = instantsMs[startCode] as number;
    const endMs = instantsMs[outer[2 * rank + 1] as number] as number;
    const firstMs = edges[0] as number;
    if (endMs <= firstMs) this.#before += units;
    else if (startMs >= (edges[edges.length - 1] as number)) this.#after += units;
    else {
      const bin = startMs < firstMs ? -1 : this.#find(startMs);
      if (bin < 0 || endMs > (edges[bin + 1] as number)) this.#spreadOver(startMs, endMs, units);
      else {
        const isSure = state === CERTAIN && ((traits[rank] as number) & TIME_TRAITS.sure) !== 0;
        const bins = isSure ? this.#certain : this.#spread;
        bins[bin] = (bins[bin] as number) + units;
      }
    }
  }

  /**
   * Rounds where each bin ends, not what it holds, so that the parts sum to the whole; and rounds before it takes the sign,
   * so that what is taken away is what was added.
   */
  #spreadOver(outerStartMs: number, outerEndMs: number, units: number): void {
    const edges = this.#edges;
    const bins = edges.length - 1;
    const [startMs, endMs] = this.#finiteSpan(outerStartMs, outerEndMs);
    const sign = Math.sign(units);
    const unitsUntil = (ms: number): number =>
      ms <= startMs ? 0 : ms >= endMs ? units : sign * Math.round(((ms - startMs) / (endMs - startMs)) * this.#unit);
    let done = unitsUntil(edges[0] as number);
    this.#before += done;
    const firstBin = startMs <= (edges[0] as number) ? 0 : this.#find(startMs);
    for (let bin = firstBin; bin < bins && done !== units; bin++) {
      const until = unitsUntil(edges[bin + 1] as number);
      this.#spread[bin] = (this.#spread[bin] as number) + until - done;
      done = until;
    }
    this.#after += units - done;
  }

  #finiteSpan(startMs: number, endMs: number): readonly [number, number] {
    if (Number.isFinite(startMs) && Number.isFinite(endMs)) return [startMs, endMs];
    const edges = this.#edges;
    const [lowMs, highMs] = this.#input.extentMs ?? [edges[0] as number, edges[edges.length - 1] as number];
    const fromMs = Number.isFinite(startMs) ? startMs : lowMs;
    const toMs = Number.isFinite(endMs) ? endMs : highMs;
    if (fromMs < toMs) return [fromMs, toMs];
    if (Number.isFinite(startMs)) return [startMs, instantEndMs(startMs)];
    return [endMs - (instantEndMs(endMs) - endMs), endMs];
  }
}
