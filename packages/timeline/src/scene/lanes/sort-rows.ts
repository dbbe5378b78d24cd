import type { LaneIndex, LaneTimes } from "@whenwhere/store";
import type { LaneTable, TimeSpan } from "../types.ts";

/** Rows of one lane that touch the view. */
export interface LaneRows {
  readonly code: number;
  /** How many. */
  readonly visible: number;
  /** In time order; null where they are too many to be drawn one by one. */
  readonly rows: readonly number[] | null;
  /** Dated rows of the lane that pass, in view or not. */
  readonly shown: number;
}

/** All rows that pass the other views' clauses, sorted into lanes. Law: `visible + before + after + undated.length === shown`. */
export interface SortedRows {
  /** Lanes that hold dated rows, in order. */
  readonly codes: Int32Array;
  /** Dated rows of each of them. */
  readonly dated: Float64Array;
  readonly undated: ArrayLike<number>;
  readonly visible: number;
  /** Wholly before the view. */
  readonly before: number;
  /** Wholly after the view. */
  readonly after: number;
  readonly shown: number;
  /** Rows of the lane at a place of `codes`. Counted in all lanes, looked for only in those that are asked for. */
  lane(place: number): LaneRows;
}

/** More records than this in view of one lane are counted, never listed. */
export const MOST_LISTED = 1500;

/**
 * A row is outside when its outer span does not touch the view; unbounded sides always reach it.
 * Cost: two searches a lane and class of lengths, and the rows that are listed.
 */
export function sortRows(index: LaneIndex, lanes: LaneTable, view: TimeSpan): SortedRows {
  const codes = new Int32Array(lanes.order.length);
  const dated = new Float64Array(lanes.order.length);
  let [before, after, total, count] = [0, 0, 0, 0];
  for (const code of lanes.order) {
    const lane = index.lanes[code] as LaneTimes;
    if (lane.dated === 0) continue;
    before += lane.endedBy(view.startMs);
    after += lane.dated - lane.startedBefore(view.endMs);
    total += lane.dated;
    codes[count] = code;
    dated[count++] = lane.dated;
  }
  const { undated } = index;
  const asked = new Map<number, LaneRows>();
  return {
    codes: codes.subarray(0, count),
    dated: dated.subarray(0, count),
    undated,
    visible: total - before - after,
    before,
    after,
    shown: total + undated.length,
    lane(place) {
      const known = asked.get(place);
      if (known !== undefined) return known;
      const code = codes[place] as number;
      const lane = index.lanes[code] as LaneTimes;
      const visible = lane.startedBefore(view.endMs) - lane.endedBy(view.startMs);
      const rows = laneRows(lane, { code, visible, view });
      asked.set(place, rows);
      return rows;
    },
  };
}

/** Rows are looked for when they are asked for: a lane whose marks have no room is only counted. */
function laneRows(
  lane: LaneTimes,
  { code, visible, view }: { readonly code: number; readonly visible: number; readonly view: TimeSpan },
): LaneRows {
  let rows: readonly number[] | null = null;
  return {
    code,
    visible,
    shown: lane.dated,
    get rows() {
      if (visible <= MOST_LISTED) rows ??= lane.rowsIn(view);
      return rows;
    },
  };
}
