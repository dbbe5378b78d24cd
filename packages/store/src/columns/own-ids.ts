import { type Incident, type Issue, type IssueCode, issueKind } from "@whenwhere/model";

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
  const taken = { has: (id: string): boolean => own.has(id) || before.rowOf(id) >= 0 };
  const late: number[] = [];
  for (let row = 0; row < length; row++) {
    const id = idOf(row);
    if (id === undefined || id === "" || taken.has(id)) late.push(row);
    else own.add(id);
  }
  const nextSuffix = new Map<string, number>();
  const issues: Issue[] = [];
  const renamed = new Map<number, string>();
  for (const row of late) {
    const given = idOf(row) ?? "";
    const id = freeId(given === "" ? `row-${before.length + row + 1}` : given, taken, nextSuffix);
    own.add(id);
    renamed.set(row, id);
    issues.push(issueOf(before.length + row, given, id));
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

function freeId(wanted: string, taken: Pick<Set<string>, "has">, nextSuffix: Map<string, number>): string {
  if (!taken.has(wanted)) return wanted;
  let suffix = nextSuffix.get(wanted) ?? 2;
  while (taken.has(`${wanted}-${suffix}`)) suffix++;
  nextSuffix.set(wanted, suffix + 1);
  return `${wanted}-${suffix}`;
}

function issueOf(row: number, given: string, own: string): Issue {
  const code: IssueCode = given === "" ? "record/id-missing" : "record/duplicate-id";
  const { severity, hint } = issueKind(code);
  const message =
    given === ""
      ? `The record has no id; it is called "${own}".`
      : `The id "${given}" belongs to an earlier record; this one is called "${own}".`;
  return { code, severity, row: row + 1, field: "id", value: given === "" ? null : given, message, hint };
}
