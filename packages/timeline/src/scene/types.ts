import type { Store } from "@whenwhere/store";
import type { MarkShape } from "@whenwhere/view/pure";
import type { LaneBand } from "./bands/band-types.ts";
import type { Edge, GlyphKind, Outline } from "./marks/glyph-types.ts";
import type { NoteBox, SceneLinks } from "./overlays/overlay-types.ts";
import type { Box, Layer } from "./paint/paint-types.ts";

export type * from "./marks/glyph-types.ts";
export type * from "./paint/paint-types.ts";

/** One bar of a mark. Fades lie inside the bar. Law: `startFadePx + endFadePx <= widthPx`. */
export interface MarkBar extends Box {
  readonly start: Edge;
  readonly end: Edge;
  readonly startFadePx: number;
  readonly endFadePx: number;
  /** Alpha of the wash, 0 for a hollow bar. */
  readonly alpha: number;
  /** Solid part inside a wash (when an ongoing happening was stated), or null. */
  readonly stated: readonly [xPx: number, widthPx: number] | null;
  /** X of the ticks of a series. Evenly spread: they are a number, not dates. */
  readonly ticksPx: readonly number[];
  readonly by: string | null;
  /** Row of the packing, from 0, counted from the first row of the mark. */
  readonly line: number;
}

/** Words beside or inside a mark. `text` may be shortened; then `full` differs. */
export interface MarkLabel extends Box {
  readonly text: string;
  readonly full: string;
  readonly place: "inside" | "end" | "start" | "undated";
  readonly rtl: boolean;
}

/** One record that is drawn on its own. */
export interface TimeMark extends Box {
  readonly row: number;
  readonly id: string;
  readonly lane: number;
  readonly kind: GlyphKind;
  /** `shape` where the doubt is narrower than 4.5 px. */
  readonly form: "shape" | "bar" | "undated";
  /** Ends of the headline reading as drawn. */
  readonly edges: { readonly start: Edge; readonly end: Edge };
  readonly outline: Outline;
  readonly uncertain: boolean;
  /** Alpha of the headline reading's fill. */
  readonly alpha: number;
  /** Pixels of the whole doubt, also where it runs out of view; NaN where it has no bound. */
  readonly spanPx: number;
  readonly bars: readonly MarkBar[];
  readonly style: MarkStyle;
  readonly countText: string | null;
  /** Side of the bracket that joins rival readings, along the time axis; `inside`: their speakers stand in the bars. */
  readonly bracket: "start" | "end" | "inside";
  readonly label: MarkLabel | null;
  /** Who gives each of the rival readings, where time runs downward and the bracket has no room for words. */
  readonly speakers?: readonly MarkLabel[];
  /** Only possibly inside the window of the brush. */
  readonly possible: boolean;
}

/** Hue and shape of a mark, by token. */
export interface MarkStyle {
  readonly token: string;
  readonly shape: MarkShape;
}

/**
 * Several records of one lane in one column of time. It counts from `startMs` to `endMs`, also where the view cuts it: so its
 * numbers stay the same while the view moves. Law: `inView` over all columns of a lane is at most its folded count.
 */
export interface FoldColumn extends Box {
  readonly lane: number;
  readonly startMs: number;
  readonly endMs: number;
  /** Records that lie wholly in the column. */
  readonly inside: number;
  /** Shares of records that only partly lie here, or only possibly. */
  readonly spread: number;
  /** Records that touch the column: those of `inside` surely, the others possibly. Null where they were not counted. */
  readonly touching: number | null;
  /** Records and shares of the part that the view holds; `inside + spread` where it holds the whole column. */
  readonly inView: number;
}

/** How a lane is drawn. */
export type LaneLevel = "labelled" | "packed" | "stacks" | "density";

