import type { LaneBins } from "@whenwhere/store";

/** Boxes of one colour (x, y, width and height, one after the other), standing on whole pixels across. */
export interface BandPart {
  readonly boxes: Float32Array;
  readonly fill: string;
  readonly alpha: number;
}

/** Neighbouring columns of one lane and one step, counted once and painted once for a zoom level. */
export interface BandTile {
  readonly bins: LaneBins;
  /** Height of its highest column, in records. */
  readonly peak: number;
  /** The first of the columns that surely hold most records; -1 where none holds any. */
  readonly highest: number;
  /** Columns that surely hold records, and those that possibly do. */
  readonly surely: number;
  readonly possibly: number;
  /** Strokes of the zoom level and height that they were asked for last; a tile is drawn far more often than it changes. */
  painted: PaintedTile | null;
}

/** What a tile was painted as, and for which look. */
export interface PaintedTile {
  readonly look: BandLook;
  readonly parts: readonly BandPart[];
}

/** How a lane's columns are drawn: the same for all tiles in view, and, while panning, from frame to frame. */
export interface BandLook {
  /** See {@link steadyPxPerMs}. */
  readonly pxPerMs: number;
  readonly unitPx: number;
  readonly baseY: number;
  readonly sure: string;
  readonly possible: string;
}

/** Tiles of a lane that touch the view. */
export interface LaneBand {
  readonly tiles: readonly BandTile[];
  /** The column with most records in it among those that touch the view; null where none holds any. */
  readonly highest: HighestColumn | null;
}

/** See `FoldColumn`. */
export interface HighestColumn {
  readonly startMs: number;
  readonly endMs: number;
  readonly inside: number;
  readonly spread: number;
}
