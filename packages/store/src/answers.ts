import type { HeadlineRule } from "@whenwhere/model";

/**
 * Exact counts of rows. Laws: `certain + possible = shown`, `shown <= total`;
 * `undated` and `unplaced` count rows among `shown`. A row is certain when it passes every clause for sure;
 * undated rows are possible in every window.
 */
export interface Counts {
  readonly shown: number;
  readonly total: number;
  readonly certain: number;
  readonly possible: number;
  readonly undated: number;
  readonly unplaced: number;
}

/** One value of a facet with its counts under all clauses but the facet's own. The value "" counts rows that state none. */
export interface FacetCount {
  readonly value: string;
  readonly certain: number;
  readonly possible: number;
  /** The value is switched on by a clause of this field. */
  readonly active: boolean;
}

/**
 * Figures of some rows, added up. Unknown is not zero: rows without a number are counted apart, and "at least 12" has no
 * upper end. Law: low <= value, and low <= high.
 */
export interface FigureSum {
  /** Rows with a number. */
  readonly rows: number;
  /** Rows for which nobody gave one. */
  readonly unknown: number;
  /** Rows, among `rows`, of which only a lower bound is known; they add it to `high`, which is then a lower bound as well. */
  readonly openEnded: number;
  /** Sum of the numbers that the rule chooses; where it finds none among those given, the least of them. */
  readonly value: number;
  /** Sums of the least and the greatest number that any speaker allows. */
  readonly low: number;
  readonly high: number;
}

/** One measure over the shown rows. Law: `rows + unknown` of each part are the certain and the possible rows of `count()`. */
export interface FigureTotal {
  readonly measure: string;
  readonly rule: HeadlineRule;
  readonly certain: FigureSum;
  readonly possible: FigureSum;
}

/** A row that some clause leaves out, in the answer of `standing`. */
export const HIDDEN = 0;
/** A row that may pass: its date or place is not known well enough to say. */
export const POSSIBLE = 1;
/** A row that passes whatever is not known of it. Law: certain + possible = shown. */
export const CERTAIN = 2;

/**
 * How each row stands, kept up to date by whoever asks for it. Shared: read, and keep only to tell whether the next answer is the
 * same object; `version` counts its changes.
 */
export interface Standing {
  /** HIDDEN, POSSIBLE or CERTAIN by row. */
  readonly states: Uint8Array;
  readonly version: number;
  /**
   * What stands otherwise since that version of this object, change by change: a row may be in several. Null when that is not
   * known: then every row may. A moved window costs one entry per row that its edges crossed.
   */
  changesSince(version: number): readonly StandingChange[] | null;
}

/** Rows that one change of the filter let stand otherwise, each once. Windows on buffers that later changes write over. */
export interface StandingChange {
  readonly rows: Uint32Array;
  /** The place of each in the store's `timeOrder`: whatever is kept in that order is read nearly in a sweep, and not all over memory. */
  readonly ranks: Uint32Array;
}

/** Bins of time: `edgesMs` has n + 1 rising entries. Law: the sums over bins + before + after + undated = shown rows. */
export interface Histogram {
  readonly edgesMs: Float64Array;
  /** Rows that surely pass and lie surely inside the bin. */
  readonly certain: Float64Array;
  /** Shares of rows spread uniformly over their outer span (rows of `certain` are not in here). */
  readonly spread: Float64Array;
  readonly before: number;
  readonly after: number;
  readonly undated: number;
}

/** A box of degrees. East < west = across the antimeridian. */
export interface CellBounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Which cells to count. */
export interface CellQuery {
  /** The world is 2^zoom by 2^zoom cells, from 0 to 16. */
  readonly zoom: number;
  /** Only cells that touch this box; default: the world. Cells are counted whole, so that panning changes no number. */
  readonly bounds?: CellBounds;
  /** Leave out the clause of this source. */
  readonly except?: string;
  /** Ask for this window (half-open, UTC ms) in place of the window clauses: for steps of a player, or a look ahead. */
  readonly window?: { readonly startMs: number; readonly endMs: number };
}

/**
 * Exact counts of rows by cell of the Web Mercator quadtree (x from the west, y from the north), by the point of each row,
 * whatever its radius. Cells without shown rows are left out. Law: over the world, certain + possible of all cells +
 * `unlocated` = shown rows.
 */
export interface Cells {
  readonly zoom: number;
  readonly length: number;
  readonly x: Uint32Array;
  readonly y: Uint32Array;
  /** Middle of all rows of the cell, shown or not, in degrees: it stays where it is while filters change. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly certain: Uint32Array;
  readonly possible: Uint32Array;
  /** Shown rows without coordinates, wherever the bounds are. */
  readonly unlocated: number;
}
