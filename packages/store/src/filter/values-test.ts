import { CERTAIN, HIDDEN } from "../types.ts";
import type { FieldValues } from "./field-values.ts";
import type { RowTest } from "./row-test.ts";

/**
 * Rows with any of the wanted values; a row with several values needs one of them. The wanted value "" stands for rows
 * that state none: those are hidden unless it is asked for.
 */
export function valuesTest(field: FieldValues, wanted: readonly string[]): RowTest {
  const { values, offsets, codes } = field;
  const isWanted = new Uint8Array(values.length);
  const set = new Set(wanted);
  for (const [code, value] of values.entries()) if (set.has(value)) isWanted[code] = 1;
  if (offsets === null) return (row) => (isWanted[codes[row] as number] === 1 ? CERTAIN : HIDDEN);
  return (row) => {
    const end = offsets[row + 1] as number;
    for (let i = offsets[row] as number; i < end; i++) if (isWanted[codes[i] as number] === 1) return CERTAIN;
    return HIDDEN;
  };
}
