import { createZoneClocks, type Incident, SPAN_MEANINGS, STATUSES } from "@whenwhere/model";
import { type Columns, ROW_BITS } from "../types.ts";
import { type Dataset, datasetOfRecords, emptyColumns } from "./dataset.ts";
import { createDictionary } from "./dictionary.ts";
import { type RowDate, rowDate } from "./row-date.ts";
import { rowPlace } from "./row-place.ts";
import { rivalBits } from "./row-rivals.ts";

/** A field's name, or a function that is run once per record. Null, undefined and "" = not stated. */
export type CategoryField = string | ((incident: Incident) => string | null | undefined);

/** Columns from records, one row per record, in the order given. */
export function buildDataset(incidents: readonly Incident[], categoryField: CategoryField = "category"): Dataset {
  const columns = emptyColumns(incidents.length);
  const dictionary = createDictionary();
  const clocks = createZoneClocks();
  const categoryOf = categoryReader(categoryField);
  for (const [row, incident] of incidents.entries()) {
    writeDate(columns, row, rowDate(incident.when, clocks));
    writePlace(columns, row, incident);
    writeMeaning(columns, row, incident);
    columns.category[row] = dictionary.code(categoryOf(incident));
  }
  return datasetOfRecords(columns, dictionary.values, incidents);
}

function categoryReader(field: CategoryField): (incident: Incident) => string {
  if (typeof field === "function") return (incident) => field(incident) ?? "";
  if (field === "country" || field === "admin1") return (incident) => incident.where?.[field] ?? "";
  return (incident) => {
    const value = (incident as unknown as Record<string, unknown>)[field];
    return typeof value === "string" ? value : "";
  };
}

function writeDate(columns: Columns, row: number, date: RowDate | null): void {
  if (date === null) return;
  columns.outerStartMs[row] = date.outerStartMs;
  columns.outerEndMs[row] = date.outerEndMs;
  columns.coreStartMs[row] = date.coreStartMs;
  columns.coreEndMs[row] = date.coreEndMs;
  columns.dateBits[row] = date.bits;
}

function writePlace(columns: Columns, row: number, incident: Incident): void {
  const place = rowPlace(incident.where);
  columns.lon[row] = place.lon;
  columns.lat[row] = place.lat;
  columns.radiusM[row] = place.radiusM;
  columns.placePrecision[row] = place.precision;
  columns.rowBits[row] = place.bits | (incident.from === undefined ? 0 : ROW_BITS.from) | rivalBits(incident);
}

function writeMeaning(columns: Columns, row: number, incident: Incident): void {
  const when = incident.when;
  const status = STATUSES.indexOf(incident.status ?? "happened");
  const span = SPAN_MEANINGS.indexOf(when?.span ?? "within");
  columns.status[row] = Math.max(0, status);
  columns.span[row] = Math.max(0, span);
  columns.count[row] = countOf(when?.count, when?.span);
  if (when?.countAtLeast === true) columns.rowBits[row] = (columns.rowBits[row] as number) | ROW_BITS.countAtLeast;
}

/** A series without a number has 0; everything else is one happening. */
function countOf(count: number | null | undefined, span: string | undefined): number {
  if (typeof count === "number" && count >= 0 && count < 2 ** 32) return Math.floor(count);
  return span === "series" ? 0 : 1;
}
