/**
 * How one side of a bar ends. `cap`: the source gives the bound. `fade`: the bound is approximate.
 * `open`: no bound is meant. `unknown`: there is one, nobody says when. `beyond`: the bar runs on out of view.
 */
export type Edge = "cap" | "fade" | "open" | "unknown" | "beyond";

/** What a mark says of time. `instant`: an exact time of day. `set`: one or all of several dates. */
export type GlyphKind = "instant" | "within" | "throughout" | "series" | "ongoing" | "set";

/** Who vouches: happened and disputed are `solid`, alleged `dashed`, planned `hollow`, cancelled and retracted `struck`. */
export type Outline = "solid" | "dashed" | "hollow" | "struck";

/** One reading of a date, in time: half-open UTC milliseconds, infinite where unbounded, core NaN where empty. */
export interface Reading {
  readonly startMs: number;
  readonly endMs: number;
  readonly coreStartMs: number;
  readonly coreEndMs: number;
  readonly start: Edge;
  readonly end: Edge;
  readonly uncertain: boolean;
  readonly kind: GlyphKind;
  /** Who says so; null for the record's own reading. */
  readonly by: string | null;
  /** Members of a set, in time order; empty otherwise. */
  readonly members: readonly (readonly [startMs: number, endMs: number])[];
  /** Every member of the set happened (`{a,b}`), not one of them (`[a,b]`). */
  readonly all: boolean;
}

/** A record as the time axis sees it, before any pixel. */
export interface TimeGlyph {
  readonly row: number;
  readonly kind: GlyphKind;
  readonly outline: Outline;
  /** At least one; more than one when the date is disputed. */
  readonly readings: readonly Reading[];
  /** Happenings of a series; 0 = several, number not given; 1 otherwise. */
  readonly count: number;
  readonly countAtLeast: boolean;
}
