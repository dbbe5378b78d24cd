import type { Clause, Columns } from "../types.ts";
import { compileClause } from "./compile-clause.ts";
import type { FieldIndex } from "./field-index.ts";
import { FilterView } from "./filter-view.ts";
import { MoveBatch } from "./move-batch.ts";
import type { RowTest } from "./row-test.ts";
import { type CrossedSlice, crossedSlices } from "./time-index.ts";

interface ClauseColumn {
  clause: Clause;
  /** The clause that `standing` answers; null before the first answer. */
  asked: Clause | null;
  readonly standing: Uint8Array;
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
  readonly #crossed = new MoveBatch();
  readonly #clauses = new Map<string, ClauseColumn>();
  readonly #views = new Map<string, KnownView>();

  constructor(columns: Columns, fields: FieldIndex) {
    this.#columns = columns;
    this.#fields = fields;
  }

  /** Takes over the clauses of a state; only those that are not the same object as before are asked again. */
  apply(clauses: Readonly<Record<string, Clause>>): void {
    for (const source of this.#clauses.keys()) {
      if (Object.hasOwn(clauses, source)) continue;
      this.#clauses.delete(source);
      this.#forget(source);
    }
    for (const [source, clause] of Object.entries(clauses)) {
      const column = this.#clauses.get(source);
      if (column !== undefined) column.clause = clause;
      else {
        this.#clauses.set(source, { clause, asked: null, standing: new Uint8Array(this.#columns.length) });
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
    const known = this.#views.get(key) ?? { except: present, view: new FilterView(this.#columns) };
    this.#views.set(key, known);
    if (!known.view.isFilled) known.view.fill(this.#parts(present));
    return known.view;
  }

  #ask(source: string, column: ClauseColumn): void {
    const { clause, asked, standing } = column;
    const test = compileClause(clause, this.#columns, this.#fields);
    column.asked = clause;
    const slices =
      clause.kind === "window" && asked?.kind === "window" ? crossedSlices(this.#fields.times(), asked, clause) : null;
    if (slices === null) {
      for (let row = 0; row < standing.length; row++) standing[row] = test(row);
      this.#spoil(source);
      return;
    }
    this.#cross(slices, standing, test);
    for (const { except, view } of this.#views.values()) {
      if (!view.isFilled || except.includes(source)) continue;
      view.move(this.#crossed.rows, this.#crossed.length, this.#parts(except));
    }
  }

  /** Asks the rows of some slices; a row that stands in two slices has changed when it is met again. */
  #cross(slices: readonly CrossedSlice[], standing: Uint8Array, test: RowTest): void {
    const crossed = this.#crossed;
    crossed.clear();
    for (const { rows, from, to } of slices) {
      for (let i = from; i < to; i++) {
        const row = rows[i] as number;
        const before = standing[row] as number;
        const after = test(row);
        if (after === before) continue;
        standing[row] = after;
        crossed.add(row, before, after);
      }
    }
  }

  #parts(except: readonly string[]): Uint8Array[] {
    return [...this.#clauses].filter(([source]) => !except.includes(source)).map(([, column]) => column.standing);
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
