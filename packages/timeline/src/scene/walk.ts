import type { LaneTable, SceneStore } from "./types.ts";

/** The order in which the keyboard visits records: dated ones by start, then the undated. All that pass, in view or not. */
export interface Walk {
  readonly size: number;
  /** 0-based place of a row; -1 when it does not pass. */
  indexOf(row: number): number;
  /** Row at a place, clamped to the ends; -1 when nothing passes. */
  at(index: number): number;
  /** The record nearest in time in the next lane (`1`) or the previous one (`-1`) that has any; the same row at the ends. */
  lane(row: number, step: 1 | -1): number;
}

/** Cost O(n); keep it until clauses, data or lanes change. */
export function createWalk(store: SceneStore, lanes: LaneTable): Walk {
  const rows = passingRows(store);
  let places: Int32Array | null = null;
  // Only a reader with a keyboard asks for places.
  const placesNow = (): Int32Array => {
    if (places !== null) return places;
    places = new Int32Array(store.columns.length).fill(-1);
    for (let place = 0; place < rows.length; place++) places[rows[place] as number] = place;
    return places;
  };
  const undatedLane = lanes.values.length;
  const { outerStartMs, outerEndMs } = store.columns;
  const laneOf = (row: number): number =>
    Number.isNaN(outerStartMs.at(row)) ? undatedLane : (lanes.codes[row] as number);
  const anchorMs = (row: number): number => {
    const startMs = outerStartMs.at(row);
    return Number.isFinite(startMs) ? startMs : outerEndMs.at(row);
  };
  const order = [...lanes.order, undatedLane];
  const nearest = (lane: number, row: number): number => {
    const targetMs = anchorMs(row);
    let best = -1;
    let bestMs = Number.POSITIVE_INFINITY;
    for (const candidate of rows) {
      if (laneOf(candidate) !== lane) continue;
      const awayMs = Math.abs(anchorMs(candidate) - targetMs);
      if (best < 0 || awayMs < bestMs) {
        best = candidate;
        bestMs = awayMs;
      }
    }
    return best;
  };
  return {
    size: rows.length,
    indexOf: (row) => (row >= 0 && row < store.columns.length ? (placesNow()[row] as number) : -1),
    at: (index) => rows[Math.min(Math.max(index, 0), rows.length - 1)] ?? -1,
    lane: (row, step) => {
      for (let i = order.indexOf(laneOf(row)) + step; i >= 0 && i < order.length; i += step) {
        const found = nearest(order[i] as number, row);
        if (found >= 0) return found;
      }
      return row;
    },
  };
}

/** Rows that pass, in time order; the store's own order where all do. */
function passingRows(store: SceneStore): Uint32Array {
  const { timeOrder } = store;
  const passing = store.passing("timeline");
  if (!passing.includes(0)) return timeOrder;
  const rows = new Uint32Array(timeOrder.length);
  let count = 0;
  for (let i = 0; i < timeOrder.length; i++) {
    const row = timeOrder[i] as number;
    rows[count] = row;
    if (passing[row] !== 0) count++;
  }
  return rows.slice(0, count);
}
