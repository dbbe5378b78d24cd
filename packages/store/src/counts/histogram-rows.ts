import type { TimeCodes } from "../columns/time-codes.ts";
import { instantEndMs } from "../columns/time-order.ts";
import { CLASS_BITS, SURE, WINDOW_CLASS } from "../columns/window-class.ts";
import { type BinFinder, binFinder } from "./bin-finder.ts";
import { keyCodes, type RowKeys } from "./row-keys.ts";

/** What a histogram is made of. */
export interface HistogramInput {
  /** Tells its answers from those of other edges and categories. */
  readonly name: string;
  readonly times: TimeCodes;
  readonly extentMs: readonly [startMs: number, endMs: number] | null;
  /** Only rows of this category, with the categories by rank. */
  readonly only?: { readonly category: number; readonly codes: ArrayLike<number> } | undefined;
}

/**
 * Where each row stands in a histogram: in one slot, or spread over several. The slots are the bins, then before, after and
 * undated; a row that is spread has the slot `spread`, a row of another category the last one.
 *
 * Shares of a spread row are whole numbers of a unit so small that all rows together stay whole numbers (2^-32 of a row at a
 * million rows), so that adding and taking away leaves nothing behind. An open or unknown side ends, for the spreading only,
 * at the finite extent of the data; a row that lies wholly beyond it is taken as an instant at its finite side; with no
 * finite bound in the data, it fills the edges.
 */
export class HistogramRows {
  readonly name: string;
  readonly edges: Float64Array;
  readonly keys: RowKeys;
  readonly slots: {
    readonly before: number;
    readonly after: number;
    readonly undated: number;
    readonly spread: number;
  };
  /** Units in one row. */
  readonly unit: number;
  readonly #input: HistogramInput;
  readonly #find: BinFinder;

  constructor(input: HistogramInput, edges: Float64Array) {
    const rows = input.times.classes.length;
    const bins = edges.length - 1;
    this.name = input.name;
    this.edges = edges;
    this.unit = 2 ** Math.min(44, 52 - Math.ceil(Math.log2(rows + 1)));
    this.slots = { before: bins, after: bins + 1, undated: bins + 2, spread: bins + 3 };
    this.#input = input;
    this.#find = binFinder(edges);
    const length = bins + 5;
    const codes = keyCodes(rows, length);
    const { only } = input;
    for (let rank = 0; rank < rows; rank++) {
      const isWanted = only === undefined || only.codes[rank] === only.category;
      codes[rank] = isWanted ? this.#slotOf(rank) : bins + 4;
    }
    this.keys = { length, codes, offsets: null, most: rows };
  }

  /** A certain row counts as certain in its slot: rows that are not sure of their dates are spread, though over one bin. */
  #slotOf(rank: number): number {
    const { outer, classes, instantsMs } = this.#input.times;
    const { edges, slots } = this;
    const bits = classes[rank] as number;
    if ((bits & CLASS_BITS) === WINDOW_CLASS.undated) return slots.undated;
    const startMs = instantsMs[outer[2 * rank] as number] as number;
    const endMs = instantsMs[outer[2 * rank + 1] as number] as number;
    const firstMs = edges[0] as number;
    if (endMs <= firstMs) return slots.before;
    if (startMs >= (edges[edges.length - 1] as number)) return slots.after;
    if (startMs < firstMs || (bits & SURE) === 0) return slots.spread;
    const bin = this.#find(startMs);
    return endMs > (edges[bin + 1] as number) ? slots.spread : bin;
  }

  /**
   * Adds the units of so many rows that are spread as this one to the bins, before and after; below zero takes them away.
   * Rounds where each bin ends, not what it holds, so that the parts sum to the whole.
   */
  addSpread(rank: number, times: number, into: Float64Array): void {
    const { outer, instantsMs } = this.#input.times;
    const { edges, slots, unit } = this;
    const bins = slots.before;
    const outerStartMs = instantsMs[outer[2 * rank] as number] as number;
    const outerEndMs = instantsMs[outer[2 * rank + 1] as number] as number;
    let startMs = outerStartMs;
    let endMs = outerEndMs;
    if (!(Number.isFinite(startMs) && Number.isFinite(endMs))) {
      [startMs, endMs] = this.#finiteSpan(outerStartMs, outerEndMs);
    }
    const perMs = unit / (endMs - startMs);
    let done = 0;
    const firstMs = edges[0] as number;
    if (startMs < firstMs) {
      done = endMs <= firstMs ? unit : Math.round((firstMs - startMs) * perMs);
      into[slots.before] = (into[slots.before] as number) + times * done;
    }
    for (let bin = startMs <= firstMs ? 0 : this.#find(startMs); bin < bins && done !== unit; bin++) {
      const edgeMs = edges[bin + 1] as number;
      const until = edgeMs >= endMs ? unit : edgeMs <= startMs ? 0 : Math.round((edgeMs - startMs) * perMs);
      into[bin] = (into[bin] as number) + times * (until - done);
      done = until;
    }
    into[slots.after] = (into[slots.after] as number) + times * (unit - done);
  }

  isEndless(rank: number): boolean {
    const { outer, instantsMs } = this.#input.times;
    return instantsMs[outer[2 * rank + 1] as number] === Number.POSITIVE_INFINITY;
  }

  startTogether(one: number, other: number): boolean {
    const { outer } = this.#input.times;
    return outer[2 * one] === outer[2 * other];
  }

  #finiteSpan(startMs: number, endMs: number): readonly [number, number] {
    const { edges } = this;
    const [lowMs, highMs] = this.#input.extentMs ?? [edges[0] as number, edges[edges.length - 1] as number];
    const fromMs = Number.isFinite(startMs) ? startMs : lowMs;
    const toMs = Number.isFinite(endMs) ? endMs : highMs;
    if (fromMs < toMs) return [fromMs, toMs];
    if (Number.isFinite(startMs)) return [startMs, instantEndMs(startMs)];
    return [endMs - (instantEndMs(endMs) - endMs), endMs];
  }
}
