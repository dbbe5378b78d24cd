import type { FieldValues } from "../filter/field-values.ts";
import { CERTAIN, type FacetCount, HIDDEN } from "../types.ts";

/**
 * Every value of the field with its rows under the given standing, most rows first, then by name. A row with several values
 * counts once under each. The value "" counts the rows that state none.
 */
export function facetCounts(
  field: FieldValues,
  standing: Uint8Array,
  active: ReadonlySet<string>,
): readonly FacetCount[] {
  const { values, offsets, codes } = field;
  const certain = new Uint32Array(values.length);
  const possible = new Uint32Array(values.length);
  for (let row = 0; row < standing.length; row++) {
    const state = standing[row];
    if (state === HIDDEN) continue;
    const tally = state === CERTAIN ? certain : possible;
    const end = offsets[row + 1] as number;
    for (let i = offsets[row] as number; i < end; i++) {
      const code = codes[i] as number;
      tally[code] = (tally[code] as number) + 1;
    }
  }
  const facets = values.map((value, code) => ({
    value,
    certain: certain[code] as number,
    possible: possible[code] as number,
    active: active.has(value),
  }));
  return facets.sort(byCountThenName);
}

function byCountThenName(a: FacetCount, b: FacetCount): number {
  const more = b.certain + b.possible - (a.certain + a.possible);
  if (more !== 0) return more;
  return a.value < b.value ? -1 : a.value > b.value ? 1 : 0;
}
