import { codeAfter, codeFrom, NO_CODE, TIME_TRAITS, type TimeCodes } from "../columns/time-codes.ts";
import type { Tally } from "../filter/move-batch.ts";
import type { TimeWindow } from "../filter/time-index.ts";
import { CERTAIN, HIDDEN } from "../types.ts";
import { type CellGrid, NO_CELL } from "./cell-grid.ts";
import { type CellList, cellListOf, countBefore, countBeforeNear } from "./cell-list.ts";
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

/** Codes of the edges of a window: of the first instant at or after them, and of the first after them. */
interface Edges {
  readonly atStart: number;
  readonly afterStart: number;
  readonly atEnd: number;
  readonly afterEnd: number;
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
    const possible = undated.slice();
    const certain = new Uint32Array(possible.length);
    if (!(window.startMs < window.endMs)) return { certain, possible };
    const edges = edgesOf(this.#times, window);
    const isClosed = Number.isFinite(window.startMs) && Number.isFinite(window.endMs);
    for (const [group, bounds] of outer.entries()) {
      if (bounds === null) continue;
      const isAdded = group === GROUPS.plain || (group === GROUPS.open && !isClosed);
      addGroup({ shown: possible, inside: isAdded ? certain : null }, bounds, edges);
      if (group === GROUPS.solid) addGroup({ shown: certain, inside: null }, bounds, edges);
    }
    if (core !== null) addGroup({ shown: certain, inside: null }, core, edges);
    if (isClosed) {
      plain.visit(edges.atStart, edges.afterEnd, (rank) => {
        const cell = cellIn(this.#grid, rank);
        certain[cell] = (certain[cell] as number) + 1;
      });
    }
    for (let cell = 0; cell < possible.length; cell++) {
      possible[cell] = (possible[cell] as number) - (certain[cell] as number);
    }
    return { certain, possible };
  }
}

function edgesOf({ instantsMs }: TimeCodes, { startMs, endMs }: TimeWindow): Edges {
  return {
    atStart: codeFrom(instantsMs, startMs),
    afterStart: codeAfter(instantsMs, startMs),
    atEnd: codeFrom(instantsMs, endMs),
    afterEnd: codeAfter(instantsMs, endMs),
  };
}

interface GroupSums {
  /** Gets the rows that overlap the window. */
  readonly shown: Uint32Array;
  /** Gets the rows inside it, less those that span all of it; wraps below zero until these are added. */
  readonly inside: Uint32Array | null;
}

function addGroup({ shown, inside }: GroupSums, { start, end }: Bounds, edges: Edges): void {
  for (let cell = 0; cell < shown.length; cell++) {
    if (start.offsets[cell] === start.offsets[cell + 1]) continue;
    const startedBefore = countBefore(start, cell, edges.atStart);
    const startedBeforeEnd = countBefore(start, cell, edges.atEnd);
    const ended = countBeforeNear(end, cell, { code: edges.afterStart, guess: startedBefore });
    shown[cell] = (shown[cell] as number) + startedBeforeEnd - ended;
    if (inside === null) continue;
    const endedInside = countBeforeNear(end, cell, { code: edges.afterEnd, guess: startedBeforeEnd });
    inside[cell] = (inside[cell] as number) + endedInside - startedBefore;
  }
}

function cellIn(grid: CellGrid, rank: number): number {
  const cell = grid.cellOf[rank] as number;
  return cell === NO_CELL ? grid.length : cell;
}

function indexOf(times: TimeCodes, grid: CellGrid, standing: Uint8Array): Index {
  const { outer, core, orders, datedCount } = times;
  const length = grid.length + 1;
  const groups = groupsOf(times, standing);
  const sizes = new Uint32Array(UNLISTED + 1);
  for (let rank = 0; rank < groups.length; rank++)
    sizes[groups[rank] as number] = (sizes[groups[rank] as number] as number) + 1;
  const byEnd = orders[0]?.ranks ?? new Uint32Array(0);
  const listOf = (codes: Uint32Array, group: number, side: 0 | 1): CellList => {
    const ranks = new Uint32Array(sizes[group] as number);
    for (let i = 0, count = 0; i < datedCount; i++) {
      const rank = side === 0 ? i : (byEnd[i] as number);
      if (groups[rank] === group) ranks[count++] = rank;
    }
    const cells = new Uint32Array(ranks.length);
    for (let i = 0; i < cells.length; i++) cells[i] = cellIn(grid, ranks[i] as number);
    return cellListOf({ length, ranks, cells, codes, side, limit: times.instantsMs.length });
  };
  const boundsOf = (codes: Uint32Array, group: number): Bounds | null =>
    sizes[group] === 0 ? null : { start: listOf(codes, group, 0), end: listOf(codes, group, 1) };
  const undated = new Uint32Array(length);
  for (let rank = datedCount; rank < standing.length; rank++) {
    if (standing[rank] === HIDDEN) continue;
    const cell = cellIn(grid, rank);
    undated[cell] = (undated[cell] as number) + 1;
  }
  const plainRanks = new Uint32Array(sizes[GROUPS.plain] as number);
  for (let rank = 0, count = 0; rank < datedCount; rank++)
    if (groups[rank] === GROUPS.plain) plainRanks[count++] = rank;
  return {
    outer: Object.values(GROUPS).map((group) => boundsOf(outer, group)),
    core: core === null ? null : boundsOf(core, GROUPS.cored),
    undated,
    plain: new SpanCeiling(plainRanks, outer),
  };
}

function groupsOf({ outer, instantsMs, traits }: TimeCodes, standing: Uint8Array): Uint8Array {
  const groups = new Uint8Array(standing.length).fill(UNLISTED);
  const isOpenAt = (code: number): boolean => !Number.isFinite(instantsMs[code] as number);
  for (let rank = 0; rank < standing.length; rank++) {
    const start = outer[2 * rank] as number;
    if (standing[rank] === HIDDEN || start === NO_CODE) continue;
    const bits = traits[rank] as number;
    if (standing[rank] !== CERTAIN) groups[rank] = GROUPS.doubtful;
    else if ((bits & TIME_TRAITS.coreIsOuter) !== 0) groups[rank] = GROUPS.solid;
    else if ((bits & TIME_TRAITS.ownCore) !== 0) groups[rank] = GROUPS.cored;
    else if ((bits & TIME_TRAITS.sure) === 0) groups[rank] = GROUPS.doubtful;
    else groups[rank] = isOpenAt(start) || isOpenAt(outer[2 * rank + 1] as number) ? GROUPS.open : GROUPS.plain;
  }
  return groups;
}
