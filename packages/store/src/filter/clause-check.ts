import { WhenWhereError } from "@whenwhere/model";
import type { Clause } from "../types.ts";
import { WITHIN } from "./derived-fields.ts";
import type { FieldIndex } from "./field-index.ts";
import { FIELD_NAMES } from "./field-values.ts";

/** Throws {@link WhenWhereError} `store/clause` when the clause says nothing that can be asked. */
export function checkClause(clause: Clause): void {
  const wrong = faultOf(clause);
  if (wrong === null) return;
  throw new WhenWhereError(
    "store/clause",
    `The ${String(clause.kind)} clause of "${String(clause.source)}" cannot be used: ${wrong}.`,
    `${remedyOf(clause)}, or clear the clause with store.clear(source).`,
  );
}

/** What a clause of each kind has to say. */
const REMEDIES: Readonly<Record<Clause["kind"], string>> = {
  window: "Give `startMs` and `endMs` as numbers, milliseconds since 1970 in UTC",
  range: "Give `low` and `high` as numbers; Infinity leaves an end open",
  bbox: "Give `west`, `south`, `east` and `north` as numbers, in degrees",
  lasso: "Give `ring` as a list of [lon, lat], in degrees",
  values: 'Give `values` as a list of texts, such as ["attack"]',
  text: 'Give `text` as a string, such as "border -river"',
};

function remedyOf({ source, kind }: Clause): string {
  if (typeof source !== "string" || source === "") return 'Give `source` as a name of your own, such as "my-filter"';
  return Object.hasOwn(REMEDIES, kind) ? REMEDIES[kind] : `Use one of the kinds ${Object.keys(REMEDIES).join(", ")}`;
}

/** Null when the clause is well formed, else what is wrong with it. */
export function faultOf(clause: Clause): string | null {
  if (typeof clause.source !== "string" || clause.source === "") return "its source is not a name";
  if (clause.kind === "window") return notNumber({ startMs: clause.startMs, endMs: clause.endMs });
  if (clause.kind === "range") return notNumber({ low: clause.low, high: clause.high });
  if (clause.kind === "values") return Array.isArray(clause.values) ? null : "`values` is not a list";
  if (clause.kind === "text") return typeof clause.text === "string" ? null : "`text` is not a text";
  if (clause.kind === "lasso") return ringFault(clause.ring);
  if (clause.kind === "bbox") {
    const { west, south, east, north } = clause;
    return notNumber({ west, south, east, north }) ?? (isFiniteBox(clause) ? null : "its sides are not finite");
  }
  return `"${String((clause as Clause).kind)}" is no kind of clause`;
}

function isFiniteBox(box: Extract<Clause, { kind: "bbox" }>): boolean {
  return [box.west, box.south, box.east, box.north].every(Number.isFinite);
}

function ringFault(ring: Extract<Clause, { kind: "lasso" }>["ring"]): string | null {
  if (!Array.isArray(ring)) return "`ring` is not a list";
  const isFine = ring.every((point) => Number.isFinite(point?.[0]) && Number.isFinite(point?.[1]));
  return isFine ? null : "`ring` holds something that is not [lon, lat]";
}

function notNumber(numbers: Readonly<Record<string, unknown>>): string | null {
  for (const [name, value] of Object.entries(numbers)) {
    if (typeof value !== "number" || Number.isNaN(value)) return `${name} is ${String(value)}`;
  }
  return null;
}

/**
 * Whether the data can answer the clause at all: a `values` clause needs a field with one of its values, a `range` clause
 * a measure that somebody gave. An unfit clause from an old link would empty every view without a visible reason.
 * Before there is any row, every well-formed clause fits: the data may be still on its way.
 */
export function fitsData(clause: Clause, fields: FieldIndex): boolean {
  if (faultOf(clause) !== null) return false;
  if (fields.length === 0) return true;
  if (clause.kind === "range") return fields.measure(clause.field).isStated;
  if (clause.kind !== "values") return true;
  const known = new Set(fields.values(clause.field).values);
  return clause.values.length === 0 || clause.values.some((value) => known.has(value));
}

/** Throws {@link WhenWhereError} `store/unknown-field` for a clause that no record could answer. */
export function checkAsked(clause: Clause, fields: FieldIndex): void {
  if (clause.kind === "values") checkField(clause.field, fields);
  if (clause.kind !== "range" || clause.field === "count" || fitsData(clause, fields)) return;
  throw new WhenWhereError(
    "store/unknown-field",
    `No record gives a number for "${clause.field}".`,
    "Use a measure of their figures, or count.",
  );
}

/** Throws {@link WhenWhereError} `store/unknown-field` for a name that neither the library nor any record knows. */
export function checkField(field: string, fields: FieldIndex): void {
  const isOurs = field.split(WITHIN).every((name) => FIELD_NAMES.includes(name));
  if (isOurs || fields.length === 0 || fields.values(field).isStated) return;
  throw new WhenWhereError(
    "store/unknown-field",
    `No record has a text field named "${field}".`,
    `Use one of ${FIELD_NAMES.join(", ")}, or a top-level text field of the records.`,
  );
}
