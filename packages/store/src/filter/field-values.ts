import {
  type CodedField,
  type FieldValuesOf,
  INCIDENT_FIELDS,
  incidentField,
  isStated,
  PLACE_PRECISIONS,
  SPAN_MEANINGS,
  STATUSES,
  statedValues,
} from "@whenwhere/model";
import type { Dataset } from "../columns/dataset.ts";
import { keyCodes } from "../counts/row-keys.ts";
import type { NumberColumn } from "../types.ts";
import { datedField, nestedField, WITHIN } from "./derived-fields.ts";
import type { FieldValues } from "./values-by-rank.ts";

export type { FieldValues };

/** Names that always exist, whatever the records hold. */
export const FIELD_NAMES: readonly string[] = [
  ...new Set(["category", "status", "precision", "span", ...Object.keys(INCIDENT_FIELDS)]),
];

/**
 * Reads one field of all rows. `dated` is how closely the date is known, `a>b` the field b within the field a; any other name is
 * a top-level text field of the records.
 */
export function readField(data: Dataset, field: string, timeOrder: Uint32Array): FieldValues {
  const { columns } = data;
  const codedField = (values: readonly string[], column: NumberColumn): FieldValues => ({
    values,
    offsets: null,
    codes: ranked(column, timeOrder),
    isStated: true,
  });
  if (field === "category") return codedField(data.categories, columns.category);
  if (field === "status") return codedField(STATUSES, columns.status);
  if (field === "precision") return codedField(PLACE_PRECISIONS, columns.placePrecision);
  if (field === "span") return codedField(SPAN_MEANINGS, columns.span);
  if (field === "dated") return datedField(columns, timeOrder);
  const coded = data.fields !== undefined && Object.hasOwn(data.fields, field) ? data.fields[field] : undefined;
  if (coded !== undefined) return rankedField(coded, timeOrder);
  const [outer = "", inner, ...more] = field.split(WITHIN);
  if (inner !== undefined && more.length === 0) {
    return nestedField(readField(data, outer, timeOrder), readField(data, inner, timeOrder), timeOrder.length);
  }
  return recordField(data, incidentField(field), timeOrder);
}

function ranked(column: NumberColumn, timeOrder: Uint32Array): Uint16Array {
  const codes = new Uint16Array(column.length);
  for (let rank = 0; rank < codes.length; rank++) codes[rank] = column.at(timeOrder[rank] as number);
  return codes;
}

/** A field that came as a column, in time order. */
function rankedField(field: CodedField, timeOrder: Uint32Array): FieldValues {
  const { values, offsets, codes } = field;
  const ranked = keyCodes(codes.length, values.length);
  if (offsets === null) {
    for (let rank = 0; rank < ranked.length; rank++) ranked[rank] = codes[timeOrder[rank] as number] as number;
    return { values, offsets, codes: ranked, isStated: isStated(field) };
  }
  const ends = new Uint32Array(timeOrder.length + 1);
  let end = 0;
  for (let rank = 0; rank < timeOrder.length; rank++) {
    const row = timeOrder[rank] as number;
    const to = offsets[row + 1] as number;
    for (let i = offsets[row] as number; i < to; i++) ranked[end++] = codes[i] as number;
    ends[rank + 1] = end;
  }
  return { values, offsets: ends, codes: ranked, isStated: isStated(field) };
}

function recordField(data: Dataset, read: FieldValuesOf, timeOrder: Uint32Array): FieldValues {
  const { length } = timeOrder;
  const values: string[] = [];
  const known = new Map<string, number>();
  const codes: number[] = [];
  const offsets = new Uint32Array(length + 1);
  for (let rank = 0; rank < length; rank++) {
    const row = timeOrder[rank] as number;
    for (const value of statedValues(data.records === null ? [] : read(data.incident(row)))) {
      const code = known.get(value) ?? values.push(value) - 1;
      known.set(value, code);
      codes.push(code);
    }
    offsets[rank + 1] = codes.length;
  }
  return { values, offsets, codes: Uint32Array.from(codes), isStated: values.some((value) => value !== "") };
}