/** One lane. `shown` counts its records in and out of view. */
export interface LaneBox extends Box {
  readonly code: number;
  readonly name: string;
  readonly level: LaneLevel;
  readonly shown: number;
  readonly drawn: number;
  readonly folded: number;
  /** Mark beside the name; null where lanes are not categories. */
  readonly style: MarkStyle | null;
  readonly columns: readonly FoldColumn[];
  /** The same columns of very many records as they are painted; null for other lanes. */
  readonly band?: LaneBand | null;
  /** What the full height of a density band stands for, in records; 0 for other levels. */
  readonly peak: number;
}

/** A tick of the axis. Major ones carry the second line. */
export interface AxisTick {
  readonly ms: number;
  readonly xPx: number;
  readonly label: string;
  readonly level: "major" | "minor";
}

/** A change of the clocks in view. `byMs > 0`: put forward. */
export interface AxisChange {
  readonly ms: number;
  readonly byMs: number;
  readonly xPx: number;
  /** "clocks go forward 1 hr". */
  readonly text: string;
}

/** The line of a second calendar. */
export interface AxisLine {
  /** Unicode name, such as `persian`. */
  readonly calendar: string;
  readonly caption: string;
  /** Major ones begin a greater unit of that calendar. */
  readonly ticks: readonly AxisTick[];
}

/** Both lines of ticks, whose they are, and the lines of other calendars below. */
export interface AxisBox {
  readonly yPx: number;
  readonly ticks: readonly AxisTick[];
  readonly caption: string;
  /** "times in Africa/Maputo, UTC+2"; empty where only days of the wall calendar are shown. */
  readonly zone: string;
  /** Where hours or less are shown. */
  readonly changes: readonly AxisChange[];
  readonly lines: readonly AxisLine[];
}

/**
 * Exact counts of the scene. Law: `drawn + folded + undated + outside + scrolled === shown`; over the full extent
 * `outside === 0`, and with all lanes in sight `scrolled === 0`.
 */
export interface SceneCounts {
  /** Records that pass all clauses but the timeline's own. */
  readonly shown: number;
  /** Drawn as a mark of their own. */
  readonly drawn: number;
  /** Counted in a stack or density column. */
  readonly folded: number;
  /** Listed in the "no date given" strip. */
  readonly undated: number;
  /** Wholly before or after the visible span. Law: `before + after === outside`. */
  readonly outside: number;
  readonly before: number;
  readonly after: number;
  /** In the visible span, but in lanes that are out of sight. */
  readonly scrolled: number;
}

/** The strip of all dates with the brush. */
export interface OverviewBox extends Box {
  readonly startMs: number;
  readonly endMs: number;
  /** Inline-start and inline-end edges of the brush frame, in scene pixels (mirrored in RTL). */
  readonly brushPx: readonly [startPx: number, endPx: number];
  readonly brushMs: readonly [startMs: number, endMs: number];
  readonly text: string;
  readonly note: string;
}

/** The line that counts the records out of view, in words. An empty text: none on that side. */
export interface BeyondBox extends Box {
  readonly before: string;
  readonly after: string;
}

/** All that a timeline shows, as plain data. Everything else (pixels, SVG, hits, words) is a function of it. */
export interface TimelineScene {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly dir: "ltr" | "rtl";
  /** Time runs downward and lanes stand side by side; absent = it runs along the lines. */
  readonly orientation?: "vertical";
  readonly view: TimeSpan;
  /** Where time is drawn. */
  readonly plot: Box;
  readonly headers: "side" | "above";
  readonly lanes: readonly LaneBox[];
  readonly marks: readonly TimeMark[];
  /** Heads of the lanes and of their groups, in the order in which they stand. */
  readonly heads: readonly LaneHead[];
  /** All records that pass, as one row of columns above the lanes; its `shown` counts undated ones too. Null when not asked for. */
  readonly histogram: LaneBox | null;
  /** Null where all lanes are in sight. */
  readonly scroll: LaneScroll | null;
  readonly undated: Box | null;
  readonly axis: AxisBox;
  readonly overview: OverviewBox | null;
  /** Where the numbers of records before and after the view stand, at its inline start and end; null when all are in view. */
  readonly beyond: BeyondBox | null;
  readonly counts: SceneCounts;
  /** Eras, annotations and the present that are in view. */
  readonly notes: readonly NoteBox[];
  /** Ties between records: those drawn as arrows, and those that are only said. */
  readonly links: SceneLinks;
  readonly layers: readonly Layer[];
}

