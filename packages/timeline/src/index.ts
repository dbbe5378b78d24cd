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
export { type DrawingContext, drawScene } from "./draw/draw-scene.ts";
export { type SvgAbout, sceneToSVG } from "./draw/scene-to-svg.ts";
export { type AxisCalendar, axisCalendar } from "./scene/axis-calendar.ts";
export { type AxisFormat, type AxisFormatOptions, axisFormat } from "./scene/axis-format.ts";
export { washAlpha } from "./scene/bar.ts";
export { calendarDays } from "./scene/calendar-days.ts";
export { describeScene, type TimelineDescription } from "./scene/describe.ts";
export { type DateFacts, dateFacts, factWords } from "./scene/facts.ts";
export { glyphOf } from "./scene/glyph.ts";
export { type Hit, hitScene } from "./scene/hit.ts";
export { initialView } from "./scene/initial-view.ts";
export type { LabelPriority } from "./scene/label-priority.ts";
export { type LaneField, type LaneFields, laneTable } from "./scene/lane-table.ts";
export { createLaneTally, type LaneTally } from "./scene/lane-tally.ts";
export { arrangeLanes, type CollapsedLanes, type LaneName, type LaneOrder, movedLane } from "./scene/lane-tree.ts";
export { createTotalTally } from "./scene/lay-histogram.ts";
export { createLinkTable, type LinkMode, type LinkTable } from "./scene/link-table.ts";
export { MOST_ARROWS } from "./scene/links.ts";
export { loadUprightScene } from "./scene/load-upright-scene.ts";
export { type Annotation, type Era, type Note, type NoteOptions, readNotes } from "./scene/notes.ts";
export type * from "./scene/overlay-types.ts";
export { overviewBins } from "./scene/overview.ts";
export type { SceneInput } from "./scene/scene-input.ts";
export { type SecondCalendar, secondCalendar } from "./scene/second-calendar.ts";
export { type SparklineCounts, sparklineCounts } from "./scene/sparkline-counts.ts";
export { type SparklineInput, sparklineBins, sparklineScene, sparklineWords } from "./scene/sparkline-scene.ts";
export { fullSpan, statedExtent } from "./scene/stated-extent.ts";
export { timelineScene } from "./scene/timeline-scene.ts";
export type * from "./scene/types.ts";
export { createWalk, type Walk } from "./scene/walk.ts";
export { UTC_TIME, type ZoneTime, zoneTime } from "./scene/zone-time.ts";
export { isCalendarSpan, zonedSpan, zonedStore } from "./scene/zoned-store.ts";
