import { countBelow, countUpTo } from "./bounds.ts";
import { SegmentForest } from "./segment-forest.ts";
import { ShareSums } from "./share-sums.ts";

/** Spans of one lane and one class of lengths, in both orders. */
export interface RunInput {
  readonly rows: Uint32Array;
  /** Rising; `ends` go with them. */
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** Rising, with their starts; the same arrays where spans that start later end later. */
  readonly endsInOrder: Float64Array;
  readonly startsByEnd: Float64Array;
}

/** A row with its place in time. */
export interface FoundRow {
  readonly row: number;
  readonly startMs: number;
}

/** What a run adds to bins. */
export interface RunBins {
  readonly edgesMs: Float64Array;
  readonly inside: Float64Array;
  readonly spread: Float64Array;
  readonly touching: Float64Array;
}

/** Spans with all that a window asks of them. Every count is a search, none is a scan. */
export class TimeRun {
  readonly #input: RunInput;
  readonly #shortestMs: number;
  readonly #longestMs: number;
  #forest: SegmentForest | null = null;
  #started: ShareSums | null = null;
  #ended: ShareSums | null = null;
  readonly #sums = [new Float64Array(4), new Float64Array(4)] as const;

  constructor(input: RunInput) {
    this.#input = input;
    let shortestMs = Number.POSITIVE_INFINITY;
    let longestMs = 0;
    const { starts, ends } = input;
    for (let i = 0; i < starts.length; i++) {
      const lengthMs = (ends[i] as number) - (starts[i] as number);
      if (lengthMs < shortestMs) shortestMs = lengthMs;
      if (lengthMs > longestMs) longestMs = lengthMs;
    }
    this.#shortestMs = shortestMs;
    this.#longestMs = longestMs;
  }

  get length(): number {
    return this.#input.rows.length;
  }

  /** Rows that start before an instant. */
  startedBefore(ms: number): number {
    return countBelow(this.#input.starts, ms);
  }

  /** Rows that have ended at an instant. */
  endedBy(ms: number): number {
    return countUpTo(this.#input.endsInOrder, ms);
  }

  /** Appends the rows that touch `[startMs, endMs)`. */
  collect(span: { readonly startMs: number; readonly endMs: number }, into: FoundRow[]): void {
    const { starts, rows } = this.#input;
    this.#forest ??= new SegmentForest(this.#input.ends);
    const from = countBelow(starts, span.startMs - this.#longestMs * (1 + 4 * Number.EPSILON) - 1);
    const to = countBelow(starts, span.endMs);
    this.#forest.visit({ from, to, afterMs: span.startMs }, (at) => {
      into.push({ row: rows[at] as number, startMs: starts[at] as number });
    });
  }

  /**
   * Adds rows wholly inside a bin, shares of the others by bin, and how many rows touch each bin. `isSure`: rows inside a
   * bin count there; else they are spread over it like the others. Cost: a few searches a bin.
   */
  addTo(bins: RunBins, isSure: boolean): void {
    const { edgesMs, inside, spread, touching } = bins;
    const { starts, endsInOrder } = this.#input;
    let fromMs = edgesMs[0] as number;
    let started = countBelow(starts, fromMs);
    let ended = countUpTo(endsInOrder, fromMs);
    let share = this.#runningShare(started, ended, fromMs);
    for (let bin = 0; bin + 1 < edgesMs.length; bin++) {
      const toMs = edgesMs[bin + 1] as number;
      const startedNext = countBelow(starts, toMs, started);
      const endedNext = countUpTo(endsInOrder, toMs, ended);
      const touched = startedNext - ended;
      if (touched > 0) {
        const whole = this.#whole({ fromMs, toMs, started, endedNext });
        const shareNext = this.#runningShare(startedNext, endedNext, toMs);
        // Where nothing crosses an edge, nothing is left to rounding.
        const isClean = startedNext === endedNext && started === ended;
        const rest = isClean ? touched - whole : Math.max(0, endedNext + shareNext - (ended + share) - whole);
        touching[bin] = (touching[bin] as number) + touched;
        if (isSure) inside[bin] = (inside[bin] as number) + whole;
        spread[bin] = (spread[bin] as number) + rest + (isSure ? 0 : whole);
        share = shareNext;
      } else share = 0;
      fromMs = toMs;
      started = startedNext;
      ended = endedNext;
    }
  }

  /** Rows that lie wholly in a bin: those that have ended, less those that had begun before, plus those that span it all. */
  #whole(bin: { fromMs: number; toMs: number; started: number; endedNext: number }): number {
    const widthMs = bin.toMs - bin.fromMs;
    if (this.#shortestMs > widthMs) return 0;
    const whole = bin.endedNext - bin.started;
    return this.#longestMs <= widthMs ? whole : whole + this.#through(bin);
  }

  #through({ toMs, started }: { toMs: number; started: number }): number {
    const { starts, ends } = this.#input;
    this.#forest ??= new SegmentForest(ends);
    let count = 0;
    // A margin for spans past 2^53 ms, whose lengths are rounded.
    const from = countBelow(starts, toMs - this.#longestMs * (1 + 4 * Number.EPSILON) - 1);
    this.#forest.visit({ from, to: started, afterMs: toMs }, () => {
      count++;
    });
    return count;
  }

  /** How much of the spans that run over an instant lies before it, in rows. */
  #runningShare(started: number, ended: number, ms: number): number {
    if (started === ended) return 0;
    const { starts, ends, endsInOrder, startsByEnd } = this.#input;
    const originMs = starts[0] as number;
    this.#started ??= new ShareSums(starts, ends, originMs);
    this.#ended ??= starts === startsByEnd ? this.#started : new ShareSums(startsByEnd, endsInOrder, originMs);
    const [a, b] = this.#sums;
    this.#started.upTo(started, a);
    this.#ended.upTo(ended, b);
    const density = (a[0] as number) - (b[0] as number) + ((a[1] as number) - (b[1] as number));
    const moment = (a[2] as number) - (b[2] as number) + ((a[3] as number) - (b[3] as number));
    return Math.min(Math.max(density * (ms - originMs) - moment, 0), started - ended);
  }
}
