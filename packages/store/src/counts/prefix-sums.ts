import type { RowKeys } from "./row-keys.ts";

/** Columns of a table: rows that are shown, rows that are certain where they overlap, and where they lie inside. */
export const COLUMN_BITS = { shown: 1, overlap: 2, inside: 4 } as const;

const COLUMNS = [COLUMN_BITS.shown, COLUMN_BITS.overlap, COLUMN_BITS.inside] as const;

/** Not finer than this: a table must not be larger than the rows that it stands for. */
const LEAST_STRIDE = 8;
const MOST_CHECKPOINTS = 2_048;

export interface PrefixInput {
  readonly keys: RowKeys;
  /** Class of each rank. */
  readonly classes: Uint8Array;
  /** Bits of {@link COLUMN_BITS} by class: the columns in which a row of the class is counted. */
  readonly columnsOf: Uint8Array;
  /** Ranks in their order; null for rank after rank. */
  readonly ranks: Uint32Array | null;
  /** Rows of the order. */
  readonly length: number;
  readonly mostBytes: number;
}

/** Where the counts of a place go. */
export interface PrefixTarget {
  readonly shown: Uint32Array;
  readonly certain: Uint32Array;
  /** Bits of the columns that are asked for. */
  readonly columns: number;
  readonly sign: 1 | -1;
}

/**
 * Counts by key of the first p rows of an order, for any p: a table holds them for every so many rows, the rows from the
 * nearest of these places to p are counted one by one. Exact. Cost of an answer: one step a key and column, and one for
 * each of at most half a stride of rows; of the table: one pass over the rows.
 */
export class PrefixSums {
  readonly #input: PrefixInput;
  readonly #stride: number;
  readonly #checkpoints: number;
  /** Entries of one checkpoint: its columns one after the other. */
  readonly #width: number;
  /** Where each column begins in a checkpoint; -1 when no row is in it. */
  readonly #starts: readonly number[];
  readonly #bits: number;
  readonly #table: Uint16Array | Uint32Array;

  constructor(input: PrefixInput) {
    const { keys, columnsOf, length, mostBytes } = input;
    this.#input = input;
    this.#bits = columnsOf.reduce((all, bits) => all | bits, 0);
    let width = 0;
    this.#starts = COLUMNS.map((bit) => {
      if ((this.#bits & bit) === 0) return -1;
      width += keys.length;
      return width - keys.length;
    });
    this.#width = width;
    const bytes = width * (keys.most < 65_536 ? 2 : 4);
    let stride = LEAST_STRIDE;
    const places = (): number => Math.floor(length / stride) + 1;
    while (stride < length && (places() > MOST_CHECKPOINTS || places() * bytes > mostBytes)) stride *= 2;
    this.#stride = stride;
    this.#checkpoints = places();
    const entries = this.#checkpoints * width;
    this.#table = keys.most < 65_536 ? new Uint16Array(entries) : new Uint32Array(entries);
    this.#fill();
  }

  /** Adds or takes away the counts of the first `place` rows. Sums below zero wrap, and wrap back. */
  add(place: number, target: PrefixTarget): void {
    const checkpoint = Math.min(Math.round(place / this.#stride), this.#checkpoints - 1);
    const { sign } = target;
    for (const [column, start] of this.#starts.entries()) {
      const bit = COLUMNS[column] as number;
      if (start < 0 || (target.columns & bit) === 0) continue;
      const from = checkpoint * this.#width + start;
      addTable(bit === COLUMN_BITS.shown ? target.shown : target.certain, this.#table, { from, sign });
    }
    const at = checkpoint * this.#stride;
    if (at < place) this.#scan(at, place, target);
    else this.#scan(place, at, { ...target, sign: -sign as 1 | -1 });
  }

  #scan(from: number, to: number, { shown, certain, columns, sign }: PrefixTarget): void {
    const { classes, columnsOf, ranks, keys } = this.#input;
    const { codes, offsets } = keys;
    const wanted = columns & this.#bits;
    if (wanted === 0) return;
    for (let i = from; i < to; i++) {
      const rank = ranks === null ? i : (ranks[i] as number);
      const bits = (columnsOf[classes[rank] as number] as number) & wanted;
      if (bits === 0) continue;
      if (offsets === null) {
        const code = codes[rank] as number;
        if ((bits & COLUMN_BITS.shown) !== 0) shown[code] = (shown[code] as number) + sign;
        if ((bits & ~COLUMN_BITS.shown) !== 0) certain[code] = (certain[code] as number) + sign;
        continue;
      }
      const end = offsets[rank + 1] as number;
      for (let at = offsets[rank] as number; at < end; at++) {
        const code = codes[at] as number;
        if ((bits & COLUMN_BITS.shown) !== 0) shown[code] = (shown[code] as number) + sign;
        if ((bits & ~COLUMN_BITS.shown) !== 0) certain[code] = (certain[code] as number) + sign;
      }
    }
  }

  #fill(): void {
    const running = new Uint32Array(this.#width);
    const { length } = this.#input;
    for (let checkpoint = 0; checkpoint < this.#checkpoints; checkpoint++) {
      this.#table.set(running, checkpoint * this.#width);
      const from = checkpoint * this.#stride;
      this.#count(running, from, Math.min(from + this.#stride, length));
    }
  }

  #count(running: Uint32Array, from: number, to: number): void {
    const { classes, columnsOf, ranks, keys } = this.#input;
    const { codes, offsets } = keys;
    const [shownAt, overlapAt, insideAt] = this.#starts as readonly [number, number, number];
    for (let i = from; i < to; i++) {
      const rank = ranks === null ? i : (ranks[i] as number);
      const bits = columnsOf[classes[rank] as number] as number;
      if (bits === 0) continue;
      const end = offsets === null ? rank + 1 : (offsets[rank + 1] as number);
      for (let at = offsets === null ? rank : (offsets[rank] as number); at < end; at++) {
        const code = codes[at] as number;
        if ((bits & COLUMN_BITS.shown) !== 0) running[shownAt + code] = (running[shownAt + code] as number) + 1;
        if ((bits & COLUMN_BITS.overlap) !== 0) running[overlapAt + code] = (running[overlapAt + code] as number) + 1;
        if ((bits & COLUMN_BITS.inside) !== 0) running[insideAt + code] = (running[insideAt + code] as number) + 1;
      }
    }
  }
}

function addTable(
  sums: Uint32Array,
  table: Uint16Array | Uint32Array,
  { from, sign }: { readonly from: number; readonly sign: 1 | -1 },
): void {
  const { length } = sums;
  if (sign === 1) for (let i = 0; i < length; i++) sums[i] = (sums[i] as number) + (table[from + i] as number);
  else for (let i = 0; i < length; i++) sums[i] = (sums[i] as number) - (table[from + i] as number);
}
