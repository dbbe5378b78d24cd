import type { Clause, Columns } from "../types.ts";
import { compileClause } from "./compile-clause.ts";
import type { FieldIndex } from "./field-index.ts";
import { FilterView } from "./filter-view.ts";
import { TimeIndex } from "./time-index.ts";

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
  readonly #times: TimeIndex;
  readonly #clauses = new Map<string, ClauseColumn>();
  readonly #views = new Map<string, KnownView>();

  constructor(columns: Columns, fields: FieldIndex) {
    this.#columns = columns;
    this.#fields = fields;
    this.#times = new TimeIndex(columns);
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
    if (clause.kind === "window" && asked?.kind === "window") {
      const views = [...this.#views.values()]
        .filter(({ except, view }) => view.isFilled && !except.includes(source))
        .map(({ except, view }) => ({ view, parts: this.#parts(except) }));
      const isDone = this.#times.visitCrossed(asked, clause, (row) => {
        const state = test(row);
        if (state === standing[row]) return;
        standing[row] = state;
        for (const { view, parts } of views) view.move(row, parts);
      });
      if (isDone) return;
    }
    for (let row = 0; row < standing.length; row++) standing[row] = test(row);
    this.#spoil(source);
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
