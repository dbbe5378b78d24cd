import type { TextMetrics, Words } from "@whenwhere/view/pure";
import type { AxisCalendar } from "./axis/axis-calendar.ts";
import type { AxisFormat } from "./axis/axis-format.ts";
import type { SecondCalendar } from "./axis/second-calendar.ts";
import type { ColumnStop } from "./bands/column-stops.ts";
import type { LabelPriority } from "./labels/label-priority.ts";
import type { LaneTally } from "./lanes/lane-tally.ts";
import type { LinkMode, LinkTable } from "./overlays/link-table.ts";
import type { Note } from "./overlays/notes.ts";
import type { SceneKept } from "./scene-kept.ts";
import type { LaneTable, OverviewBins, SceneStore, TimeGlyph, TimeSpan } from "./types.ts";

/** Everything a scene is made of. */
export interface SceneInput {
  readonly store: SceneStore;
  readonly lanes: LaneTable;
  readonly view: TimeSpan;
  readonly widthPx: number;
  /** Height asked for. The scene is higher when even its densest form does not fit. */
  readonly heightPx: number;
  /** Draws a row of all records above the lanes, by this tally of them as one lane; see `createTotalTally`. */
  readonly histogram?: LaneTally;
  /** First line of lanes in sight: where they cannot all fit, whole lines are scrolled. Absent: all lanes are drawn, however high. */
  readonly firstLine?: number;
  /** Lower bound for lanes' height is content; true = give back what is not needed. */
  readonly shrink?: boolean;
  /** Height that the plot keeps even where less would do: that of the last scene while a hand is on it. */
  readonly leastPlotPx?: number;
  readonly metrics: TextMetrics;
  readonly words: Words;
  /** Overview strip; null = none. */
  readonly overview: OverviewBins | null;
  /** Window of the brush; null = none. */
  readonly brush: TimeSpan | null;
  /** False when no record states a date: the axis has no ticks then, since any would be made up. Default true. */
  readonly dated?: boolean;
  readonly focusRow?: number;
  /** Column of the keyboard; framed. */
  readonly stop?: ColumnStop | null;
  /** Glyphs by row, kept by the caller between frames; a scene fills what it lacks. */
  readonly glyphs?: Map<number, TimeGlyph>;
  /** What each row may be called, kept by the caller until data or language change; a scene fills what it lacks. */
  readonly labels?: Map<number, readonly string[]>;
  /** Whose words come first where there is no room for all; see {@link LabelPriority}. Default: the longer record's, then the earlier one's. */
  readonly labelPriority?: LabelPriority | undefined;
  /** Its numbers by row, kept by the caller until the data or the option change; a scene fills what it lacks. */
  readonly labelPriorities?: Map<number, number>;
  /** Labels of the axis, kept by the caller between frames: formatters are dear to make. */
  readonly format?: AxisFormat;
  /** Where rows lie in time, kept by the caller until data, lanes or the other views' clauses change; else made for this scene. */
  readonly tally?: LaneTally;
  /** Kept by the caller until data or language change; a scene fills what it lacks. */
  readonly kept?: SceneKept;
  /** Headers of lanes are drawn too (for SVG and PNG); the component has them in the DOM. */
  readonly drawHeaders?: boolean;
  /** Days and hours of which zone the axis shows: `axisCalendar(zoneTime("Africa/Maputo"))`. Default UTC. */
  readonly calendar?: AxisCalendar;
  /** The store as that zone sees it ({@link zonedStore}), kept by the caller until data change; else made for this scene. */
  readonly zoned?: SceneStore;
  /** Lines of other calendars under the axis. */
  readonly calendars?: readonly SecondCalendar[];
  readonly dir?: "ltr" | "rtl";
  /** Eras, annotations and the present; see `readNotes`. Default none. */
  readonly notes?: readonly Note[];
  /** Which ties between records are drawn. Default `selected`. */
  readonly links?: LinkMode;
  /** The ties of the records, kept by the caller until the data change; else made for this scene. */
  readonly linkTable?: LinkTable;
}
