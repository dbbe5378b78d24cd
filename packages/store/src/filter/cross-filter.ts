import type { Steps } from "@whenwhere/model";
import type { HistogramRows } from "../counts/histogram-rows.ts";
import type { RowKeys } from "../counts/row-keys.ts";
import type { StandingSums } from "../counts/standing-sums.ts";
import type { Clause, Columns } from "../types.ts";
import { compileClause } from "./compile-clause.ts";
import type { FieldIndex } from "./field-index.ts";
import { FilterView } from "./filter-view.ts";
import type { RowStanding } from "./row-standing.ts";
import { StandingWords } from "./standing-words.ts";
import type { TimeWindow, WindowPlaces } from "./window-places.ts";

interface ClauseColumn {
  clause: Clause;
  /** The clause that the words answer; null before the first answer. */
  asked: Clause | null;
  /** Where `StandingWords` keeps its answers; null for the window that moves: no row is asked about it. */
  slot: number | null;
}

interface KnownView {
  readonly view: FilterView;
  /** Sources of the clauses that the view stands under, the moving window aside. */
  readonly under: readonly string[];
  change: number;
}

/** Views that nobody has asked for during so many changes are dropped. */
const MOST_IDLE_CHANGES = 8;

/** What the rows are asked: which clauses are left out, and a window in place of all window clauses. */
export interface FilterQuestion {
  readonly except?: readonly string[];
  readonly window?: TimeWindow | undefined;
}

interface AskedView {
  readonly view: FilterView;
  readonly places: WindowPlaces | null;
}

/**
 * Clauses joined by AND, each by its source, so that a view can leave its own clause out. Works when asked: a changed
 * clause is only noted. The window that moved last is kept apart: rows are asked about the other clauses once, and every
 * window is then answered from the times of what these leave. Any other change asks every row once, and a view that
 * leaves the changed clause out keeps its answers.
 */
export class CrossFilter {
  readonly #columns: Columns;
  readonly #fields: FieldIndex;
  readonly #words: StandingWords;
  readonly #clauses = new Map<string, ClauseColumn>();
  readonly #views = new Map<string, KnownView>();
  /** Source of the window that moves. */
  #moving: string | null = null;
  #change = 0;

  constructor(columns: Columns, fields: FieldIndex) {
    this.#columns = columns;
    this.#fields = fields;
    this.#words = new StandingWords(columns.length);
  }

  /** Takes over the clauses of a state; only those that are not the same object as before are asked again. */
  apply(clauses: Readonly<Record<string, Clause>>): void {
    this.#change++;
    for (const source of [...this.#clauses.keys()]) if (!Object.hasOwn(clauses, source)) this.#forget(source);
    for (const [source, clause] of Object.entries(clauses)) this.#note(source, clause);
  }

  sums(key: string, keys: RowKeys, question: FilterQuestion = {}): StandingSums {
    const { view, places } = this.#ask(question);
    return view.sums(key, keys, places);
  }

  /** Makes ready, with pauses, what {@link sums} is asked of windows with two finite edges; `window` is any of them. */
  *prepare(key: string, keys: RowKeys, window: TimeWindow): Steps<void> {
    yield* this.#ask({ window }).view.prepare(key, keys);
  }

  /** Sums of a histogram by slot, and the units of its spread rows. */
  histogramSums(
    key: string,
    histogram: HistogramRows,
    question: FilterQuestion = {},
  ): { readonly sums: StandingSums; readonly units: Float64Array } {
    const { view, places } = this.#ask(question);
    const sums = view.sums(key, histogram.keys, places);
    return { sums, units: view.spread(`spread ${key}`, histogram, places) };
  }

  /** How each row stands. */
  rows(question: FilterQuestion = {}): RowStanding {
    const { view, places } = this.#ask(question);
    return view.rows(places);
  }

  #ask({ except = [], window }: FilterQuestion): AskedView {
    const isLeft = (source: string, { clause }: ClauseColumn): boolean =>
      except.includes(source) || source === this.#moving || (window !== undefined && clause.kind === "window");
    const under = [...this.#clauses].filter(([source, column]) => !isLeft(source, column));
    const view = this.#view(under.map(([source]) => source).sort());
    for (const [, column] of under) this.#fillWords(column);
    if (!view.isFilled) view.fill(this.#words, this.#words.masks(under.map(([, { slot }]) => slot as number)));
    const moving = this.#moving === null ? undefined : this.#clauses.get(this.#moving)?.clause;
    const moved = moving?.kind === "window" && !except.includes(moving.source) ? moving : undefined;
    const asked = window ?? moved;
    return { view, places: asked === undefined ? null : this.#fields.placesOf(asked) };
  }

  #view(under: readonly string[]): FilterView {
    const key = JSON.stringify(under);
    const known = this.#views.get(key) ?? { view: new FilterView(this.#fields), under, change: 0 };
    this.#views.set(key, known);
    if (known.change !== this.#change) {
      known.change = this.#change;
      for (const [name, { change }] of this.#views) {
        if (this.#change - change > MOST_IDLE_CHANGES) this.#views.delete(name);
      }
    }
    known.view.age(this.#change);
    return known.view;
  }

  #fillWords(column: ClauseColumn): void {
    if (column.asked === column.clause || column.slot === null) return;
    column.asked = column.clause;
    this.#words.fill(column.slot, compileClause(column.clause, this.#columns, this.#fields));
  }

  #note(source: string, clause: Clause): void {
    const known = this.#clauses.get(source);
    if (known?.clause === clause) return;
    const isWindow = clause.kind === "window";
    if (known === undefined) {
      const isMoving = isWindow && this.#moving === null;
      this.#clauses.set(source, { clause, asked: null, slot: isMoving ? null : this.#words.take() });
      if (isMoving) this.#moving = source;
      return;
    }
    const didMove = isWindow && known.clause.kind === "window";
    known.clause = clause;
    if (source === this.#moving) {
      if (!isWindow) this.#settle(source);
      return;
    }
    if (!didMove) {
      this.#spoil(source);
      return;
    }
    if (this.#moving !== null) this.#settle(this.#moving);
    this.#drop(source);
    if (known.slot !== null) this.#words.free(known.slot);
    known.slot = null;
    this.#moving = source;
  }

  /** The window that moved becomes a clause like any other. */
  #settle(source: string): void {
    const column = this.#clauses.get(source);
    this.#moving = null;
    if (column === undefined) return;
    column.slot = this.#words.take();
    column.asked = null;
  }

  #forget(source: string): void {
    const slot = this.#clauses.get(source)?.slot ?? null;
    if (slot !== null) this.#words.free(slot);
    this.#clauses.delete(source);
    if (source === this.#moving) this.#moving = null;
    else this.#drop(source);
  }

  #spoil(source: string): void {
    for (const { under, view } of this.#views.values()) if (under.includes(source)) view.spoil();
  }

  /** Views under a clause that is no longer one of theirs. */
  #drop(source: string): void {
    for (const [key, { under }] of this.#views) if (under.includes(source)) this.#views.delete(key);
  }
}
