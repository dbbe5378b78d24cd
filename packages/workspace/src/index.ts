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
