import { CERTAIN, HIDDEN } from "../types.ts";
import type { FieldValues } from "./field-values.ts";
import type { RankTest } from "./row-test.ts";

/**
 * Rows with any of the wanted values; a row with several values needs one of them. The wanted value "" stands for rows
 * that state none: those are hidden unless it is asked for.
 */
export function valuesTest(field: FieldValues, wanted: readonly string[]): RankTest {
  const { values, offsets, codes } = field;
  const isWanted = new Uint8Array(values.length);
  const set = new Set(wanted);
  for (const [code, value] of values.entries()) if (set.has(value)) isWanted[code] = 1;
  if (offsets === null) return (rank) => (isWanted[codes[rank] as number] === 1 ? CERTAIN : HIDDEN);
  return (rank) => {
    const end = offsets[rank + 1] as number;
    for (let i = offsets[rank] as number; i < end; i++) if (isWanted[codes[i] as number] === 1) return CERTAIN;
    return HIDDEN;
  };
}
