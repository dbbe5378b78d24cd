import { remember } from "../filter/remember.ts";
import type { HistogramRows } from "./histogram-rows.ts";

/** Rows by bins of time, for the sets of edges that were asked for last. */
export interface RecentHistograms {
  /** Those of a category, or of all; `make` is called where they are not known, with a name that no others have. */
  rows(edgesMs: Float64Array, category: number | undefined, make: (name: string) => HistogramRows): HistogramRows;
}

/** One set of edges with its lanes. */
interface Bins {
  readonly edges: Float64Array;
  readonly name: string;
  readonly lanes: Map<number | undefined, HistogramRows>;
}

/** Edges of a strip of all dates and of a view; a timeline that pans leaves its edges behind. */
const MOST_BINS = 3;

/** Knows none yet. */
export function createRecentHistograms(): RecentHistograms {
  const sets: Bins[] = [];
  let setsMade = 0;
  const setOf = (edgesMs: Float64Array): Bins => {
    const at = sets.findIndex(({ edges }) => isSame(edges, edgesMs));
    const known = at < 0 ? undefined : sets.splice(at, 1)[0];
    const asked = known ?? { edges: edgesMs, name: String(++setsMade), lanes: new Map() };
    sets.unshift(asked);
    sets.length = Math.min(sets.length, MOST_BINS);
    return asked;
  };
  return {
    rows(edgesMs, category, make) {
      const { name, lanes } = setOf(edgesMs);
      return remember(lanes, category, () => make(`${name} ${category ?? ""}`));
    },
  };
}

function isSame(one: Float64Array, other: Float64Array): boolean {
  return one.length === other.length && one.every((edge, i) => edge === other[i]);
}
