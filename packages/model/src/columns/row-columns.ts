import { type Incident, STATUSES } from "../incident.ts";
import { SPAN_MEANINGS } from "../time/span.ts";
import type { ZoneClocks } from "../time/zone.ts";
import { ROW_BITS } from "./row-bits.ts";
import { rowDate } from "./row-date.ts";
import { rowPlace } from "./row-place.ts";
import { rivalBits } from "./row-rivals.ts";

/** The numbers of all rows, under construction. Both model and store fill such columns, by {@link writeRow}. */
export interface RowColumns {
  readonly length: number;
  readonly startMs: Float64Array;
  readonly endMs: Float64Array;
  readonly coreStartMs: Float64Array;
  readonly coreEndMs: Float64Array;
  readonly dateBits: Uint8Array;
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly radiusM: Float32Array;
  readonly placePrecision: Uint8Array;
  readonly status: Uint8Array;
  readonly span: Uint8Array;
  readonly rowBits: Uint8Array;
  readonly count: Uint32Array;
}

/** Columns of rows of which nothing is known yet. */
export function emptyRowColumns(length: number): RowColumns {
  const columns = rowColumnsToFill(length);
  for (const name of UNKNOWN) columns[name].fill(Number.NaN);
  return columns;
}

const UNKNOWN = ["startMs", "endMs", "coreStartMs", "coreEndMs", "lon", "lat", "radiusM"] as const;

/**
 * Columns of which every row is still to be written, save where columns are `given`, of that length. Memory that nobody
 * has touched costs nothing yet, so that many rows are not made in one long step.
 */
export function rowColumnsToFill(length: number, given: Partial<Pick<RowColumns, "lon" | "lat">> = {}): RowColumns {
  return {
    length,
    startMs: new Float64Array(length),
    endMs: new Float64Array(length),
    coreStartMs: new Float64Array(length),
    coreEndMs: new Float64Array(length),
    dateBits: new Uint8Array(length),
    lon: given.lon ?? new Float64Array(length),
    lat: given.lat ?? new Float64Array(length),
    radiusM: new Float32Array(length),
    placePrecision: new Uint8Array(length),
    status: new Uint8Array(length),
    span: new Uint8Array(length),
    rowBits: new Uint8Array(length),
    count: new Uint32Array(length).fill(1),
  };
}

/** Writes a record into a row; whatever stood there is overwritten. */
export function writeRow(columns: RowColumns, row: number, incident: Incident, clocks: ZoneClocks): void {
  const { when } = incident;
  const date = rowDate(when, clocks);
  columns.startMs[row] = date?.outerStartMs ?? Number.NaN;
  columns.endMs[row] = date?.outerEndMs ?? Number.NaN;
  columns.coreStartMs[row] = date?.coreStartMs ?? Number.NaN;
  columns.coreEndMs[row] = date?.coreEndMs ?? Number.NaN;
  columns.dateBits[row] = date?.bits ?? 0;
  const place = rowPlace(incident.where);
  columns.lon[row] = place.lon;
  columns.lat[row] = place.lat;
  columns.radiusM[row] = place.radiusM;
  columns.placePrecision[row] = place.precision;
  columns.status[row] = Math.max(0, STATUSES.indexOf(incident.status ?? "happened"));
  columns.span[row] = Math.max(0, SPAN_MEANINGS.indexOf(when?.span ?? "within"));
  columns.count[row] = countOf(when?.count, when?.span);
  columns.rowBits[row] =
    place.bits |
    (incident.from === undefined ? 0 : ROW_BITS.from) |
    rivalBits(incident) |
    (when?.countAtLeast === true ? ROW_BITS.countAtLeast : 0);
}

/** A series without a number has 0; everything else is one happening. */
function countOf(count: number | null | undefined, span: string | undefined): number {
  if (typeof count === "number" && count >= 0 && count < 2 ** 32) return Math.floor(count);
  return span === "series" ? 0 : 1;
}
