import type { Incident } from "../incident.ts";
import type { Issue } from "../issues.ts";
import { valueText } from "../value-text.ts";
import { freeId } from "./free-id.ts";
import { issueOf } from "./issue-of.ts";
import type { Draft } from "./record/read-record.ts";

/** A draft with its row and whether reading it changed anything. */
export interface KeptRow {
  readonly row: number;
  readonly draft: Draft;
  changed: boolean;
}

/** Incidents in the order of the drafts; null = an exact repeat that was refused. */
export interface AssignedIds {
  readonly incidents: readonly (Incident | null)[];
  readonly issues: readonly Issue[];
}

/** Records with ids of their own that were read elsewhere. */
export interface OtherRows {
  isTaken(id: string): boolean;
  readonly count: number;
}

/**
 * Gives every draft an id of its own. Ids that stand in the input are kept by their first bearer, also against ids
 * made here; a missing id is made from the content, so that it stays when rows move.
 */
export function assignIds(kept: KeptRow[], others?: OtherRows): AssignedIds {
  const issues: Issue[] = [];
  const taken = new Map<string, number>();
  const late: number[] = [];
  const incidents: (Incident | null)[] = kept.map(({ draft }, i) => {
    const id = draft.id;
    if (id === undefined || id.trim() === "" || taken.has(id)) {
      late.push(i);
      return null;
    }
    taken.set(id, i);
    return draft as Incident;
  });
  const made: number[] = [];
  const nextSuffix = new Map<string, number>();
  const isTaken = (id: string): boolean => taken.has(id) || others?.isTaken(id) === true;
  for (const i of late) {
    const { draft, row } = kept[i] as KeptRow;
    const given = draft.id?.trim() ? draft.id : undefined;
    if (given !== undefined && sameContent(kept[taken.get(given) as number]?.draft, draft)) {
      const message = `The record repeats the record ${valueText(given)} exactly; it was left out.`;
      issues.push(issueOf({ code: "record/duplicate", field: "id", value: given, message }, row));
      continue;
    }
    const id = freeId(given ?? contentId(draft), isTaken, nextSuffix);
    taken.set(id, i);
    incidents[i] = { ...draft, id };
    if (given === undefined) made.push(i);
    else issues.push(renamed(kept[i] as KeptRow, given, id));
  }
  return { incidents, issues: [...issues, ...madeIdIssues(made, kept, { incidents, others: others?.count ?? 0 })] };
}

function renamed(entry: KeptRow, given: string, id: string): Issue {
  entry.changed = true;
  const message = `The id ${valueText(given)} belongs to an earlier record; this one is called ${valueText(id)}.`;
  return issueOf({ code: "record/duplicate-id", field: "id", value: given, message }, entry.row);
}

/** One remark when no record of the input has an id, else one a record. */
function madeIdIssues(
  made: readonly number[],
  kept: readonly KeptRow[],
  { incidents, others }: { readonly incidents: readonly (Incident | null)[]; readonly others: number },
): readonly Issue[] {
  if (made.length > 1 && made.length === kept.length && others === 0) {
    const message = `None of the ${made.length} records has an id; ids were made from their content.`;
    return [issueOf({ code: "record/id-missing", field: "id", message }, null)];
  }
  return made.map((i) => {
    const message = `The record has no id; it is called ${valueText(incidents[i]?.id)}.`;
    return issueOf({ code: "record/id-missing", field: "id", message }, kept[i]?.row ?? null);
  });
}

function sameContent(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** An id from the content: two 32-bit FNV-1a hashes over the record's JSON, in base 36. */
function contentId(draft: unknown): string {
  const text = JSON.stringify(draft);
  return `x${hash(text, 0x811c9dc5).toString(36)}${hash(text, 0x9747b28c).toString(36)}`;
}

function hash(text: string, seed: number): number {
  let h = seed;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}
