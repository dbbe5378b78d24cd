import { codeAfter, codeFrom, NO_CODE, TIME_TRAITS, type TimeCodes } from "../columns/time-codes.ts";
import type { Tally } from "../filter/move-batch.ts";
import type { TimeWindow } from "../filter/time-index.ts";
import { CERTAIN, HIDDEN } from "../types.ts";
import { type CellGrid, NO_CELL } from "./cell-grid.ts";
import { type CellList, cellListOf, countBefore } from "./cell-list.ts";
import { SpanCeiling } from "./span-ceiling.ts";

/** Certain and possible rows by cell. The entry after the last cell is for rows without coordinates. */
export interface WindowCellCounts {
  readonly certain: Uint32Array;
  readonly possible: Uint32Array;
}

/** How the standing of a row in a window follows from its codes. */
const GROUPS = {
  /** Never certain in a window: marked uncertain, or only possible for another reason. */
  doubtful: 0,
  /** Certain as soon as it overlaps: the core is the outer span. */
  solid: 1,
  /** Certain inside the window. */
  plain: 2,
  /** The same, with an infinite side: inside windows with an infinite edge only. */
  open: 3,
  /** Certain where its own core overlaps. */
  cored: 4,
} as const;

const UNLISTED = 255;

interface Bounds {
  readonly start: CellList;
  readonly end: CellList;
}

interface Index {
  /** Outer bounds by group; null for a group without rows. */
  readonly outer: readonly (Bounds | null)[];
  readonly core: Bounds | null;
  readonly undated: Uint32Array;
  readonly plain: SpanCeiling;
}

/**
 * Rows of a view, counted by cell for any window without asking a row: `starts before the end - ends before the start`
 * overlap it, and `ends inside - starts before it + spans all of it` lie in it. Exact; the index is made at the first
 * question and again after a row of the view has moved.
 *
 * Cost: a handful of halvings a cell, and one step for each row that spans the whole window.
 */
export class WindowCells implements Tally {
  readonly #times: TimeCodes;
  readonly #grid: CellGrid;
  readonly #standing: Uint8Array;
  #index: Index | null = null;

  constructor(times: TimeCodes, grid: CellGrid, standing: Uint8Array) {
    this.#times = times;
    this.#grid = grid;
    this.#standing = standing;
  }

  take(): void {
    this.#index = null;
  }

  count(window: TimeWindow): WindowCellCounts {
    this.#index ??= indexOf(this.#times, this.#grid, this.#standing);
    const { outer, core, undated, plain } = this.#index;
    const cells = this.#grid.length + 1;
    const possible = undated.slice();
    const certain = new Uint32Array(cells);
    if (!(window.startMs < window.endMs)) return { certain, possible };
    const { instantsMs } = this.#times;
    const atStart = codeFrom(instantsMs, window.startMs);
    const afterStart = codeAfter(instantsMs, window.startMs);
    const atEnd = codeFrom(instantsMs, window.endMs);
    const afterEnd = codeAfter(instantsMs, window.endMs);
    const isClosed = Number.isFinite(window.startMs) && Number.isFinite(window.endMs);
    for (const [group, bounds] of outer.entries()) {
      if (bounds === null) continue;
      addOverlaps(possible, bounds, [afterStart, atEnd]);
      if (group === GROUPS.solid) addOverlaps(certain, bounds, [afterStart, atEnd]);
      if (group === GROUPS.plain || (group === GROUPS.open && !isClosed))
        addInsides(certain, bounds, [atStart, afterEnd]);
    }
    if (core !== null) addOverlaps(certain, core, [afterStart, atEnd]);
    if (isClosed) {
      plain.visit(atStart, afterEnd, (row) => {
        const cell = cellIn(this.#grid, row);
        certain[cell] = (certain[cell] as number) + 1;
      });
    }
    for (let cell = 0; cell < cells; cell++) possible[cell] = (possible[cell] as number) - (certain[cell] as number);
    return { certain, possible };
  }
}

type Codes = readonly [start: number, end: number];

function addOverlaps(sums: Uint32Array, { start, end }: Bounds, [afterStart, atEnd]: Codes): void {
  for (let cell = 0; cell < sums.length; cell++) {
    sums[cell] = (sums[cell] as number) + countBefore(start, cell, atEnd) - countBefore(end, cell, afterStart);
  }
}

/** Short by the rows that span the whole window: those are taken away twice. Wraps below zero until they are added. */
function addInsides(sums: Uint32Array, { start, end }: Bounds, [atStart, afterEnd]: Codes): void {
  for (let cell = 0; cell < sums.length; cell++) {
    sums[cell] = (sums[cell] as number) + countBefore(end, cell, afterEnd) - countBefore(start, cell, atStart);
  }
}

function cellIn(grid: CellGrid, row: number): number {
  const cell = grid.cellOf[row] as number;
  return cell === NO_CELL ? grid.length : cell;
}

function indexOf(times: TimeCodes, grid: CellGrid, standing: Uint8Array): Index {
  const { outer, core, orders } = times;
  const cells = grid.length + 1;
  const groups = groupsOf(times, standing);
  const cellOf = (row: number): number => cellIn(grid, row);
  const [byStart, byEnd] = [orders[0]?.rows ?? new Uint32Array(0), orders[1]?.rows ?? new Uint32Array(0)];
  const boundsOf = (codes: Uint32Array, group: number): Bounds => {
    const shared = { cells, cellOf, isWanted: (row: number) => groups[row] === group };
    return {
      start: cellListOf({ ...shared, rows: byStart, codeOf: (row) => codes[2 * row] as number }),
      end: cellListOf({ ...shared, rows: byEnd, codeOf: (row) => codes[2 * row + 1] as number }),
    };
  };
  const present = new Set(groups);
  const undated = new Uint32Array(cells);
  for (let row = 0; row < standing.length; row++) {
    if (standing[row] === HIDDEN || outer[2 * row] !== NO_CODE) continue;
    const cell = cellOf(row);
    undated[cell] = (undated[cell] as number) + 1;
  }
  const plainRows = byStart.filter((row) => groups[row] === GROUPS.plain);
  return {
    outer: Object.values(GROUPS).map((group) => (present.has(group) ? boundsOf(outer, group) : null)),
    core: core !== null && present.has(GROUPS.cored) ? boundsOf(core, GROUPS.cored) : null,
    undated,
    plain: new SpanCeiling(
      plainRows,
      (row) => outer[2 * row] as number,
      (row) => outer[2 * row + 1] as number,
    ),
  };
}

function groupsOf({ outer, instantsMs, traits }: TimeCodes, standing: Uint8Array): Uint8Array {
  const groups = new Uint8Array(standing.length).fill(UNLISTED);
  const isOpenAt = (code: number): boolean => !Number.isFinite(instantsMs[code] as number);
  for (let row = 0; row < standing.length; row++) {
    const start = outer[2 * row] as number;
    if (standing[row] === HIDDEN || start === NO_CODE) continue;
    const bits = traits[row] as number;
    if (standing[row] !== CERTAIN) groups[row] = GROUPS.doubtful;
    else if ((bits & TIME_TRAITS.coreIsOuter) !== 0) groups[row] = GROUPS.solid;
    else if ((bits & TIME_TRAITS.ownCore) !== 0) groups[row] = GROUPS.cored;
    else if ((bits & TIME_TRAITS.sure) === 0) groups[row] = GROUPS.doubtful;
    else groups[row] = isOpenAt(start) || isOpenAt(outer[2 * row + 1] as number) ? GROUPS.open : GROUPS.plain;
  }
  return groups;
}
