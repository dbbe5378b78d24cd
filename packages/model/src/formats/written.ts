import { HEAD_TEXTS } from "../head-texts.ts";
import type { Incident, Where } from "../incident.ts";
import type { Issue } from "../issues.ts";
import { isNothing } from "./is-nothing.ts";
import type { CollectionParts } from "./to-collection.ts";

/** A file that a writer made, and what of the records it could not carry. */
export interface WrittenText {
  readonly text: string;
  /**
   * `write/not-carried` (a field has no place in the format), `write/approximated` (a date or place is wider or plainer
   * than the record), `write/left-out` (the record cannot stand in the format). `row` is the place of the record, from 1; null = the whole file.
   */
  readonly issues: readonly Issue[];
}

/** Issues of a writer. */
export type WriteCode = "write/not-carried" | "write/approximated" | "write/left-out";

const KINDS: Readonly<Record<WriteCode, Pick<Issue, "severity" | "hint">>> = {
  "write/not-carried": { severity: "info", hint: "Write collection JSON to keep everything." },
  "write/approximated": { severity: "warning", hint: "Write collection JSON or GeoJSON to keep it exactly." },
  "write/left-out": { severity: "warning", hint: "Write collection JSON to keep the record." },
};

/** An issue about one record of a written file. */
export function writeIssue(
  code: WriteCode,
  row: number | null,
  about: Pick<Issue, "field" | "value" | "message">,
): Issue {
  return { code, row, ...about, ...KINDS[code] };
}

/** The fields of a record that a format has no place for, as one issue a field; `carried` are those that it has. */
export function notCarried(incident: Incident, row: number, { format, carried }: Carried): readonly Issue[] {
  return fieldsOf(incident).flatMap((field) => {
    if (carried.has(field)) return [];
    const message = `${format} has no place for ${field}; it was left out.`;
    return [writeIssue("write/not-carried", row, { field, value: null, message })];
  });
}

/** What of the title page and of the sources a format has no place for, as one issue a part. */
export function headNotCarried(head: CollectionParts, { format, carried, ofSources }: CarriedHead): readonly Issue[] {
  const issues = HEAD_TEXTS.flatMap((field) => {
    const value = head[field]?.trim();
    if (!value || carried.includes(field)) return [];
    const message = `${format} has no place for the ${field} of the collection (${value}); it was left out.`;
    return [writeIssue("write/not-carried", null, { field, value, message })];
  });
  const said = Object.values(head.sources ?? {}).flatMap((source) => Object.entries(source));
  const lost = new Set(said.flatMap(([key, value]) => (isNothing(value) || ofSources.includes(key) ? [] : [key])));
  if (lost.size === 0) return issues;
  const message = `${format} has no place for ${[...lost].join(", ")} of a source; they were left out.`;
  return [...issues, writeIssue("write/not-carried", null, { field: "sources", value: [...lost], message })];
}

/** What a format carries of a title page, and of each source beside its key. */
export interface CarriedHead {
  readonly format: string;
  readonly carried: readonly string[];
  readonly ofSources: readonly string[];
}

/** What a format carries, as paths such as `title` or `where.name`. */
export interface Carried {
  readonly format: string;
  readonly carried: ReadonlySet<string>;
}

/** Paths of all that a record says; lists and second places count as one. */
function fieldsOf(incident: Incident): readonly string[] {
  return Object.entries(incident).flatMap(([key, value]) => {
    if (isNothing(value)) return [];
    if (key !== "when" && key !== "where") return [key];
    return Object.entries(value as object).flatMap(([part, inner]) => (isNothing(inner) ? [] : [`${key}.${part}`]));
  });
}

/** The name of a place with its area, for formats that have one line for it. */
export function placeLine(where: Where | undefined): string {
  const parts = [where?.name, where?.admin1, where?.country].map((part) => part?.trim());
  return parts.filter((part, i) => part && parts.indexOf(part) === i).join(", ");
}
