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
  const passing = store.passing("timeline");
  const rows = store.timeOrder.filter((row) => passing[row] !== 0);
  const places = new Int32Array(store.columns.length).fill(-1);
  rows.forEach((row, place) => {
    places[row] = place;
  });
  const undatedLane = lanes.values.length;
  const { outerStartMs, outerEndMs } = store.columns;
  const laneOf = (row: number): number =>
    Number.isNaN(outerStartMs[row] as number) ? undatedLane : (lanes.codes[row] as number);
  const anchorMs = (row: number): number => {
    const startMs = outerStartMs[row] as number;
    return Number.isFinite(startMs) ? startMs : (outerEndMs[row] as number);
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
    indexOf: (row) => (row >= 0 && row < places.length ? (places[row] as number) : -1),
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
