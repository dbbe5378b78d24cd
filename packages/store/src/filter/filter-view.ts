import { finishSteps, type Steps } from "@whenwhere/model";
import type { HistogramRows } from "../counts/histogram-rows.ts";
import type { RowKeys } from "../counts/row-keys.ts";
import { SpreadSums, scannedSpread } from "../counts/spread-sums.ts";
import { type StandingSums, scannedSums } from "../counts/standing-sums.ts";
import { type WindowRows, WindowSums } from "../counts/window-sums.ts";
import { CERTAIN } from "../types.ts";
import type { FieldIndex } from "./field-index.ts";
import { RowStanding } from "./row-standing.ts";
import type { RankTest } from "./row-test.ts";
import type { StandingWords, WordMask } from "./standing-words.ts";
import { isSameWindow, type WindowPlaces } from "./window-places.ts";
import { windowTest } from "./window-test.ts";

/** Answers that nobody has asked for during so many changes are dropped: a zoom left behind, edges panned away. */
const MOST_IDLE_CHANGES = 8;

/** Answers kept while nothing changes: lanes of one histogram, not every position of a panning timeline. */
const MOST_ANSWERS = 64;

/** The same question of any window; null for a question without one. */
type Answerer<T> = (places: WindowPlaces) => T;

interface Kept {
  /** The last window that was asked for, and its answer. */
  places: WindowPlaces | null;
  answer: unknown;
  tables: Answerer<unknown> | null;
  change: number;
}

/**
 * Rows under a set of clauses, with a window laid over them at each question, or none. Without one, the rows are asked once.
 * With one, the first question makes tables that know every window: that costs less than asking each row about one, and
 * all further windows next to nothing.
 */
export class FilterView {
  readonly #fields: FieldIndex;
  readonly #answers = new Map<string, Kept>();
  #rowsInWindow: RowStanding | null = null;
  #rowsWithout: RowStanding | null = null;
  #rows: WindowRows | null = null;
  #isClassed = false;
  #standings: { readonly words: StandingWords; readonly masks: readonly WordMask[] } | null = null;
  #change = 0;

  constructor(fields: FieldIndex) {
    this.#fields = fields;
  }

  get isFilled(): boolean {
    return this.#standings !== null;
  }

  /** Everything is out of date: the next question fills the view again. */
  spoil(): void {
    this.#standings = null;
    this.#isClassed = false;
    this.#answers.clear();
    this.#rowsInWindow?.spoil();
    this.#rowsWithout?.spoil();
  }

  /** The standing of each row is the least under the masked clauses; none = certain. */
  fill(words: StandingWords, masks: readonly WordMask[]): void {
    this.#standings = { words, masks };
  }

  /** Drops what has been idle. `change` counts the changes of the clauses. */
  age(change: number): void {
    if (change === this.#change) return;
    this.#change = change;
    for (const [key, kept] of this.#answers) {
      if (change - kept.change > MOST_IDLE_CHANGES) this.#answers.delete(key);
    }
  }

  /** Sums by key. Shared buffers: the next answer of the same name writes over them. */
  sums(key: string, keys: RowKeys, places: WindowPlaces | null): StandingSums {
    return this.#answer(key, places, {
      scan: (test) => scannedSums(keys, test, this.#fields.length),
      tables: (rows, isClosed) => {
        const sums = finishSteps(WindowSums.steps(rows, keys, isClosed));
        return (window) => sums.at(window);
      },
    });
  }

  /** Makes ready, with pauses, the sums of any window with two finite edges. */
  *prepare(key: string, keys: RowKeys): Steps<void> {
    const kept = this.#keep(`closed ${key}`);
    if (kept.tables !== null) return;
    const rows = this.#classed();
    yield;
    // After another filter these are the answers of nobody: what is kept then is another.
    const sums = yield* WindowSums.steps(rows, keys, true);
    kept.tables ??= (window) => sums.at(window);
  }

  /** Units of the spread rows of a histogram, by slot. */
  spread(key: string, histogram: HistogramRows, places: WindowPlaces | null): Float64Array {
    return this.#answer(key, places, {
      scan: (test) => scannedSpread(histogram, test),
      tables: (rows) => {
        const sums = new SpreadSums(rows, histogram);
        return (window) => sums.at(window);
      },
    });
  }

  /** How each row stands, brought up to date. */
  rows(places: WindowPlaces | null): RowStanding {
    const { timeOrder } = this.#fields;
    if (places === null) {
      this.#rowsWithout ??= new RowStanding(timeOrder);
      this.#rowsWithout.follow(this.#test(null), null, null);
      return this.#rowsWithout;
    }
    this.#rowsInWindow ??= new RowStanding(timeOrder);
    this.#rowsInWindow.follow(this.#test(places), this.#fields.times(), places);
    return this.#rowsInWindow;
  }

  #answer<T>(
    name: string,
    places: WindowPlaces | null,
    ways: {
      readonly scan: (test: RankTest) => T;
      readonly tables: (rows: WindowRows, isClosed: boolean) => Answerer<T>;
    },
  ): T {
    const key = `${places === null ? "all" : places.isClosed ? "closed" : "open"} ${name}`;
    const kept = this.#keep(key);
    if (kept.answer !== undefined && isSameWindow(kept.places, places)) return kept.answer as T;
    kept.places = places;
    if (places === null) kept.answer = ways.scan(this.#test(null));
    else {
      kept.tables ??= ways.tables(this.#classed(), places.isClosed);
      kept.answer = kept.tables(places);
    }
    return kept.answer as T;
  }

  #keep(key: string): Kept {
    const known = this.#answers.get(key);
    if (known !== undefined) {
      known.change = this.#change;
      return known;
    }
    if (this.#answers.size >= MOST_ANSWERS) this.#answers.clear();
    const kept = { places: null, answer: undefined, tables: null, change: this.#change };
    this.#answers.set(key, kept);
    return kept;
  }

  #test(places: WindowPlaces | null): RankTest {
    if (places !== null) return windowTest(this.#fields.times(), places, this.#classed().classes);
    return this.#standings?.words.tester(this.#standings.masks) ?? (() => CERTAIN);
  }

  /** The class of each row among all windows, under the clauses of the view. */
  #classed(): WindowRows {
    if (this.#rows !== null && this.#isClassed) return this.#rows;
    const times = this.#fields.times();
    const classes = this.#rows?.classes ?? new Uint8Array(this.#fields.length);
    const seen = this.#standings?.words.classify(this.#standings.masks, times.classes, classes) ?? 0;
    this.#rows = { times, classes, seen };
    this.#isClassed = true;
    return this.#rows;
  }
}
