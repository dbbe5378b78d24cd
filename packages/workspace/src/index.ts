export { type CountLineOptions, countLine } from "./count-line.ts";
export { type FacetsHandle, type FacetsOptions, type FacetsState, facets } from "./facets.ts";
export { type LegendOptions, legend } from "./legend.ts";
export { type PlayerHandle, player } from "./player/player.ts";
export { PLAYER_MODES, type PlayerFrame, type PlayerMode } from "./player/player-frames.ts";
export type { PlayerEvents, PlayerOptions, PlayerState } from "./player/player-options.ts";
export { PLAYER_STEPS, type PlayerStep } from "./player/step-edges.ts";
export {
  type RecordCardEvents,
  type RecordCardHandle,
  type RecordCardOptions,
  type RecordCardState,
  recordCard,
} from "./record-card.ts";
export {
  type RecordTableEvents,
  type RecordTableHandle,
  type RecordTableOptions,
  type RecordTableState,
  recordTable,
} from "./record-table.ts";
export type { TableColumn, TableSort } from "./table-order.ts";
export type { WidgetHandle } from "./widget.ts";
export { type WorkspaceHandle, workspace } from "./workspace.ts";
export type {
  LoadedRecords,
  WorkspaceEvents,
  WorkspaceOptions,
  WorkspaceTimelineOptions,
} from "./workspace-options.ts";
