import type { FacetCount } from "../types.ts";
import type { StandingSums } from "./standing-sums.ts";

/** Every value with its counts, most rows first, then by name. The value "" counts the rows that state none. */
export function facetCounts(
  values: readonly string[],
  { certain, possible }: StandingSums,
  active: ReadonlySet<string>,
): readonly FacetCount[] {
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
