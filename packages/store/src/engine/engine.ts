import type { AbortSignalLike, Incident, PlacePrecision } from "@whenwhere/model";
import type { CellBounds, Cells, Clause, Counts } from "../types.ts";

/**
 * The questions of the views, asked of whatever holds the rows: this thread's memory, a worker, a database. Plain data in,
 * plain data out, so that a question can cross to another thread or machine.
 *
 * Every call may be cancelled by its `signal`, and every answer says how good it is ({@link AnswerQuality}). Laws, for every
 * engine and every answer that is `exact` and not `partial`: the numbers are those that a {@link Store} of the same rows
 * under the same clauses gives; certain + possible = shown.
 *
 * Calls reject with a `WhenWhereError`: `engine/query` for a question that cannot be asked, `engine/aborted`,
 * `engine/superseded` when a newer question of the same `key` has taken its place, `engine/destroyed`; engines of other
 * places add their own codes.
 */
export interface Engine {
  describe(options?: AskOptions): Promise<EngineDescription & AnswerQuality>;
  /** How many rows pass. With `by`, also each value of a field; a row of several values counts under each. */
  count(query: CountQuery, options?: AskOptions): Promise<CountAnswer & AnswerQuality>;
  /** Lanes by bins of time, as `Store.histogram` makes each lane. */
  histogram(query: HistogramQuery, options?: AskOptions): Promise<HistogramAnswer & AnswerQuality>;
  /** Cells of a map, as `Store.cells` counts them. */
  bins(query: BinsQuery, options?: AskOptions): Promise<Cells & AnswerQuality>;
  /** All that a brush over a time axis needs, so that no step of the hand asks the engine: see `brushCube`. */
  cube(query: CubeQuery, options?: AskOptions): Promise<Cube & AnswerQuality>;
  /** Records in order, a page at a time. */
  page(query: PageQuery, options?: AskOptions): Promise<Page & AnswerQuality>;
  /** One record with its accounts; null when there is none of that id. */
  record(id: string, options?: AskOptions): Promise<{ readonly incident: Incident | null } & AnswerQuality>;
  /** A Mapbox vector tile of the rows that pass, where `describe().features.tile` says so. */
  tile?(query: TileQuery, options?: AskOptions): Promise<{ readonly bytes: Uint8Array } & AnswerQuality>;
  /** Calls back whenever answers may have changed. Returns its own undo. */
  subscribe?(listener: () => void): () => void;
  /** Rejects what is pending and lets go of what the engine holds. */
  destroy(): void;
}

/** How a question is asked. */
export interface AskOptions {
  readonly signal?: AbortSignalLike | undefined;
  /**
   * Latest wins: a question of the same method and key that still waits is given up for this one and rejects with
   * `engine/superseded`. Without a key every question is answered.
   */
  readonly key?: string | undefined;
}

/** What every answer says of itself; a page shows what is not exact or not whole. */
export interface AnswerQuality {
  /** The numbers are counted, not estimated or sampled. */
  readonly exact: boolean;
  /** Some rows were out of reach, such as those of a shard that is down. */
  readonly partial: boolean;
  /** When the rows were as the answer says: an ISO 8601 instant. Null when the engine does not know. */
  readonly asOf: string | null;
}

/** Joined by AND, one a source. A view that skips its own clause leaves it out of the list. */
export interface EngineQuery {
  readonly clauses: readonly Clause[];
}

/** What an engine holds, and what it can do. */
export interface EngineDescription {
  /** `memory`, `worker`, `duckdb` ... */
  readonly name: string;
  readonly rows: number;
  /** Hull of all finite bounds; null when every row is undated. */
  readonly extentMs: readonly [startMs: number, endMs: number] | null;
  /** Box of all coordinates, not taken across the antimeridian; null when no row has any. */
  readonly bounds: CellBounds | null;
  /** Fields that can be counted by, with the number of their values. */
  readonly fields: readonly { readonly name: string; readonly values: number }[];
  /** Rows by class of place. */
  readonly precisions: Readonly<Partial<Record<PlacePrecision, number>>>;
  readonly features: { readonly tile: boolean; readonly subscribe: boolean };
  /** Where the questions are answered. */
  readonly runsOn: "main" | "worker" | "remote";
  /** Said to the reader: why a worker is not used, what a server leaves out. */
  readonly note: string | null;
}

