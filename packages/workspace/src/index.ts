export {
  type RecordCardEvents,
  type RecordCardHandle,
  type RecordCardOptions,
  type RecordCardState,
  recordCard,
} from "./card/record-card.ts";
export { type ExportScope, type ExportScopeOptions, exportScope } from "./export/export-scope.ts";
export { type OpenedPage, openPage } from "./export/open-page.ts";
export { type WrittenRecords, writeRecords } from "./export/write-records.ts";
export { FACET_FIELDS } from "./facets/facet-kinds.ts";
export { type FacetsHandle, type FacetsOptions, type FacetsState, facets } from "./facets/facets.ts";
export {
  type FilterShelf,
  type SavedFilter,
  type SavedFilters,
  type SavedFiltersOptions,
  savedFilters,
} from "./facets/saved-filters.ts";
export { type CountLineOptions, countLine } from "./head/count-line.ts";
export { type LegendOptions, legend } from "./head/legend.ts";
export { LAYOUT_PRESETS, type LayoutPreset, type LayoutState, PANES, type Pane } from "./layout/layout-preset.ts";
export type { DataVersion } from "./link/data-version.ts";
export { decodeLink, encodeLink, type ReadLink, type TableView, type WorkspaceLink } from "./link/workspace-link.ts";
export { type GifOptions, type GifPlan, recordGif } from "./player/gif-run.ts";
export { player } from "./player/player.ts";
export { PLAYER_MODES, type PlayerFrame, type PlayerMode } from "./player/player-frames.ts";
export type { PlayerChanges, PlayerHandle } from "./player/player-handle.ts";
export type { PlayerEvents, PlayerOptions, PlayerState } from "./player/player-options.ts";
export { type RunFrame, type RunOptions, type RunPicture, recordRun, runFrames } from "./player/record-run.ts";
export { PLAYER_STEPS, type PlayerStep } from "./player/step-edges.ts";
export type { WorkspaceState } from "./stage/stage.ts";
export { type MarkdownBlock, type MarkdownInline, parseMarkdown } from "./story/markdown.ts";
export { story } from "./story/story.ts";
export { formatStory, parseStory, type StoryDocument, type StoryStep } from "./story/story-document.ts";
export type { StoryEvents, StoryHandle, StoryOptions, StoryState } from "./story/story-options.ts";
export type { NamedCount, RowFacts } from "./summary/row-facts.ts";
export { type Summary, summarize, summaryText } from "./summary/summary-words.ts";
export type { BinUnit, TimeBins } from "./summary/time-bins.ts";
export {
  type RecordTableEvents,
  type RecordTableHandle,
  type RecordTableOptions,
  type RecordTableState,
  recordTable,
} from "./table/record-table.ts";
export { TABLE_COLUMNS, type TableColumn, type TableSort } from "./table/table-order.ts";
export type { WorkspaceDataset } from "./tools/compare-sets.ts";
export { type CompareSet, type CompareState, decodeCompare, encodeCompare } from "./tools/compare-state.ts";
export { type CompareWindow, type WindowSide, windowSide } from "./tools/compare-windows.ts";
export type { WidgetHandle } from "./widget.ts";
export { type WorkspaceHandle, workspace } from "./workspace.ts";
export type {
  LoadedRecords,
  WorkspaceEvents,
  WorkspaceMapOptions,
  WorkspaceOptions,
  WorkspaceTimelineOptions,
} from "./workspace-options.ts";
