import type { Store } from "@whenwhere/store";

/** Rows in an order. */
export interface OrderedRows {
  readonly length: number;
  at(index: number): number;
  /** -1 when it is not there. */
  indexOf(row: number): number;
}

/**
 * Some rows in order of time, out of the order that the store has: by the earliest possible instant; of rows that begin
 * together the narrower first, then the earlier in the input; undated ones last. Falling turns the dated ones round: a date
 * that nobody gave is not the latest one. `rows` are in the store's order, where rows that begin together stand as they
 * came. Only the rows of one beginning are sorted, when one of them is looked at, and kept.
 */
export function timeRows(store: Store, rows: Uint32Array, descending: boolean): OrderedRows {
  const { outerStartMs, outerEndMs } = store.columns;
  const runs = new Map<number, Uint32Array>();
  const startOf = (place: number): number => outerStartMs.at(rows[place] as number);
  /** First place that fails the test; those before it pass. */
  const firstNot = (passes: (place: number) => boolean, to: number): number => {
    let [low, high] = [0, to];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (passes(middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const dated = firstNot((place) => !Number.isNaN(startOf(place)), rows.length);
  const runOf = (startMs: number): { readonly from: number; readonly run: Uint32Array } => {
    const from = firstNot((place) => startOf(place) < startMs, dated);
    const known = runs.get(from);
    if (known !== undefined) return { from, run: known };
    const to = firstNot((place) => startOf(place) <= startMs, dated);
    const run = narrowFirst(rows.subarray(from, to), (row) => outerEndMs.at(row));
    runs.set(from, run);
    return { from, run };
  };
  const turned = (place: number): number => (descending && place < dated ? dated - 1 - place : place);
  return {
    length: rows.length,
    at(index) {
      const place = turned(index);
      if (place >= dated) return rows[place] as number;
      const { from, run } = runOf(startOf(place));
      return run[place - from] as number;
    },
    indexOf(row) {
      const startMs = outerStartMs.at(row);
      if (Number.isNaN(startMs)) return rows.indexOf(row, dated);
      const { from, run } = runOf(startMs);
      const at = run.indexOf(row);
      return at < 0 ? -1 : turned(from + at);
    },
  };
}

/** Most runs hold days of one width, and are in order as they are. */
function narrowFirst(run: Uint32Array, endOf: (row: number) => number): Uint32Array {
  const ends = Float64Array.from(run, endOf);
  if (ends.every((end, place) => place === 0 || end >= (ends[place - 1] as number))) return run.slice();
  const places = Uint32Array.from(run.keys());
  places.sort((a, b) => {
    const [one, two] = [ends[a] as number, ends[b] as number];
    return one === two ? a - b : one < two ? -1 : 1;
  });
  return places.map((place) => run[place] as number);
}