/** A half-open span of UTC milliseconds. */
export interface TimeSpan {
  readonly startMs: number;
  readonly endMs: number;
}

/** Lane of each row: `codes[row]` indexes `values`. */
export interface LaneTable {
  readonly codes: ArrayLike<number>;
  readonly values: readonly string[];
  /** Codes in the order in which lanes stand. */
  readonly order: readonly number[];
  /** Lanes are the categories, so each has a mark of its own. */
  readonly isCategory: boolean;
  /** Rows that state several values of the field, and stand in the lane of the first. */
  readonly several?: number;
  /** Names from the top group to the lane, by code; absent where lanes are not nested. */
  readonly paths?: readonly (readonly string[])[];
  /** Which name of the paths is a category; -1 where none is. */
  readonly categoryDepth?: number;
  /** Lanes and heads of groups as they stand below one another; absent = the lanes of `order`. */
  readonly lines?: readonly LaneLine[];
  /** Those of the longest names, by which the gutter is measured; absent = all. */
  readonly widest?: readonly LaneLine[];
}

/** One line of the lanes: a lane, a closed group that is drawn as one lane, or the head of an open group. */
export interface LaneLine {
  /** Lane whose records it draws; -1 for the head of an open group. */
  readonly code: number;
  /** Values from the top group to this one. */
  readonly path: readonly string[];
  /** The last of them as the reader sees it; a category's word is found where it is drawn. */
  readonly name: string;
  readonly depth: number;
  /** Null where nothing stands under it. */
  readonly open: boolean | null;
  /** Its name is a category. */
  readonly isCategory: boolean;
  /** Line of its group; -1 at the top. */
  readonly parent: number;
  /** Place among the lines of its group, from 1, and their number. */
  readonly place: number;
  readonly siblings: number;
}

/** The head of a lane or of a group of lanes, where its name stands. */
export interface LaneHead extends Box {
  readonly path: readonly string[];
  /** In the reader's words. */
  readonly name: string;
  readonly depth: number;
  readonly open: boolean | null;
  /** Records that pass in this lane, or in all lanes of the group, in and out of view. */
  readonly shown: number;
  readonly style: MarkStyle | null;
  readonly place: number;
  readonly siblings: number;
  /** Code of the lane; -1 for an open group. */
  readonly code: number;
}

/** Which lanes are in sight where there are more than fit. Lines are scrolled whole. */
export interface LaneScroll {
  /** First line in sight; lines count lanes and heads of groups that hold records. */
  readonly first: number;
  /** Greatest that `first` may be. */
  readonly most: number;
  readonly lines: number;
  /** Lines in sight below the heads that are held at the top. */
  readonly inSight: number;
  readonly lanes: number;
  readonly lanesInSight: number;
  /** Lane of each line; -1 for the head of an open group. */
  readonly codes: Int32Array;
  /** Where the lanes are drawn. */
  readonly yPx: number;
  readonly heightPx: number;
}

/** What the scene needs of a store. */
export type SceneStore = Pick<
  Store,
  | "columns"
  | "categories"
  | "sources"
  | "state"
  | "timeOrder"
  | "extentMs"
  | "id"
  | "incident"
  | "passing"
  | "histogram"
  | "rowOf"
>;

/** Stacked shares of the overview strip: `inside[category][bin]`, `spread[category][bin]`. */
export interface OverviewBins {
  readonly startMs: number;
  readonly endMs: number;
  readonly inside: readonly Float64Array[];
  readonly spread: readonly Float64Array[];
  /** Records with an unbounded side or without a date: not in the strip. */
  readonly left: number;
}
