import type { Steps } from "@whenwhere/model";
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

/** Counts of a column over the rows before one place of a window, added or taken away. */
interface Term {
  readonly prefix: PrefixSums;
  readonly column: number;
  readonly sign: 1 | -1;
  placeIn(places: WindowPlaces): number;
}

/**
 * Certain and possible rows of a view by key, for any window, without asking the rows: `starts before the end - ends
 * before the start` overlap it, and `ends inside - starts before it + rows that span all of it` lie in it; so do the
 * bounds of cores. Exact at every step. The tables hold half a byte a row of the data, at most four where there are thousands
 * of keys (a quarter of a megabyte in small data). Cost of an answer: four steps a key, and a scan of what lies between two
 * places of the tables, however far the window has moved; or, where that is less, a scan of what its edges moved over.
 */
export class WindowSums {
  readonly #rows: WindowRows;
  readonly #keys: RowKeys;
  readonly #terms: readonly Term[];
  readonly #undated: Uint32Array;
  /** Rows of the last window, certain and possible. */
  readonly #shown: Uint32Array;
  readonly #sums: StandingSums;
  #last: WindowPlaces | null = null;

  /**
   * Makes the tables, with pauses. For windows with two finite edges, or for the others: in these, rows with an infinite side may lie
   * inside.
   */
  static *steps(rows: WindowRows, keys: RowKeys, isClosed: boolean): Steps<WindowSums> {
    return new WindowSums(rows, keys, yield* termsOf(rows, keys, isClosed));
  }

  private constructor(rows: WindowRows, keys: RowKeys, terms: readonly Term[]) {
    this.#rows = rows;
    this.#keys = keys;
    this.#terms = terms;
    this.#undated = undatedSums(rows, keys);
    this.#shown = new Uint32Array(keys.length);
    this.#sums = emptySums(keys.length);
  }

  /** Shared buffers: the next answer writes over them. */
  at(places: WindowPlaces): StandingSums {
    const { certain, possible } = this.#sums;
    const last = this.#last;
    this.#last = places.isEmpty ? null : places;
    if (places.isEmpty) {
      possible.set(this.#undated);
      certain.fill(0);
      return this.#sums;
    }
    if (last === null || this.#stepsFrom(last, places) > this.#stepsTo(places)) this.#begin(places);
    else this.#move(last, places);
    const shown = this.#shown;
    for (let key = 0; key < possible.length; key++) {
      possible[key] = (shown[key] as number) - (certain[key] as number);
    }
    return this.#sums;
  }

  #stepsFrom(last: WindowPlaces, places: WindowPlaces): number {
    return this.#terms.reduce(
      (sum, { placeIn }) => sum + Math.abs(placeIn(places) - placeIn(last)),
      last.spanning.length,
    );
  }

  #stepsTo(places: WindowPlaces): number {
    return this.#terms.reduce((sum, { prefix, placeIn }) => sum + prefix.stepsTo(placeIn(places)), 0);
  }

  #begin(places: WindowPlaces): void {
    this.#shown.set(this.#undated);
    this.#sums.certain.fill(0);
    for (const { prefix, column, sign, placeIn } of this.#terms) {
      prefix.add(placeIn(places), column, { into: this.#into(column), sign });
    }
    this.#addSpanning(places.spanning, 1);
  }

  #move(last: WindowPlaces, places: WindowPlaces): void {
    for (const { prefix, column, sign, placeIn } of this.#terms) {
      prefix.move({ from: placeIn(last), to: placeIn(places) }, column, { into: this.#into(column), sign });
    }
    this.#addSpanning(last.spanning, -1);
    this.#addSpanning(places.spanning, 1);
  }

  #into(column: number): Uint32Array {
    return column === SHOWN ? this.#shown : this.#sums.certain;
  }

  #addSpanning(spanning: Uint32Array, sign: 1 | -1): void {
    const { codes, offsets } = this.#keys;
    const { classes } = this.#rows;
    const { certain } = this.#sums;
    for (let i = 0; i < spanning.length; i++) {
      const rank = spanning[i] as number;
      if (classes[rank] !== WINDOW_CLASS.plain) continue;
      const end = offsets === null ? rank + 1 : (offsets[rank + 1] as number);
      for (let at = offsets === null ? rank : (offsets[rank] as number); at < end; at++) {
        certain[codes[at] as number] = (certain[codes[at] as number] as number) + sign;
      }
    }
  }
}

function* termsOf(rows: WindowRows, keys: RowKeys, isClosed: boolean): Steps<readonly Term[]> {
  const { classes, seen, times } = rows;
  const orders = times.orders.map(({ ranks }) => ranks);
  const total = orders.reduce((sum, ranks) => sum + ranks.length, times.datedCount);
  const bytesPerRow = Math.min(MOST_BYTES_PER_ROW, Math.max(LEAST_BYTES_PER_ROW, keys.length / KEYS_PER_BYTE));
  const mostBytes = Math.max(LEAST_BYTES, bytesPerRow * classes.length);
  const prefix = function* (ranks: Uint32Array | null, columns: readonly (readonly number[])[]): Steps<PrefixSums> {
    const length = ranks?.length ?? times.datedCount;
    const order = { ranks, length, classes, seen, keys };
    const sums = new PrefixSums(order, columns, (mostBytes * length) / Math.max(1, total));
    yield* sums.fill();
    return sums;
  };
  const [byEndRanks, byCoreStart, byCoreEnd] = orders;
  // A core that shares a bound with its outer span overlaps by that bound as a solid row does.
  const inside = isClosed ? [plain] : [plain, open];
  const byStart = yield* prefix(null, [DATED, [solid, coredEarly], inside]);
  const byEnd = yield* prefix(byEndRanks ?? new Uint32Array(0), [DATED, [solid, coredLate], inside]);
  const ofCores = [[], [cored, coredLate, coredEarly]];
  const terms: Term[] = [
    { prefix: byStart, column: SHOWN, sign: 1, placeIn: (places) => places.startedBeforeEnd },
    { prefix: byEnd, column: SHOWN, sign: -1, placeIn: (places) => places.endedBefore },
    { prefix: byStart, column: OVERLAP, sign: 1, placeIn: (places) => places.startedBeforeEnd },
    { prefix: byEnd, column: OVERLAP, sign: -1, placeIn: (places) => places.endedBefore },
    { prefix: byEnd, column: INSIDE, sign: 1, placeIn: (places) => places.endedBeforeEnd },
    { prefix: byStart, column: INSIDE, sign: -1, placeIn: (places) => places.startedBefore },
  ];
  if (byCoreStart !== undefined) {
    const sums = yield* prefix(byCoreStart, ofCores);
    terms.push({ prefix: sums, column: OVERLAP, sign: 1, placeIn: (places) => places.coreStartedBeforeEnd });
  }
  if (byCoreEnd !== undefined) {
    const sums = yield* prefix(byCoreEnd, ofCores);
    terms.push({ prefix: sums, column: OVERLAP, sign: -1, placeIn: (places) => places.coreEndedBefore });
  }
  return terms.filter(({ prefix: sums, column }) => sums.counts(column));
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
