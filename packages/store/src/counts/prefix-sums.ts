import { ROWS_A_STEP, type Steps } from "@whenwhere/model";
import type { RowKeys } from "./row-keys.ts";

/** Not finer than this: a table must not be larger than the rows that it stands for. */
const LEAST_STRIDE = 8;
const MOST_CHECKPOINTS = 2_048;

/** Number of classes, and more. */
const CLASSES = 16;

/** Rows in some order, of which the first ones are counted. */
export interface RowOrder {
  /** Null for rank after rank. */
  readonly ranks: Uint32Array | null;
  readonly length: number;
  /** Class of each rank. */
  readonly classes: Uint8Array;
  /** The classes that there are, one bit each. */
  readonly seen: number;
  readonly keys: RowKeys;
}

/**
 * Counts by key of the first p rows of an order, for any p: a table holds them for every so many rows, the rows from the
 * nearest of these places to p are counted one by one. Exact. A table has columns, each for the rows of some classes.
 * Cost of an answer: one step a key, and one for each of at most half a stride of rows; of the table: a pass over the rows.
 */
export class PrefixSums {
  readonly #order: RowOrder;
  readonly #stride: number;
  readonly #checkpoints: number;
  /** By class 1 where a column counts it, one array a column; null for a column without rows. */
  readonly #weights: readonly (Int32Array | null)[];
  /** Where each column begins in the entries of a checkpoint. */
  readonly #starts: readonly number[];
  readonly #width: number;
  readonly #table: Uint16Array | Uint32Array;

