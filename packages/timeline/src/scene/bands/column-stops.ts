import type { FoldColumn, LaneBox, TimelineScene } from "../types.ts";

/** A column that the keyboard stands on, by lane and time: it outlives the scenes in which it is drawn. */
export interface ColumnStop {
  readonly code: number;
  readonly startMs: number;
  readonly endMs: number;
}

/** The stop of a column. */
export function stopOf(scene: Pick<TimelineScene, "lanes">, column: FoldColumn): ColumnStop {
  const { startMs, endMs } = column;
  return { code: (scene.lanes[column.lane] as LaneBox).code, startMs, endMs };
}

/** The column of a stop; where the columns are others now, the one that holds its start, or the nearest. Null without any. */
export function columnAt(scene: Pick<TimelineScene, "lanes">, stop: ColumnStop): FoldColumn | null {
  const lane = scene.lanes.find(({ code }) => code === stop.code);
  return lane === undefined ? null : nearest(lane, stop.startMs);
}

/** The first column in view of the first lane that is drawn as a band; null where every lane shows its records. */
export function firstColumn(scene: Pick<TimelineScene, "lanes">): FoldColumn | null {
  return scene.lanes.find(isBand)?.columns[0] ?? null;
}

/** The column some steps further on in its lane; null past the last one in view. */
export function nextColumn(scene: Pick<TimelineScene, "lanes">, column: FoldColumn, steps: number): FoldColumn | null {
  const columns = scene.lanes[column.lane]?.columns ?? [];
  const at = columns.findIndex(({ startMs }) => startMs === column.startMs);
  return columns[at + steps] ?? null;
}

/** The nearest column in time in the next band (`1`) or the previous one (`-1`); the same one at the ends. */
export function columnInLane(scene: Pick<TimelineScene, "lanes">, column: FoldColumn, step: 1 | -1): FoldColumn {
  for (let i = column.lane + step; i >= 0 && i < scene.lanes.length; i += step) {
    const lane = scene.lanes[i] as LaneBox;
    if (isBand(lane)) return nearest(lane, column.startMs) ?? column;
  }
  return column;
}

/** Lanes whose records have no marks of their own to walk. */
function isBand(lane: LaneBox): boolean {
  return lane.level === "density" && lane.columns.length > 0;
}

function nearest(lane: LaneBox, ms: number): FoldColumn | null {
  const away = ({ startMs, endMs }: FoldColumn): number => Math.max(startMs - ms, ms - endMs + 1, 0);
  return lane.columns.reduce<FoldColumn | null>(
    (best, column) => (best === null || away(column) < away(best) ? column : best),
    null,
  );
}
