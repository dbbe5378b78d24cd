import type { TimeCodes } from "../columns/time-codes.ts";
import { WINDOW_CLASS } from "../columns/window-class.ts";
import type { WindowPlaces } from "../filter/window-places.ts";
import { COLUMN_BITS, PrefixSums } from "./prefix-sums.ts";
import type { RowKeys } from "./row-keys.ts";
import { emptySums, type StandingSums } from "./standing-sums.ts";

const { shown: SHOWN, overlap: OVERLAP, inside: INSIDE } = COLUMN_BITS;

/** Bytes of the tables of one sum: so many a row of the data, and no less than this. */
const BYTES_PER_ROW = 4;
const LEAST_BYTES = 1 << 18;

/** Rows of a view as sums by window see them. */
export interface WindowRows {
  readonly times: TimeCodes;
  /** Class of each rank in the view. */
  readonly classes: Uint8Array;
}

/**
 * Certain and possible rows of a view by key, for any window, without asking the rows: `starts before the end - ends
 * before the start` overlap it, and `ends inside - starts before it + rows that span all of it` lie in it; so do the
 * bounds of cores. Exact at every step. The tables hold at most four bytes a row of the data (a quarter of a megabyte in
 * small data), whatever the number of keys. Cost of an answer: four steps a key, and a scan of what lies between two
 * places of the tables; it does not depend on how far the window has moved.
 */
export class WindowSums {
  readonly #rows: WindowRows;
  readonly #keys: RowKeys;
  readonly #byStart: PrefixSums;
  readonly #byEnd: PrefixSums;
  readonly #byCoreStart: PrefixSums | null;
  readonly #byCoreEnd: PrefixSums | null;
  readonly #undated: Uint32Array;
  readonly #sums: StandingSums;

  /** For windows with two finite edges, or for the others: in these, rows with an infinite side may lie inside. */
  constructor(rows: WindowRows, keys: RowKeys, isClosed: boolean) {
    const { classes, times } = rows;
    const { datedCount, orders } = times;
    const [byEnd, byCoreStart, byCoreEnd] = orders;
    this.#rows = rows;
    this.#keys = keys;
    const has = new Set<number>();
    for (let kind = 0, seen = presentClasses(classes); kind < 16; kind++) if ((seen >> kind) & 1) has.add(kind);
    const total =
      datedCount + (byEnd?.ranks.length ?? 0) + (byCoreStart?.ranks.length ?? 0) + (byCoreEnd?.ranks.length ?? 0);
    const mostBytes = Math.max(LEAST_BYTES, BYTES_PER_ROW * classes.length);
    const prefix = (ranks: Uint32Array | null, length: number, columnsOf: Uint8Array): PrefixSums => {
      for (let kind = 0; kind < 16; kind++) if (!has.has(kind)) columnsOf[kind] = 0;
      return new PrefixSums({
        keys,
        classes,
        columnsOf,
        ranks,
        length,
        mostBytes: (mostBytes * length) / Math.max(1, total),
      });
    };
    this.#byStart = prefix(null, datedCount, outerColumns(isClosed, WINDOW_CLASS.coredEarly));
    this.#byEnd = prefix(byEnd?.ranks ?? null, datedCount, outerColumns(isClosed, WINDOW_CLASS.coredLate));
    const coreOf = (order: typeof byCoreStart): PrefixSums | null =>
      order === undefined ? null : prefix(order.ranks, order.ranks.length, coreColumns());
    this.#byCoreStart = coreOf(byCoreStart);
    this.#byCoreEnd = coreOf(byCoreEnd);
    this.#undated = undatedSums(rows, keys);
    this.#sums = emptySums(keys.length);
  }

  /** Shared buffers: the next answer writes over them. */
  at(places: WindowPlaces): StandingSums {
    const { certain, possible } = this.#sums;
    possible.set(this.#undated);
    certain.fill(0);
    if (places.isEmpty) return this.#sums;
    const to = (columns: number, sign: 1 | -1) => ({ shown: possible, certain, columns, sign });
    this.#byStart.add(places.startedBeforeEnd, to(SHOWN | OVERLAP, 1));
    this.#byEnd.add(places.endedBefore, to(SHOWN | OVERLAP, -1));
    this.#byEnd.add(places.endedBeforeEnd, to(INSIDE, 1));
    this.#byStart.add(places.startedBefore, to(INSIDE, -1));
    this.#byCoreStart?.add(places.coreStartedBeforeEnd, to(OVERLAP, 1));
    this.#byCoreEnd?.add(places.coreEndedBefore, to(OVERLAP, -1));
    this.#addSpanning(places.spanning);
    for (let key = 0; key < possible.length; key++) {
      possible[key] = (possible[key] as number) - (certain[key] as number);
    }
    return this.#sums;
  }

  #addSpanning(spanning: Uint32Array): void {
    const { codes, offsets } = this.#keys;
    const { classes } = this.#rows;
    const { certain } = this.#sums;
    for (let i = 0; i < spanning.length; i++) {
      const rank = spanning[i] as number;
      if (classes[rank] !== WINDOW_CLASS.plain) continue;
      const end = offsets === null ? rank + 1 : (offsets[rank + 1] as number);
      for (let at = offsets === null ? rank : (offsets[rank] as number); at < end; at++) {
        certain[codes[at] as number] = (certain[codes[at] as number] as number) + 1;
      }
    }
  }
}

function presentClasses(classes: Uint8Array): number {
  let seen = 0;
  for (let rank = 0; rank < classes.length; rank++) seen |= 1 << (classes[rank] as number);
  return seen;
}

/** Columns of each class by outer bounds; a core that shares the bound of its outer span overlaps as a solid row does. */
function outerColumns(isClosed: boolean, shared: number): Uint8Array {
  const columns = new Uint8Array(16).fill(SHOWN, WINDOW_CLASS.doubtful, WINDOW_CLASS.coredEarly + 1);
  columns[WINDOW_CLASS.solid] = SHOWN | OVERLAP;
  columns[shared] = SHOWN | OVERLAP;
  columns[WINDOW_CLASS.plain] = SHOWN | INSIDE;
  if (!isClosed) columns[WINDOW_CLASS.open] = SHOWN | INSIDE;
  return columns;
}

function coreColumns(): Uint8Array {
  return new Uint8Array(16).fill(OVERLAP, WINDOW_CLASS.cored, WINDOW_CLASS.coredEarly + 1);
}

function undatedSums({ times, classes }: WindowRows, { length, codes, offsets }: RowKeys): Uint32Array {
  const sums = new Uint32Array(length);
  for (let rank = times.datedCount; rank < classes.length; rank++) {
    if (classes[rank] !== WINDOW_CLASS.undated) continue;
    const end = offsets === null ? rank + 1 : (offsets[rank + 1] as number);
    for (let at = offsets === null ? rank : (offsets[rank] as number); at < end; at++) {
      sums[codes[at] as number] = (sums[codes[at] as number] as number) + 1;
    }
  }
  return sums;
}
