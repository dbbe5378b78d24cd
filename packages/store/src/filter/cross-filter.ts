import type { Clause, Columns } from "../types.ts";
import { compileClause } from "./compile-clause.ts";
import type { FieldIndex } from "./field-index.ts";
import { FilterView } from "./filter-view.ts";

interface ClauseColumn {
  clause: Clause;
  readonly standing: Uint8Array;
  isFresh: boolean;
}

/**
 * Clauses joined by AND, each by its source, so that a view can leave its own clause out. Works when asked: a changed
 * clause only marks what depends on it, and a view that leaves that clause out keeps its answer.
 */
export class CrossFilter {
  readonly #columns: Columns;
  readonly #fields: FieldIndex;
  readonly #clauses = new Map<string, ClauseColumn>();
  readonly #views = new Map<string, { readonly except: readonly string[]; readonly view: FilterView }>();

  constructor(columns: Columns, fields: FieldIndex) {
    this.#columns = columns;
    this.#fields = fields;
  }

  /** Takes over the clauses of a state; only those that are not the same object as before are asked again. */
  apply(clauses: Readonly<Record<string, Clause>>): void {
    for (const source of this.#clauses.keys()) {
      if (Object.hasOwn(clauses, source)) continue;
      this.#clauses.delete(source);
      this.#spoil(source);
    }
    for (const [source, clause] of Object.entries(clauses)) {
      const column = this.#clauses.get(source);
      if (column?.clause === clause) continue;
      if (column === undefined) {
        this.#clauses.set(source, { clause, standing: new Uint8Array(this.#columns.length), isFresh: false });
      } else {
        column.clause = clause;
        column.isFresh = false;
      }
      this.#spoil(source);
    }
  }

  /** The rows under all clauses but those of the given sources. */
  view(except: readonly string[] = []): FilterView {
    const present = except.filter((source) => this.#clauses.has(source)).sort();
    const key = JSON.stringify(present);
    const known = this.#views.get(key) ?? { except: present, view: new FilterView(this.#columns) };
    this.#views.set(key, known);
    if (!known.view.isFresh) known.view.fill(this.#parts(present));
    return known.view;
  }

  #parts(except: readonly string[]): Uint8Array[] {
    const parts: Uint8Array[] = [];
    for (const [source, column] of this.#clauses) {
      if (except.includes(source)) continue;
      if (!column.isFresh) this.#fill(column);
      parts.push(column.standing);
    }
    return parts;
  }

  #fill(column: ClauseColumn): void {
    const test = compileClause(column.clause, this.#columns, this.#fields);
    const { standing } = column;
    for (let row = 0; row < standing.length; row++) standing[row] = test(row);
    column.isFresh = true;
  }

  #spoil(source: string): void {
    for (const { except, view } of this.#views.values()) if (!except.includes(source)) view.spoil();
  }
}
