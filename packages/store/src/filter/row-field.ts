import type { CodedField } from "@whenwhere/model";
import type { FieldValues } from "./field-values.ts";

/** The values of a field by row, from those by rank in time order. Null when no row states any. Cost O(n). */
export function rowField(field: FieldValues, timeOrder: Uint32Array): CodedField | null {
  if (!field.isStated) return null;
  const { values, codes, offsets } = field;
  const byRow = codes.slice();
  if (offsets === null) {
    for (let rank = 0; rank < timeOrder.length; rank++) byRow[timeOrder[rank] as number] = codes[rank] as number;
    return { values, offsets: null, codes: byRow };
  }
  const ends = new Uint32Array(offsets.length);
  for (let rank = 0; rank < timeOrder.length; rank++) {
    ends[(timeOrder[rank] as number) + 1] = (offsets[rank + 1] as number) - (offsets[rank] as number);
  }
  for (let row = 1; row < ends.length; row++) ends[row] = (ends[row] as number) + (ends[row - 1] as number);
  for (let rank = 0; rank < timeOrder.length; rank++) {
    const from = offsets[rank] as number;
    byRow.set(codes.subarray(from, offsets[rank + 1] as number), ends[timeOrder[rank] as number] as number);
  }
  return { values, offsets: ends, codes: byRow };
}
