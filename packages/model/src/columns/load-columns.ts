import type { ImportReport, Issue } from "../issues.ts";
import { type LoadOptions, loadIncidents } from "../read/load-incidents.ts";
import type { LoadInput } from "../read/load-open.ts";
import type { CollectionHead } from "../read/reader.ts";
import { columnsOf } from "./columns-of.ts";
import type { IncidentColumns } from "./incident-columns.ts";
import { type RecordData, recordsOf } from "./record-data.ts";
import type { RecordSource } from "./record-source.ts";

/** Options of {@link loadColumns}: those of `loadIncidents`, and a listener for the first rows. */
export interface ColumnLoadOptions extends LoadOptions {
  /**
   * Told the rows that are read so far, in the order of the input, before the last ones are there; once or more, or never
   * when the whole input is there at once. A row may still change: an id that comes again, an order of day and month
   * that only later rows tell.
   */
  onRows?(columnsSoFar: IncidentColumns): void;
}

/**
 * What was loaded. `columns`, `report` and `issues` are those that `readIncidents` would have given; records are made
 * when they are asked for.
 */
export interface ColumnLoad {
  readonly columns: IncidentColumns;
  readonly report: ImportReport;
  /** All of them; those of the report. */
  readonly issues: readonly Issue[];
  readonly records: RecordSource;
  /** What `records` reads from, as plain data: give it to `recordsOf` on another thread. */
  readonly recordData: RecordData;
  readonly head: CollectionHead;
}

/**
 * Loads incidents as columns: what `loadIncidents` accepts and does, for many rows.
 *
 * @throws WhenWhereError as `loadIncidents` does.
 */
export async function loadColumns(input: LoadInput, options: ColumnLoadOptions = {}): Promise<ColumnLoad> {
  const { incidents, sources, report, issues, ...head } = await loadIncidents(input, options);
  const recordData: RecordData = { kind: "incidents", incidents };
  const said = Object.entries(head).filter(([, value]) => value !== null);
  return {
    columns: columnsOf(incidents, { sources, title: head.title }),
    report,
    issues,
    records: recordsOf(recordData),
    recordData,
    head: Object.fromEntries(said) as CollectionHead,
  };
}
