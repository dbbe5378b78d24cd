import { CERTAIN, type Clause, type Columns, HIDDEN, POSSIBLE } from "../types.ts";
import { compileClause } from "./compile-clause.ts";
import type { FieldIndex } from "./field-index.ts";
import { FilterView } from "./filter-view.ts";
import { MoveBatch } from "./move-batch.ts";
import type { RankTest } from "./row-test.ts";
import { StandingWords, slotBits, type WordMask } from "./standing-words.ts";
import { type CrossedSlice, crossedSlices } from "./time-index.ts";

interface ClauseColumn {
  clause: Clause;
  /** The clause that `standing` answers; null before the first answer. */
  asked: Clause | null;
  /** Where `StandingWords` keeps its answers. */
  readonly slot: number;
}

interface KnownView {
  readonly except: readonly string[];
  readonly view: FilterView;
}

/**
 * Clauses joined by AND, each by its source, so that a view can leave its own clause out. Works when asked: a changed
 * clause is only noted. A window that moved touches the rows that its edges crossed; any other change asks every row
 * once, and a view that leaves the changed clause out keeps its answers.
 */
export class CrossFilter {
  readonly #columns: Columns;
  readonly #fields: FieldIndex;
  readonly #words: StandingWords;
  readonly #crossed = new MoveBatch();
  readonly #clauses = new Map<string, ClauseColumn>();
  readonly #views = new Map<string, KnownView>();

  constructor(columns: Columns, fields: FieldIndex) {
    this.#columns = columns;
    this.#fields = fields;
    this.#words = new StandingWords(columns.length);
  }

  /** Takes over the clauses of a state; only those that are not the same object as before are asked again. */
  apply(clauses: Readonly<Record<string, Clause>>): void {
    for (const [source, { slot }] of this.#clauses) {
      if (Object.hasOwn(clauses, source)) continue;
      this.#words.free(slot);
      this.#clauses.delete(source);
      this.#forget(source);
    }
    for (const [source, clause] of Object.entries(clauses)) {
      const column = this.#clauses.get(source);
      if (column !== undefined) column.clause = clause;
      else {
        this.#clauses.set(source, { clause, asked: null, slot: this.#words.take() });
        this.#spoil(source);
      }
    }
  }

  /** The rows under all clauses but those of the given sources. */
  view(except: readonly string[] = []): FilterView {
    for (const [source, column] of this.#clauses) {
      if (column.asked !== column.clause) this.#ask(source, column);
    }
    const present = except.filter((source) => this.#clauses.has(source)).sort();
    const key = JSON.stringify(present);
    const known = this.#views.get(key) ?? { except: present, view: new FilterView(this.#fields) };
    this.#views.set(key, known);
    if (!known.view.isFilled) known.view.fill(this.#words, this.#masks(present));
    return known.view;
  }

  #ask(source: string, column: ClauseColumn): void {
    const { clause, asked, slot } = column;
    const test = compileClause(clause, this.#columns, this.#fields);
    column.asked = clause;
    const slices =
      clause.kind === "window" && asked?.kind === "window" ? crossedSlices(this.#fields.times(), asked, clause) : null;
    if (slices === null) {
      this.#words.fill(slot, test);
      this.#spoil(source);
      return;
    }
    this.#cross(slices, slot, test);
    for (const { except, view } of this.#views.values()) {
      if (!view.isFilled || except.includes(source)) continue;
      view.move(this.#crossed, this.#words, this.#masks([...except, source]));
    }
  }

  /** Asks the rows of some slices; a row that stands in two slices has changed when it is met again. */
  #cross(slices: readonly CrossedSlice[], slot: number, test: RankTest): void {
    const crossed = this.#crossed;
    const words = this.#words.wordsOf(slot);
    const hidden = slotBits(slot, HIDDEN);
    const unsure = slotBits(slot, POSSIBLE);
    const others = ~hidden & ~unsure;
    crossed.clear();
    for (const { ranks, from, to } of slices) {
      for (let i = from; i < to; i++) {
        const rank = ranks === null ? i : (ranks[i] as number);
        const word = words[rank] as number;
        const before = (word & hidden) !== 0 ? HIDDEN : (word & unsure) !== 0 ? POSSIBLE : CERTAIN;
        const after = test(rank);
        if (after === before) continue;
        words[rank] = (word & others) | slotBits(slot, after);
        crossed.add(rank, before, after);
      }
    }
  }

  #masks(except: readonly string[]): readonly WordMask[] {
    const joined = [...this.#clauses].filter(([source]) => !except.includes(source));
    return this.#words.masks(joined.map(([, { slot }]) => slot));
  }

  #spoil(source: string): void {
    for (const { except, view } of this.#views.values()) if (!except.includes(source)) view.spoil();
  }

  /** A source that is gone: views that left it out are under another name now. */
  #forget(source: string): void {
    this.#spoil(source);
    for (const [key, { except }] of this.#views) if (except.includes(source)) this.#views.delete(key);
  }
}
