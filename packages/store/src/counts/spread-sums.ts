import type { RankTest } from "../filter/row-test.ts";
import type { WindowPlaces } from "../filter/window-places.ts";
import { HIDDEN } from "../types.ts";
import type { HistogramRows } from "./histogram-rows.ts";
import { strideOf } from "./prefix-sums.ts";
import type { WindowRows } from "./window-sums.ts";

const MOST_CHECKPOINTS = 1_024;
/** Bytes of both tables: a row of the data has so many, and no less than this in all. */
const BYTES_PER_ROW = 0.5;
const LEAST_BYTES = 1 << 18;

/** Units of the spread rows by slot; asks every row. */
export function scannedSpread(histogram: HistogramRows, test: RankTest): Float64Array {
  const { codes } = histogram.keys;
  const units = new Float64Array(histogram.slots.spread);
  const adder = new SpreadAdder(histogram, units);
  for (let rank = 0; rank < codes.length; rank++) {
    if (codes[rank] === histogram.slots.spread && test(rank) !== HIDDEN) adder.add(rank, 1);
  }
  adder.flush();
  return units;
}

/** Rows without an end that start together are spread alike, over many bins: they are held back and added as one. */
class SpreadAdder {
  readonly #histogram: HistogramRows;
  readonly #into: Float64Array;
  #held = 0;
  #times = 0;

  constructor(histogram: HistogramRows, into: Float64Array) {
    this.#histogram = histogram;
    this.#into = into;
  }

  add(rank: number, sign: 1 | -1): void {
    if (!this.#histogram.isEndless(rank)) this.#histogram.addSpread(rank, sign, this.#into);
    else {
      if (!this.#histogram.startTogether(rank, this.#held)) this.flush();
      this.#held = rank;
      this.#times += sign;
    }
  }

  flush(): void {
    if (this.#times !== 0) this.#histogram.addSpread(this.#held, this.#times, this.#into);
    this.#times = 0;
  }
}

/**
 * The same for any window, from tables: what starts before its end less what ends before its start. Units are whole numbers,
 * so that in whatever steps they are reached they are the same.
 */
export class SpreadSums {
  readonly #histogram: HistogramRows;
  readonly #rows: WindowRows;
  readonly #stride: number;
  readonly #byStart: Float64Array;
  readonly #byEnd: Float64Array;
  /** No window ends the rows beyond this place: they are open. */
  readonly #ended: number;
  readonly #units: Float64Array;
  /** Places of the window that the units are of. */
  #last: { readonly start: number; readonly end: number } | null = null;

  constructor(rows: WindowRows, histogram: HistogramRows) {
    const { datedCount, orders, instantsMs, outer } = rows.times;
    this.#rows = rows;
    this.#histogram = histogram;
    this.#units = new Float64Array(histogram.slots.spread);
    const ranks = orders[0]?.ranks ?? new Uint32Array(0);
    let ended = ranks.length;
    while (ended > 0 && instantsMs[outer[2 * (ranks[ended - 1] as number) + 1] as number] === Number.POSITIVE_INFINITY)
      ended--;
    this.#ended = ended;
    const bytes = 2 * 8 * this.#units.length;
    const mostBytes = Math.max(LEAST_BYTES, BYTES_PER_ROW * rows.classes.length);
    this.#stride = strideOf(datedCount, { checkpointBytes: bytes, mostBytes, most: MOST_CHECKPOINTS });
    this.#byStart = this.#tableOf(null, datedCount);
    this.#byEnd = this.#tableOf(ranks, ended);
  }

  /** Shared buffer: the next answer writes over it. */
  at(places: WindowPlaces): Float64Array {
    const units = this.#units;
    const last = this.#last;
    this.#last = null;
    if (places.isEmpty) return units.fill(0);
    const ends = this.#rows.times.orders[0]?.ranks ?? null;
    const to = { start: places.startedBeforeEnd, end: Math.min(places.endedBefore, this.#ended) };
    this.#last = to;
    const steps =
      last === null ? Number.POSITIVE_INFINITY : Math.abs(to.start - last.start) + Math.abs(to.end - last.end);
    if (last !== null && steps <= this.#stepsTo(to.start) + this.#stepsTo(to.end)) {
      this.#move(null, { from: last.start, to: to.start, sign: 1 });
      this.#move(ends, { from: last.end, to: to.end, sign: -1 });
      return units;
    }
    units.fill(0);
    this.#add(this.#byStart, null, { place: to.start, sign: 1 });
    this.#add(this.#byEnd, ends, { place: to.end, sign: -1 });
    return units;
  }

  #stepsTo(place: number): number {
    return this.#units.length + Math.abs(place - Math.round(place / this.#stride) * this.#stride);
  }

  #add(
    table: Float64Array,
    ranks: Uint32Array | null,
    { place, sign }: { readonly place: number; readonly sign: 1 | -1 },
  ): void {
    const units = this.#units;
    const width = units.length;
    const checkpoint = Math.min(Math.round(place / this.#stride), table.length / width - 1);
    for (let slot = 0, at = checkpoint * width; slot < width; slot++, at++) {
      units[slot] = (units[slot] as number) + sign * (table[at] as number);
    }
    this.#move(ranks, { from: checkpoint * this.#stride, to: place, sign });
  }

  #move(
    ranks: Uint32Array | null,
    { from, to, sign }: { readonly from: number; readonly to: number; readonly sign: 1 | -1 },
  ): void {
    if (from < to) this.#scan(ranks, { from, to, sign }, this.#units);
    else this.#scan(ranks, { from: to, to: from, sign: -sign as 1 | -1 }, this.#units);
  }

  #tableOf(ranks: Uint32Array | null, length: number): Float64Array {
    const width = this.#units.length;
    const checkpoints = Math.floor(length / this.#stride) + 1;
    const table = new Float64Array(checkpoints * width);
    const running = new Float64Array(width);
    for (let checkpoint = 0; checkpoint < checkpoints; checkpoint++) {
      table.set(running, checkpoint * width);
      const from = checkpoint * this.#stride;
      this.#scan(ranks, { from, to: Math.min(from + this.#stride, length), sign: 1 }, running);
    }
    return table;
  }

  #scan(
    ranks: Uint32Array | null,
    { from, to, sign }: { readonly from: number; readonly to: number; readonly sign: 1 | -1 },
    into: Float64Array,
  ): void {
    const { classes } = this.#rows;
    const { codes } = this.#histogram.keys;
    const { spread } = this.#histogram.slots;
    const adder = new SpreadAdder(this.#histogram, into);
    for (let i = from; i < to; i++) {
      const rank = ranks === null ? i : (ranks[i] as number);
      if (codes[rank] === spread && classes[rank] !== 0) adder.add(rank, sign);
    }
    adder.flush();
  }
}
