import { float64Of } from "../columns/plain-columns.ts";
import { sortedRows } from "../columns/sort-rows.ts";
import type { Columns } from "../types.ts";
import { BOUNDED_CLASSES, lengthClass } from "./length-class.ts";

/** Classes a lane has: those of bounded spans, and that of unbounded ones. */
export const CLASSES = BOUNDED_CLASSES + 1;

/** Start, end, key, and one to fill half a cache line. */
const RECORD = 4;

/** What lanes are made of. `codes[row]` is the lane of a row, less than `count`. */
export interface LaneRowsInput {
  readonly columns: Pick<Columns, "length" | "outerStartMs" | "outerEndMs">;
  readonly timeOrder: Uint32Array;
  readonly codes: ArrayLike<number>;
  readonly count: number;
}

/**
 * All rows, grouped by lane and class of length: those of group g lie from `offsets[g]` to `offsets[g + 1]`, in rising order of
 * outer start (ties in row order). The second set of arrays has them in rising order of outer end; it is the first one where
 * no span that starts later ends earlier.
 */
export interface LaneRows {
  readonly offsets: Uint32Array;
  readonly rows: Uint32Array;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly rowsByEnd: Uint32Array;
  readonly startsByEnd: Float64Array;
  readonly endsInOrder: Float64Array;
  readonly undated: Uint32Array;
}

/** Groups the rows. Cost: two passes in time order, and a sort by end where it is another order. */
export function laneRows(input: LaneRowsInput): LaneRows {
  const { columns, timeOrder, codes, count } = input;
  const { outerStartMs, outerEndMs } = columns;
  // What is read in another order than it stands lies in one place: one miss of the cache a row in place of three.
  const records = new Float64Array(RECORD * columns.length);
  const offsets = new Uint32Array(count * CLASSES + 1);
  let dated = timeOrder.length;
  while (dated > 0 && Number.isNaN(outerStartMs.at(timeOrder[dated - 1] as number))) dated--;
  for (let row = 0; row < columns.length; row++) {
    const startMs = outerStartMs.at(row);
    if (Number.isNaN(startMs)) continue;
    const endMs = outerEndMs.at(row);
    const key = (codes[row] as number) * CLASSES + lengthClass(startMs, endMs);
    records[RECORD * row] = startMs;
    records[RECORD * row + 1] = endMs;
    records[RECORD * row + 2] = key;
    offsets[key + 1] = (offsets[key + 1] as number) + 1;
  }
  for (let key = 1; key < offsets.length; key++) {
    offsets[key] = (offsets[key] as number) + (offsets[key - 1] as number);
  }
  const order = timeOrder.subarray(0, dated);
  const byStart = grouped(order, records, offsets);
  const undated = timeOrder.slice(dated);
  if (isRisingByGroup(byStart.ends, offsets)) {
    const { rows, starts, ends } = byStart;
    return { ...byStart, offsets, undated, rowsByEnd: rows, startsByEnd: starts, endsInOrder: ends };
  }
  const byEnd = grouped(sortedRows(float64Of(outerEndMs)), records, offsets);
  return {
    ...byStart,
    offsets,
    undated,
    rowsByEnd: byEnd.rows,
    startsByEnd: byEnd.starts,
    endsInOrder: byEnd.ends,
  };
}

function grouped(
  order: Uint32Array,
  records: Float64Array,
  offsets: Uint32Array,
): { readonly rows: Uint32Array; readonly starts: Float64Array; readonly ends: Float64Array } {
  const next = offsets.slice();
  const rows = new Uint32Array(order.length);
  const starts = new Float64Array(order.length);
  const ends = new Float64Array(order.length);
  for (let i = 0; i < order.length; i++) {
    const row = order[i] as number;
    const key = records[RECORD * row + 2] as number;
    const at = next[key] as number;
    next[key] = at + 1;
    rows[at] = row;
    starts[at] = records[RECORD * row] as number;
    ends[at] = records[RECORD * row + 1] as number;
  }
  return { rows, starts, ends };
}

function isRisingByGroup(ends: Float64Array, offsets: Uint32Array): boolean {
  for (let group = 0; group + 1 < offsets.length; group++) {
    const to = offsets[group + 1] as number;
    for (let i = (offsets[group] as number) + 1; i < to; i++) {
      if ((ends[i] as number) < (ends[i - 1] as number)) return false;
    }
  }
  return true;
}
