import { type Incident, PLACE_PRECISIONS, SPAN_MEANINGS, STATUSES } from "@whenwhere/model";
import type { Dataset } from "../columns/dataset.ts";

/**
 * The values of one field for all rows, by rank in time order: those of rank r are `codes[offsets[r]]` up to
 * `codes[offsets[r + 1]]`, without repeats; without `offsets` every row has one, `codes[r]`. A row that states none has the one value "".
 */
export interface FieldValues {
  readonly values: readonly string[];
  readonly offsets: Uint32Array | null;
  readonly codes: Uint8Array | Uint16Array | Uint32Array;
  /** At least one row states a value. */
  readonly isStated: boolean;
}

type Reader = (incident: Incident) => readonly (string | null | undefined)[];

const NAMED_FIELDS: Readonly<Record<string, Reader>> = {
  country: (incident) => [incident.where?.country],
  admin1: (incident) => [incident.where?.admin1],
  place: (incident) => [incident.where?.name],
  actor: (incident) => (incident.actors ?? []).map((actor) => actor.name),
  source: (incident) => incident.sources ?? [],
  tag: (incident) => incident.tags ?? [],
};

/** Names that always exist, whatever the records hold. */
export const FIELD_NAMES: readonly string[] = [
  "category",
  "status",
  "precision",
  "span",
  "kind",
  ...Object.keys(NAMED_FIELDS),
];

/** Reads one field of all rows; any other name is a top-level text field of the records. */
export function readField(data: Dataset, field: string, timeOrder: Uint32Array): FieldValues {
  const { columns } = data;
  const codedField = (values: readonly string[], column: Uint8Array | Uint16Array): FieldValues => ({
    values,
    offsets: null,
    codes: ranked(column, timeOrder),
    isStated: true,
  });
  if (field === "category") return codedField(data.categories, columns.category);
  if (field === "status") return codedField(STATUSES, columns.status);
  if (field === "precision") return codedField(PLACE_PRECISIONS, columns.placePrecision);
  if (field === "span") return codedField(SPAN_MEANINGS, columns.span);
  return recordField(data, NAMED_FIELDS[field] ?? topLevelReader(field), timeOrder);
}

function ranked(column: Uint8Array | Uint16Array, timeOrder: Uint32Array): Uint8Array | Uint16Array {
  const codes = column.slice();
  for (let rank = 0; rank < codes.length; rank++) codes[rank] = column[timeOrder[rank] as number] as number;
  return codes;
}

function topLevelReader(field: string): Reader {
  return (incident) => {
    const value = Object.hasOwn(incident, field) ? (incident as unknown as Record<string, unknown>)[field] : undefined;
    return typeof value === "string" ? [value] : [];
  };
}

function recordField(data: Dataset, read: Reader, timeOrder: Uint32Array): FieldValues {
  const { length } = timeOrder;
  const values: string[] = [];
  const known = new Map<string, number>();
  const codes: number[] = [];
  const offsets = new Uint32Array(length + 1);
  for (let rank = 0; rank < length; rank++) {
    const stated =
      data.records === null
        ? []
        : read(data.incident(timeOrder[rank] as number)).filter((value) => typeof value === "string" && value !== "");
    for (const value of stated.length === 0 ? [""] : new Set(stated as string[])) {
      const code = known.get(value) ?? values.push(value) - 1;
      known.set(value, code);
      codes.push(code);
    }
    offsets[rank + 1] = codes.length;
  }
  return { values, offsets, codes: Uint32Array.from(codes), isStated: values.some((value) => value !== "") };
}
