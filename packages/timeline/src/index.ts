export {
  allLanguages,
  arabic,
  chinese,
  createWords,
  french,
  persian,
  portuguese,
  russian,
  spanish,
  ukrainian,
} from "@whenwhere/view/pure";
export * from "./component/options.ts";
export { timeline } from "./component/timeline.ts";
export { timelineCss } from "./component/timeline-css.ts";
export { type DrawingContext, drawScene, type Look } from "./draw/draw-scene.ts";
export { type SvgAbout, sceneToSVG } from "./draw/scene-to-svg.ts";
export { type AxisCalendar, axisCalendar } from "./scene/axis/axis-calendar.ts";
export { type AxisFormat, type AxisFormatOptions, axisFormat } from "./scene/axis/axis-format.ts";
export type { CalendarStep } from "./scene/axis/calendar.ts";
export { type CalendarDays, calendarDays } from "./scene/axis/calendar-days.ts";
export { initialView } from "./scene/axis/initial-view.ts";
export { type SecondCalendar, secondCalendar } from "./scene/axis/second-calendar.ts";
export { fullSpan, type StatedTimes, statedExtent } from "./scene/axis/stated-extent.ts";
export type { TimeScale } from "./scene/axis/time-scale.ts";
export { type ClockChange, UTC_TIME, type ZoneTime, zoneTime } from "./scene/axis/zone-time.ts";
export { isCalendarSpan, zonedSpan, zonedStore } from "./scene/axis/zoned-store.ts";
export type { BandLook, BandPart, BandTile, HighestColumn, LaneBand, PaintedTile } from "./scene/bands/band-types.ts";
export type { ColumnStop } from "./scene/bands/column-stops.ts";
export type { Folded } from "./scene/bands/fold.ts";
export { createTotalTally } from "./scene/bands/lay-histogram.ts";
export { overviewBins } from "./scene/bands/overview.ts";
export { type SparklineCounts, sparklineCounts } from "./scene/bands/sparkline-counts.ts";
export { describeScene, type TimelineDescription } from "./scene/describe.ts";
export { type Hit, hitScene } from "./scene/hit.ts";
export type { LabelPriority } from "./scene/labels/label-priority.ts";
export { type LaneField, type LaneFields, type LaneStore, laneTable } from "./scene/lanes/lane-table.ts";
export { createLaneTally, type LaneTally } from "./scene/lanes/lane-tally.ts";
export {
  type Arrangement,
  arrangeLanes,
  type CollapsedLanes,
  type LaneName,
  type LaneOrder,
  movedLane,
} from "./scene/lanes/lane-tree.ts";
export { washAlpha } from "./scene/marks/bar.ts";
export { type DateFacts, dateFacts, factWords } from "./scene/marks/facts.ts";
export { glyphOf } from "./scene/marks/glyph.ts";
export { createLinkTable, type LinkMode, type LinkTable } from "./scene/overlays/link-table.ts";
export { MOST_ARROWS } from "./scene/overlays/links.ts";
export { type Annotation, type Era, type Note, type NoteOptions, readNotes } from "./scene/overlays/notes.ts";
export type * from "./scene/overlays/overlay-types.ts";
export type { SceneInput } from "./scene/scene-input.ts";
export { type SparklineInput, sparklineBins, sparklineScene, sparklineWords } from "./scene/sparkline-scene.ts";
export { timelineScene } from "./scene/timeline-scene.ts";
export type * from "./scene/types.ts";
export { loadUprightScene, type UprightScene } from "./scene/upright/load-upright-scene.ts";
export { createWalk, type Walk } from "./scene/walk.ts";
