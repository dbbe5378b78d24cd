import { readCoordinate } from "../read/table/coordinate-text.ts";
import { valueText } from "../value-text.ts";
import type { PresetRow } from "./preset-table.ts";

/** Degrees of a cell; undefined when it is blank, and, said, when it is no number: the point is left out then. */
export function presetDegrees(row: PresetRow, field: string): number | undefined {
  const text = row.text(field);
  if (text === undefined) return undefined;
  const value = readCoordinate(text);
  if (!Number.isNaN(value)) return value;
  const message = `"${field}" is ${valueText(text)}, not degrees; the point is left out.`;
  row.note({ code: "place/not-a-number", field, value: text, message });
  return undefined;
}
