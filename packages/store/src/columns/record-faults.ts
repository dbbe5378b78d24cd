import {
  hasPosition,
  type Incident,
  type Issue,
  type IssueCode,
  issueKind,
  PLACE_PRECISIONS,
  STATUSES,
  tryParseEdtf,
  type When,
  WhenWhereError,
  type Where,
} from "@whenwhere/model";
import { valueText } from "@whenwhere/model/value-text";
import type { Columns } from "../types.ts";
import type { Dataset } from "./dataset.ts";

/** Fields that are texts where they stand. */
const TEXTS = ["id", "title", "summary", "category", "kind", "note"] as const;

/** Fields that are lists, with the part that none of their items can be without; null where the items are texts. */
const LISTS = [
  ["actors", "name"],
  ["figures", "measure"],
  ["claims", "field"],
  ["relations", "to"],
  ["locators", "document"],
  ["sources", null],
  ["tags", null],
] as const;

/**
 * @throws WhenWhereError `store/input` for what is no list of records, or a record whose texts and lists are none: nothing could
 * be counted or found in it. `name` is who got it.
 */
export function checkRecords(records: unknown, name: string): void {
  const refuse = (found: string, hint: string) => new WhenWhereError("store/input", `${name} got ${found}.`, hint);
  if (!Array.isArray(records)) throw refuse("no list", "Give a list of records.");
  for (const [at, record] of records.entries()) {
    if (Object(record) !== record) throw refuse(`${valueText(record)} as record ${at + 1}`, "Give a list of records.");
    const misfit = misfitOf(record);
    if (misfit === null) continue;
    const [field, value, wanted] = misfit;
    const hint = `Write ${wanted}, or give the records to readIncidents first: it mends or names what does not fit.`;
    throw refuse(`${valueText(value)} as ${field} of record ${at + 1}`, hint);
  }
}

type Misfit = readonly [field: string, value: unknown, wanted: string];

/** The first field that is of another kind than its name says; what is not there fits. */
function misfitOf(record: Readonly<Record<string, unknown>>): Misfit | null {
  for (const field of TEXTS) {
    const value = record[field];
    if (value != null && typeof value !== "string") return [field, value, "a text"];
  }
  for (const [field, part] of LISTS) {
    const list = record[field];
    if (list == null) continue;
    if (!Array.isArray(list)) return [field, list, "a list"];
    const at = list.findIndex((item) => typeof (part === null ? item : item?.[part]) !== "string");
    if (at >= 0) return [`${field}[${at}]`, list[at], part === null ? "a text" : `{ ${part}: "…" }`];
  }
  return null;
}

/** One fault of a record: its code, the field, and what stands there. */
type Fault = readonly [code: IssueCode, field: string, value: unknown];

const found = new WeakMap<Columns, readonly Issue[]>();

/**
 * What records that no reader has read say and nobody can draw: dates that are no EDTF, points that are none, words of no list.
 * Looked for at the first question; a date is read again only where its row has none.
 */
export function recordFaults({ columns, records }: Pick<Dataset, "columns" | "records">): readonly Issue[] {
  if (records === null) return [];
  let issues = found.get(columns);
  if (issues === undefined) {
    issues = records.flatMap((record, row) => faultsOf(record, columns, row).map((fault) => issueOf(row + 1, fault)));
    found.set(columns, issues);
  }
  return issues;
}

function faultsOf({ when, where, status }: Incident, columns: Columns, row: number): readonly Fault[] {
  const faults: Fault[] = [];
  if (status !== undefined && !STATUSES.includes(status)) faults.push(["field/value", "status", status]);
  if (Number.isNaN(columns.outerStartMs.at(row)) && when) faults.push(...dateFaults(when));
  if (where) faults.push(...placeFaults(where));
  return faults;
}

/** A bare text is no date either: it belongs into `edtf`. */
function dateFaults(when: unknown): readonly Fault[] {
  const isWhen = typeof when === "object";
  const edtf = isWhen ? (when as When).edtf : when;
  if (!edtf || (isWhen && tryParseEdtf(edtf as string).error === null)) return [];
  return [["time/syntax", isWhen ? "when.edtf" : "when", edtf]];
}

function placeFaults(where: Where): readonly Fault[] {
  if (typeof where !== "object" || Array.isArray(where)) return [["field/type", "where", where]];
  const { lon, lat, precision, radiusM } = where;
  const faults: Fault[] = [];
  if (precision !== undefined && !PLACE_PRECISIONS.includes(precision)) {
    faults.push(["field/value", "where.precision", precision]);
  }
  if (radiusM != null && typeof radiusM !== "number") faults.push(["field/type", "where.radiusM", radiusM]);
  if ((lon == null) !== (lat == null)) faults.push(["place/half", "where", { lon, lat }]);
  else if (lon != null && !hasPosition(where)) {
    faults.push([lon === 0 && lat === 0 ? "place/null-island" : "place/out-of-range", "where", { lon, lat }]);
  }
  return faults;
}

function issueOf(row: number, [code, field, value]: Fault): Issue {
  const { severity, meaning, hint } = issueKind(code);
  return { code, severity, row, field, value, message: `${field} is ${valueText(value)}. ${meaning}`, hint };
}
