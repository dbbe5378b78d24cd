import type { Store } from "@whenwhere/store";
import type { MarkShape } from "@whenwhere/view/pure";
import type { BandPart, LaneBand } from "./band-types.ts";
import type { NoteBox, SceneLinks } from "./overlay-types.ts";

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

/** A rectangle in CSS pixels of the scene. */
export interface Box {
  readonly xPx: number;
  readonly yPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

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

/** A step of drawing. Colours are token names; a renderer resolves them and decides nothing else. */
export type Primitive =
  | {
      readonly t: "rect";
      readonly x: number;
      readonly y: number;
      readonly w: number;
      readonly h: number;
      readonly fill: string;
      readonly alpha: number;
      /** Pixels over which each side fades to nothing, inside the rectangle. */
      readonly fadeLeft: number;
      readonly fadeRight: number;
    }
  | {
      readonly t: "rects";
      /** x, y, width and height of many rectangles of one colour, one after the other. */
      readonly boxes: Float32Array;
      readonly fill: string;
      readonly alpha: number;
    }
  | {
      readonly t: "band";
      /** Where the boxes are counted from: to the right, or to the left where time runs that way. */
      readonly x: number;
      readonly dir: 1 | -1;
      /** The same object as long as nothing but `x` changes, so that a renderer may keep its picture. */
      readonly parts: readonly BandPart[];
    }
  | {
      readonly t: "path";
      /** Open polyline. */
      readonly points: readonly (readonly [number, number])[];
      readonly stroke: string;
      readonly width: number;
      readonly dash: readonly number[];
      readonly closed: boolean;
      readonly fill: string | null;
    }
  | {
      readonly t: "mark";
      readonly x: number;
      readonly y: number;
      readonly r: number;
      readonly shape: MarkShape;
      readonly fill: string;
      readonly alpha: number;
      readonly stroke: string;
      readonly width: number;
      readonly dash: readonly number[];
    }
  | {
      readonly t: "text";
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly weight: number;
      readonly fill: string;
      readonly anchor: "left" | "center" | "right";
      readonly rtl: boolean;
      /** Token of a 3.5 px halo behind the words, or null. */
      readonly halo: string | null;
    };

/** Steps that share a clip. */
export interface Layer {
  readonly name: "ground" | "marks" | "labels" | "axis" | "overview" | "headers" | "front";
  readonly clip: Box | null;
  readonly items: readonly Primitive[];
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
  /** Names from the top group to this one. */
  readonly path: readonly string[];
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
