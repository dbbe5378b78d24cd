import type { LaneTable, TimeSpan } from "../types.ts";
import type { LaneTally } from "./lane-tally.ts";
import { type StandingLanes, standingLanes } from "./lane-window.ts";
import { type SortedRows, sortRows } from "./sort-rows.ts";

/** What the last frame found of its lanes. A scroll, a hover and a focus change none of it. */
export interface KeptLanes {
  readonly tally: LaneTally;
  readonly turn: number;
  readonly table: LaneTable;
  readonly view: TimeSpan;
  readonly sorted: SortedRows;
  readonly standing: StandingLanes;
}

/** Rows sorted into lanes, and the lines that stand: those of the last frame where view, lanes and filters are the same. Cost else: a few searches a lane. */
export function sortedLanes(
  of: { readonly tally: LaneTally; readonly table: LaneTable; readonly view: TimeSpan },
  kept: { lanes: KeptLanes | null } | undefined,
): KeptLanes {
  const { tally, table, view } = of;
  const known = kept?.lanes;
  const isSame = known?.tally === tally && known.turn === tally.turn && known.table === table;
  if (isSame && known.view.startMs === view.startMs && known.view.endMs === view.endMs) return known;
  const sorted = sortRows(tally.index, table, view);
  const made = { tally, turn: tally.turn, table, view, sorted, standing: standingLanes(sorted, table) };
  if (kept !== undefined) kept.lanes = made;
  return made;
}
