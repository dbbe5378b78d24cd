import type { LaneTable, SceneStore, TimeSpan } from "./types.ts";

/** Rows of one lane that touch the view, in time order. */
export interface LaneRows {
  readonly code: number;
  readonly visible: readonly number[];
  /** In view, out of view and undated ones do not count here twice: dated rows of the lane that pass. */
  readonly shown: number;
}

/** All rows that pass the other views' clauses, sorted into lanes. Law: `visible + before + after + undated.length === shown`. */
export interface SortedRows {
  readonly lanes: readonly LaneRows[];
  readonly undated: readonly number[];
  readonly visible: number;
  /** Wholly before the view. */
  readonly before: number;
  /** Wholly after the view. */
  readonly after: number;
  readonly shown: number;
}

/** A row is outside when its outer span does not touch the view; unbounded sides always reach it. Cost O(n). */
export function sortRows(store: SceneStore, lanes: LaneTable, view: TimeSpan): SortedRows {
  const passing = store.passing("timeline");
  const { outerStartMs, outerEndMs } = store.columns;
  const visible: number[][] = lanes.values.map(() => []);
  const shown = new Uint32Array(lanes.values.length);
  const undated: number[] = [];
  let before = 0;
  let after = 0;
  let total = 0;
  let inView = 0;
  for (const row of store.timeOrder) {
    if (passing[row] === 0) continue;
    total++;
    const startMs = outerStartMs[row] as number;
    if (Number.isNaN(startMs)) {
      undated.push(row);
      continue;
    }
    const lane = lanes.codes[row] as number;
    shown[lane] = (shown[lane] as number) + 1;
    if (startMs >= view.endMs) after++;
    else if ((outerEndMs[row] as number) <= view.startMs) before++;
    else {
      inView++;
      visible[lane]?.push(row);
    }
  }
  const kept = lanes.order.filter((code) => (shown[code] as number) > 0);
  return {
    lanes: kept.map((code) => ({ code, visible: visible[code] as number[], shown: shown[code] as number })),
    undated,
    visible: inView,
    before,
    after,
    shown: total,
  };
}
