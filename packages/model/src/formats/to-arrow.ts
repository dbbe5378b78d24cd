import { columnsOf, saidOf } from "../columns/columns-of.ts";
import type { IncidentColumns } from "../columns/incident-columns.ts";
import type { RecordSource } from "../columns/record-source.ts";
import { WhenWhereError } from "../errors.ts";
import type { Incident } from "../incident.ts";
import type { Issue } from "../issues.ts";
import { type CollectionParts, collectionHead, PARTS_FORM, refuseWriting } from "./to-collection.ts";
import { writeIssue } from "./written.ts";

/** A file of bytes that a writer made, and what of the records it could not carry. */
export interface WrittenBytes {
  readonly bytes: Uint8Array;
  readonly issues: readonly Issue[];
}

/** Title page and sources, and the records of columns. */
export interface ArrowParts extends CollectionParts {
  /** The records behind columns; without them the file has only what columns hold. */
  readonly records?: RecordSource;
}

/**
 * An Arrow IPC file (Feather 2, not packed) of incidents or of columns: it opens in pandas, R, DuckDB and the like, and
 * `loadColumns` takes its columns without a copy. Schema, version 1:
 *
 * - `id`, `title`: text; `record`: the whole record as JSON of a collection.
 * - `start_ms`, `end_ms`, `core_start_ms`, `core_end_ms`: UTC milliseconds of the wall calendar, half-open; NaN = undated or
 *   no core, infinite = open. `date_bits`: bits of `DATE_BITS`.
 * - `lon`, `lat`: degrees, NaN = unplaced; `radius_m`: metres; `place_precision`, `status`, `span`: indexes into
 *   `PLACE_PRECISIONS`, `STATUSES`, `SPAN_MEANINGS`; `row_bits`: bits of `ROW_BITS`; `count`: happenings in the row.
 * - `field.<name>`: dictionary, or list of dictionary, of text; `figure.<measure>.low|best|high`: numbers, NaN = unknown.
 * - Metadata `whenwhere` = 1 and `whenwhere.head` = title, attribution, license, language, description and sources as JSON.
 *
 * Law: reading the file back gives the same incidents and sources. Columns without records cannot carry them, which is
 * told: `loadColumns` and `loadStore` then give the same columns back, and make records of them. The library that writes is
 * fetched at the first call.
 * @throws WhenWhereError `write/input`, `write/option-unknown`.
 */
export async function toArrow(
  input: readonly Incident[] | IncidentColumns,
  parts: ArrowParts = {},
): Promise<WrittenBytes> {
  const isColumns = Object(input) === input && "startMs" in input;
  refuseWriting(isColumns ? null : (input as readonly Incident[]), parts, {
    form: { ...PARTS_FORM, records: "any" },
    name: "toArrow",
  });
  if (isColumns) refuseColumns(input);
  const { arrowBytes } = await import("./arrow/arrow-writer.ts");
  const head = collectionHead(parts);
  if (!isColumns) {
    const incidents = input as readonly Incident[];
    const incidentAt = (row: number): Incident => incidents[row] as Incident;
    const bytes = arrowBytes(
      columnsOf(incidents, { ...(parts.sources && { sources: parts.sources }), title: parts.title ?? null }),
      {
        head: JSON.stringify(head),
        id: (row) => incidentAt(row).id,
        title: (row) => incidentAt(row).title,
        record: (row) => JSON.stringify(incidentAt(row)),
      },
    );
    return { bytes, issues: [] };
  }
  const columns = input as IncidentColumns;
  const { records } = parts;
  const said = JSON.stringify({
    ...collectionHead({ sources: columns.sources, ...saidOf(columns) }),
    ...head,
  });
  const bytes = arrowBytes(columns, {
    head: said,
    id: (row) => records?.id(row) ?? String(row + 1),
    title: (row) => records?.incident(row).title ?? "",
    record: records === undefined ? null : (row) => JSON.stringify(records.incident(row)),
  });
  const message = "Columns hold no records; only what the columns say was written.";
  const issues =
    records === undefined ? [writeIssue("write/not-carried", null, { field: "record", value: null, message })] : [];
  return { bytes, issues };
}

const NEEDED = ["endMs", "dateBits", "lon", "lat", "radiusM", "placePrecision", "status", "span", "rowBits"] as const;

/** @throws WhenWhereError `write/input` for columns that are not there, or are not of one length. */
function refuseColumns(columns: IncidentColumns): void {
  const missing = NEEDED.filter((name) => !ArrayBuffer.isView(columns[name]));
  const odd = (["startMs", ...NEEDED] as const).find((name) => columns[name]?.length !== columns.length);
  if (missing.length === 0 && odd === undefined) return;
  throw new WhenWhereError(
    "write/input",
    missing.length > 0
      ? `toArrow got columns without ${missing.join(", ")}.`
      : `toArrow got columns of ${columns.length} rows, of which ${odd} has ${columns[odd as "lon"].length}.`,
    "Give all columns of IncidentColumns, of one length, as loadColumns has them, or a list of incidents.",
  );
}