  /**
   * `columns`: the classes of each column. Columns of classes that no row has take no room. To be filled before anything is asked.
   */
  constructor(order: RowOrder, columns: readonly (readonly number[])[], mostBytes: number) {
    const { keys, length, seen } = order;
    this.#order = order;
    this.#weights = columns.map((classes) => {
      const present = classes.filter((kind) => ((seen >> kind) & 1) !== 0);
      return present.length === 0
        ? null
        : Int32Array.from({ length: CLASSES }, (_, kind) => Number(present.includes(kind)));
    });
    let width = 0;
    this.#starts = this.#weights.map((weights) => {
      const start = width;
      if (weights !== null) width += keys.length;
      return start;
    });
    this.#width = width;
    const isNarrow = keys.most < 65_536;
    this.#stride = strideOf(length, { checkpointBytes: width * (isNarrow ? 2 : 4), mostBytes, most: MOST_CHECKPOINTS });
    this.#checkpoints = Math.floor(length / this.#stride) + 1;
    const entries = this.#checkpoints * width;
    this.#table = isNarrow ? new Uint16Array(entries) : new Uint32Array(entries);
  }

  /** A row may be counted in this column. */
  counts(column: number): boolean {
    return (this.#weights[column] ?? null) !== null;
  }

  /** Adds the counts of a column over the first `place` rows, or takes them away. Sums below zero wrap, and wrap back. */
  add(place: number, column: number, to: SignedSums): void {
    const start = this.#starts[column];
    if (start === undefined || this.#weights[column] === null) return;
    const checkpoint = this.#checkpoint(place);
    addTable(to.into, this.#table, { from: checkpoint * this.#width + start, sign: to.sign });
    this.move({ from: checkpoint * this.#stride, to: place }, column, to);
  }

  /** What `add` would give for one place, made what it would give for another. Cost: a step for each row between the two. */
  move({ from, to }: Part, column: number, { into, sign }: SignedSums): void {
    const weights = this.#weights[column];
    if (weights === null || weights === undefined || from === to) return;
    const signed = from < to === (sign === 1) ? weights : weights.map((weight) => -weight);
    const part = { from: Math.min(from, to), to: Math.max(from, to), weights: signed };
    if (this.#order.keys.offsets === null) addRows(into, this.#order, part);
    else addLists(into, this.#order, part);
  }

  /** Steps that `add` takes for a place: a step of its table is to one of a row as one to four. */
  stepsTo(place: number): number {
    return this.#order.keys.length / 4 + Math.abs(place - this.#checkpoint(place) * this.#stride);
  }

  #checkpoint(place: number): number {
    return Math.min(Math.round(place / this.#stride), this.#checkpoints - 1);
  }

  /** Counts by class and key without a question, and joins the classes of a column where a checkpoint is written. With pauses. */
  *fill(): Steps<void> {
    const { keys, length } = this.#order;
    if (this.#width === 0) return;
    let paused = 0;
    const running = new Uint32Array(CLASSES * keys.length);
    const count = keys.offsets === null ? countRows : countLists;
    for (let checkpoint = 0; checkpoint < this.#checkpoints; checkpoint++) {
      this.#write(running, checkpoint * this.#width);
      const from = checkpoint * this.#stride;
      count(running, this.#order, { from, to: Math.min(from + this.#stride, length) });
      if (from - paused < ROWS_A_STEP) continue;
      paused = from;
      yield;
    }
  }

  #write(running: Uint32Array, at: number): void {
    const { length } = this.#order.keys;
    for (let column = 0; column < this.#weights.length; column++) {
      const weights = this.#weights[column];
      if (weights === null || weights === undefined) continue;
      const start = at + (this.#starts[column] as number);
      for (let kind = 0; kind < CLASSES; kind++) {
        if (weights[kind] === 1) addClass(this.#table, start, { running, from: kind * length, length });
      }
    }
  }
}

/** The finest stride whose checkpoints are not too many or too large. */
export function strideOf(
  length: number,
  {
    checkpointBytes,
    mostBytes,
    most,
  }: { readonly checkpointBytes: number; readonly mostBytes: number; readonly most: number },
): number {
  let stride = LEAST_STRIDE;
  const isTooFine = (places: number): boolean => places > most || places * checkpointBytes > mostBytes;
  while (stride < length && isTooFine(Math.floor(length / stride) + 1)) stride *= 2;
  return stride;
}

interface Part {
  readonly from: number;
  readonly to: number;
}

/** Where counts are added or taken away. */
interface SignedSums {
  readonly into: Uint32Array;
  readonly sign: 1 | -1;
}

// The hot loops have one array of each kind and no question in them: half the rows of a view are hidden, and a processor
// guesses wrong about every second one of them.
function countRows(running: Uint32Array, { ranks, classes, keys }: RowOrder, { from, to }: Part): void {
  const { codes, length } = keys;
  if (ranks === null) {
    for (let rank = from; rank < to; rank++) {
      const at = (classes[rank] as number) * length + (codes[rank] as number);
      running[at] = (running[at] as number) + 1;
    }
    return;
  }
  for (let i = from; i < to; i++) {
    const rank = ranks[i] as number;
    const at = (classes[rank] as number) * length + (codes[rank] as number);
    running[at] = (running[at] as number) + 1;
  }
}

function countLists(running: Uint32Array, { ranks, classes, keys }: RowOrder, { from, to }: Part): void {
  const { codes, length } = keys;
  const offsets = keys.offsets as Uint32Array;
  for (let i = from; i < to; i++) {
    const rank = ranks === null ? i : (ranks[i] as number);
    const end = offsets[rank + 1] as number;
    for (let entry = offsets[rank] as number; entry < end; entry++) {
      const at = (classes[rank] as number) * length + (codes[entry] as number);
      running[at] = (running[at] as number) + 1;
    }
  }
}

interface WeighedPart extends Part {
  /** What a row of each class adds. */
  readonly weights: Int32Array;
}

function addRows(sums: Uint32Array, { ranks, classes, keys }: RowOrder, { from, to, weights }: WeighedPart): void {
  const { codes } = keys;
  if (ranks === null) {
    for (let rank = from; rank < to; rank++) {
      const code = codes[rank] as number;
      sums[code] = (sums[code] as number) + (weights[classes[rank] as number] as number);
    }
    return;
  }
  for (let i = from; i < to; i++) {
    const rank = ranks[i] as number;
    const code = codes[rank] as number;
    sums[code] = (sums[code] as number) + (weights[classes[rank] as number] as number);
  }
}

function addLists(sums: Uint32Array, { ranks, classes, keys }: RowOrder, { from, to, weights }: WeighedPart): void {
  const { codes } = keys;
  const offsets = keys.offsets as Uint32Array;
  for (let i = from; i < to; i++) {
    const rank = ranks === null ? i : (ranks[i] as number);
    const weight = weights[classes[rank] as number] as number;
    const end = offsets[rank + 1] as number;
    for (let entry = offsets[rank] as number; entry < end; entry++) {
      const code = codes[entry] as number;
      sums[code] = (sums[code] as number) + weight;
    }
  }
}

function addClass(
  table: Uint16Array | Uint32Array,
  start: number,
  { running, from, length }: { readonly running: Uint32Array; readonly from: number; readonly length: number },
): void {
  for (let key = 0; key < length; key++) {
    table[start + key] = (table[start + key] as number) + (running[from + key] as number);
  }
}

function addTable(
  sums: Uint32Array,
  table: Uint16Array | Uint32Array,
  { from, sign }: { readonly from: number; readonly sign: 1 | -1 },
): void {
  const { length } = sums;
  if (sign === 1)
    for (let key = 0; key < length; key++) sums[key] = (sums[key] as number) + (table[from + key] as number);
  else for (let key = 0; key < length; key++) sums[key] = (sums[key] as number) - (table[from + key] as number);
}
