import type { TimeCodes } from "../columns/time-codes.ts";
import { WINDOW_CLASS } from "../columns/window-class.ts";
import type { WindowPlaces } from "../filter/window-places.ts";
import { PrefixSums } from "./prefix-sums.ts";
import type { RowKeys } from "./row-keys.ts";
import { emptySums, type StandingSums } from "./standing-sums.ts";

/** Columns of the tables: rows that are shown, rows that are certain where they overlap, and where they lie inside. */
const SHOWN = 0;
const OVERLAP = 1;
const INSIDE = 2;

const { doubtful, solid, plain, open, cored, coredLate, coredEarly } = WINDOW_CLASS;
const DATED = [doubtful, solid, plain, open, cored, coredLate, coredEarly];

/** Bytes of the tables of one sum: half a byte to four bytes a row of the data, by the number of keys; in small data this. */
const MOST_BYTES_PER_ROW = 4;
const LEAST_BYTES_PER_ROW = 0.5;
const KEYS_PER_BYTE = 1_024;
const LEAST_BYTES = 1 << 18;

/** Rows of a view as sums by window see them. */
export interface WindowRows {
  readonly times: TimeCodes;
  /** Class of each rank in the view. */
  readonly classes: Uint8Array;
  /** The classes that there are, one bit each. */
  readonly seen: number;
}

/**
 * Certain and possible rows of a view by key, for any window, without asking the rows: `starts before the end - ends
 * before the start` overlap it, and `ends inside - starts before it + rows that span all of it` lie in it; so do the
 * bounds of cores. Exact at every step. The tables hold half a byte a row of the data, at most four where there are thousands
 * of keys (a quarter of a megabyte in small data). Cost of an answer: four steps a key, and a scan of what lies between two
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
    const { classes, seen, times } = rows;
    this.#rows = rows;
    this.#keys = keys;
    const orders = times.orders.map(({ ranks }) => ranks);
    const total = orders.reduce((sum, ranks) => sum + ranks.length, times.datedCount);
    const bytesPerRow = Math.min(MOST_BYTES_PER_ROW, Math.max(LEAST_BYTES_PER_ROW, keys.length / KEYS_PER_BYTE));
    const mostBytes = Math.max(LEAST_BYTES, bytesPerRow * classes.length);
    const prefix = (ranks: Uint32Array | null, columns: readonly (readonly number[])[]): PrefixSums => {
      const length = ranks?.length ?? times.datedCount;
      return new PrefixSums({ ranks, length, classes, seen, keys }, columns, (mostBytes * length) / Math.max(1, total));
    };
    const [byEnd, byCoreStart, byCoreEnd] = orders;
    // A core that shares a bound with its outer span overlaps by that bound as a solid row does.
    const inside = isClosed ? [plain] : [plain, open];
    this.#byStart = prefix(null, [DATED, [solid, coredEarly], inside]);
    this.#byEnd = prefix(byEnd ?? new Uint32Array(0), [DATED, [solid, coredLate], inside]);
    const ofCores = [[], [cored, coredLate, coredEarly]];
    this.#byCoreStart = byCoreStart === undefined ? null : prefix(byCoreStart, ofCores);
    this.#byCoreEnd = byCoreEnd === undefined ? null : prefix(byCoreEnd, ofCores);
    this.#undated = undatedSums(rows, keys);
    this.#sums = emptySums(keys.length);
  }

  /** Shared buffers: the next answer writes over them. */
  at(places: WindowPlaces): StandingSums {
    const { certain, possible } = this.#sums;
    possible.set(this.#undated);
    certain.fill(0);
    if (places.isEmpty) return this.#sums;
    const more = { into: certain, sign: 1 } as const;
    const less = { into: certain, sign: -1 } as const;
    this.#byStart.add(places.startedBeforeEnd, SHOWN, { into: possible, sign: 1 });
    this.#byEnd.add(places.endedBefore, SHOWN, { into: possible, sign: -1 });
    this.#byStart.add(places.startedBeforeEnd, OVERLAP, more);
    this.#byEnd.add(places.endedBefore, OVERLAP, less);
    this.#byEnd.add(places.endedBeforeEnd, INSIDE, more);
    this.#byStart.add(places.startedBefore, INSIDE, less);
    this.#byCoreStart?.add(places.coreStartedBeforeEnd, OVERLAP, more);
    this.#byCoreEnd?.add(places.coreEndedBefore, OVERLAP, less);
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
