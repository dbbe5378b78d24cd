import { type Incident, type Issue, type IssueCode, issueKind } from "@whenwhere/model";
import { freeId } from "@whenwhere/model/free-id";

const NO_ROWS = { length: 0, rowOf: (_id: string): number => -1 };

/** Ids by row, each its own, and what was wrong with those given. */
export interface OwnIds {
  /** Rows whose id is another than the one given. */
  readonly renamed: ReadonlyMap<number, string>;
  readonly issues: readonly Issue[];
}

/**
 * Gives each row an id of its own, as the readers do: the first bearer keeps an id, a later one has it with a suffix, and what
 * has none is called by its row. Selection, links and picks go by ids, and would show the first of two for both. One pass.
 * `before` are rows whose ids are taken already.
 */
export function ownIds(length: number, idOf: (row: number) => string | undefined, before = NO_ROWS): OwnIds {
  const own = new Set<string>();
  const isTaken = (id: string): boolean => own.has(id) || before.rowOf(id) >= 0;
  const late: number[] = [];
  for (let row = 0; row < length; row++) {
    const id = idOf(row);
    if (!id || isTaken(id)) late.push(row);
    else own.add(id);
  }
  const nextSuffix = new Map<string, number>();
  const issues: Issue[] = [];
  const renamed = new Map<number, string>();
  for (const row of late) {
    const given = idOf(row) || null;
    const nth = before.length + row + 1;
    const id = freeId(given ?? `row-${nth}`, isTaken, nextSuffix);
    own.add(id);
    renamed.set(row, id);
    issues.push(issueOf(nth, given, id));
  }
  return { renamed, issues };
}

/** The same of records: those that keep their ids are the ones given. */
export function withOwnIds(incidents: readonly Incident[], before = NO_ROWS) {
  const { renamed, issues } = ownIds(incidents.length, (row) => incidents[row]?.id, before);
  if (renamed.size === 0) return { incidents, issues };
  const named = incidents.map((incident, row) => {
    const id = renamed.get(row);
    return id === undefined ? incident : { ...incident, id };
  });
  return { incidents: named, issues };
}

function issueOf(row: number, value: string | null, id: string): Issue {
  const code: IssueCode = value === null ? "record/id-missing" : "record/duplicate-id";
  const { severity, meaning, hint } = issueKind(code);
  return { code, severity, row, field: "id", value, message: `${meaning} It is "${id}".`, hint };
}