/** How many rows pass; with `by`, also for each value of that field. */
export interface CountQuery extends EngineQuery {
  readonly by?: string;
}

/** The counts, and those of the groups that were asked for. */
export interface CountAnswer extends Counts {
  /** Values of `by`, most rows first, then by name; the value "" counts rows that state none. Empty without `by`. */
  readonly groups: readonly { readonly value: string; readonly certain: number; readonly possible: number }[];
}

/** Counts over time, as {@link HistogramAnswer} has them. */
export interface HistogramQuery extends EngineQuery {
  /** n + 1 rising instants for n bins. */
  readonly edgesMs: readonly number[] | Float64Array;
  /** A lane for each value of this field, in the order of `values`; without it, one lane of all rows. */
  readonly lanes?: { readonly field: string; readonly values: readonly string[] };
}

/** Bin b of lane l stands at l * bins + b. Law: the sums of a lane's bins, before, after and undated = its shown rows. */
export interface HistogramAnswer {
  readonly edgesMs: Float64Array;
  readonly lanes: readonly string[];
  readonly certain: Float64Array;
  readonly spread: Float64Array;
  /** One number a lane. */
  readonly before: Float64Array;
  readonly after: Float64Array;
  readonly undated: Float64Array;
}

/** Counts by cell of the Web Mercator quadtree at a zoom, as `Cells` has them. */
export interface BinsQuery extends EngineQuery {
  readonly zoom: number;
  readonly bounds?: CellBounds;
}

/** What the rows of a cube are counted by: nothing, the values of a field, or the cells of a map. */
export type CubeGroups =
  | { readonly kind: "all" }
  | { readonly kind: "field"; readonly field: string }
  | { readonly kind: "cells"; readonly zoom: number; readonly bounds?: CellBounds };

/** `clauses` are all but the brush's own. */
export interface CubeQuery extends EngineQuery {
  /** n + 1 rising instants: where an edge of the brush can stand, such as one a pixel. At most 65,534. */
  readonly edgesMs: readonly number[] | Float64Array;
  readonly groups: CubeGroups;
}

/**
 * Rows that no brush on these edges can tell apart, each sort once with its number. Places on the axis are counts of
 * edges: `start` = edges at or before the start of the outer span, `end` = edges before its end, the same for the core
 * (both 0: no core). So a brush from edge a to edge b touches a span when start <= b and end > a, and holds it when
 * start > a and end <= b: exact, whatever the edges are.
 */
export interface Cube {
  readonly edgesMs: Float64Array;
  /** Values of the field, or x and y of each cell one after the other in `cells`; one group without a name for `all`. */
  readonly values: readonly string[];
  readonly cells: Uint32Array;
  readonly groupCount: number;
  readonly length: number;
  readonly group: Uint32Array;
  readonly start: Uint16Array;
  readonly end: Uint16Array;
  readonly coreStart: Uint16Array;
  readonly coreEnd: Uint16Array;
  /** Bits of `CUBE_BITS`. */
  readonly bits: Uint8Array;
  readonly rows: Uint32Array;
}

/** Records one page after the other, by a key that stays when rows come or go. */
export interface PageQuery extends EngineQuery {
  /**
   * `time` = rising outer start, then rising id (by UTF-16 units), undated rows last by id; `-time` the other way round.
   */
  readonly order?: "time" | "-time";
  /** `next` of the page before, of the same clauses and order. */
  readonly after?: string | undefined;
  /** From 1 to 10,000; default 100. */
  readonly limit?: number;
}

/** Some records in the order that was asked for. Law: `records` and `certain` are of one length. */
export interface Page {
  readonly records: readonly Incident[];
  /** Whether each record passes for sure. */
  readonly certain: readonly boolean[];
  /** Null on the last page. Names the last record, so that rows that come or go meanwhile shift nothing. */
  readonly next: string | null;
}

/** A tile of the Web Mercator quadtree, `x` from the west and `y` from the north. */
export interface TileQuery extends EngineQuery {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}
