import type { LaneTable, TimeSpan } from "../types.ts";
import type { LaneLayout } from "./lane-layout.ts";
import type { LaneTally } from "./lane-tally.ts";
import { type StandingLanes, standingLanes } from "./lane-window.ts";
import { type LaneRows, type SortedRows, sortRows } from "./sort-rows.ts";

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

/** Lanes laid out in frames that differ in nothing that a lane could see. */
export interface KeptForms {
  /** The lane in a form as it was laid out before, else as `make` lays it out. */
  form(lane: LaneRows, room: number, make: () => LaneLayout): LaneLayout;
  /** `by` names all that forms depend on; where it names anything else than before, all are forgotten. */
  under(by: readonly unknown[]): KeptForms;
}

/** Lanes scrolled past, with their marks. */
const MOST_FORMS = 400;

/** Nothing yet. */
export function createKeptForms(): KeptForms {
  const forms = new Map<number, LaneLayout>();
  let known: readonly unknown[] = [];
  const kept: KeptForms = {
    form(lane, room, make) {
      const key = 16 * lane.code + 2 * room + (lane.rows === null ? 1 : 0);
      const before = forms.get(key);
      if (before !== undefined) return before;
      const made = make();
      if (forms.size >= MOST_FORMS) forms.clear();
      forms.set(key, made);
      return made;
    },
    under(by) {
      if (by.length !== known.length || by.some((one, i) => !Object.is(one, known[i]))) forms.clear();
      known = by;
      return kept;
    },
  };
  return kept;
}
