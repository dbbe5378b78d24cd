export * from "./accounts/headline.ts";
export * from "./accounts/rival-claims.ts";
export { type ColumnsHead, type ColumnsSaid, columnsOf, isStated, saidOf } from "./columns/columns-of.ts";
export { type FigureInterval, figureInterval } from "./columns/figure-interval.ts";
export type { CodedField, FigureColumn, FigureNumbers, IncidentColumns } from "./columns/incident-columns.ts";
export { type FieldValuesOf, INCIDENT_FIELDS, incidentField, statedValues } from "./columns/incident-fields.ts";
export { type ColumnLoad, type ColumnLoadOptions, loadColumns } from "./columns/load-columns.ts";
export { type RecordData, transferablesOf } from "./columns/record-data.ts";
export type { RecordSource } from "./columns/record-source.ts";
export { recordsOf } from "./columns/records-of.ts";
export { DATE_BITS, ROW_BITS } from "./columns/row-bits.ts";
export { emptyRowColumns, type RowColumns, writeRow } from "./columns/row-columns.ts";
export { incidentOfFacts, type RowFacts } from "./columns/row-incident.ts";
export { createRowNames, type NameTexts, type RowNames } from "./columns/row-names.ts";
export * from "./errors.ts";
export { type CollectionParts, collectionHead, toCollection } from "./formats/to-collection.ts";
export * from "./formats/to-csv.ts";
export * from "./formats/to-geojson.ts";
export * from "./formats/to-page.ts";
export * from "./incident.ts";
export * from "./issues.ts";
export { languageTag } from "./language-tag.ts";
export * from "./merge/merge-incidents.ts";
export * from "./merge/read-deletions.ts";
export * from "./place/area-key.ts";
export * from "./place/country-code.ts";
export * from "./place/default-radius.ts";
export * from "./place/place-kind.ts";
export { hasPosition, placePrecision } from "./place/place-precision.ts";
export * from "./place/sea-key.ts";
export { ISSUE_CODES, type IssueCode, issueKind } from "./read/issues/issue-codes.ts";
export type { IssueKind } from "./read/issues/issue-kind.ts";
export type { JsonParse } from "./read/json-text.ts";
export { type LazyReader, type LoadOptions, loadIncidents } from "./read/load-incidents.ts";
export type { LoadInput } from "./read/load-open.ts";
export type * from "./read/load-types.ts";
export {
  type FormatName,
  type ReadInput,
  type ReadOptions,
  type ReadResult,
  readIncidents,
} from "./read/read-incidents.ts";
export type {
  CollectionHead,
  ColumnTarget,
  InputHead,
  Mapping,
  Note,
  Reader,
  ReaderInput,
  ReaderOptions,
  RecordSink,
} from "./read/reader.ts";
export type { Table, TableRow } from "./read/table/table.ts";
export { redactIncidents } from "./redact/redact-incidents.ts";
export { type RedactableResult, redactResult } from "./redact/redact-result.ts";
export type * from "./redact/redact-types.ts";
export { type CivilDate, civilDateOf, DAY_MS, dayNumberOf, daysInMonth, isLeapYear } from "./time/calendar.ts";
export type { DateRefusal } from "./time/cursor.ts";
export type * from "./time/edtf-types.ts";
export { type EdtfReading, formatEdtf, parseEdtf, tryParseEdtf } from "./time/parse-edtf.ts";
export { type DateSpans, SPAN_MEANINGS, type SpansOf, spansOf, UNDATED_SPANS } from "./time/span.ts";
export { spansOfWhen, type WhenReading } from "./time/spans-of-when.ts";
export { type YearGroup, yearGroupOf } from "./time/year-group.ts";
export { createZoneClocks, instantsOfWall, type ZoneClock, type ZoneClocks, zoneClock } from "./time/zone.ts";
export { inTurns, type TurnsOptions } from "./turns/in-turns.ts";
export { createPause } from "./turns/pause.ts";
export * from "./turns/steps.ts";
export { afterTurn } from "./turns/turn.ts";
