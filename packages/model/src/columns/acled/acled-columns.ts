import type { Incident } from "../../incident.ts";
import { createZoneClocks } from "../../time/zone.ts";
import { CodeRows } from "../bytes/code-rows.ts";
import { codedRows, type GatheredField } from "../bytes/coded-rows.ts";
import type { FieldValuesTable } from "../bytes/value-lists.ts";
import { isStated, saidOf } from "../columns-of.ts";
import { emptyFigureArrays, type FigureArrays, isNarrowNumber, narrow, writeFigures } from "../figure-columns.ts";
import { inSlices } from "../in-slices.ts";
import type { CodedField, FigureColumn, IncidentColumns } from "../incident-columns.ts";
import { INCIDENT_FIELDS, statedValues } from "../incident-fields.ts";
import { type RowColumns, rowColumnsToFill, writeRow } from "../row-columns.ts";
import type { RowPlace } from "../row-place.ts";
import { NO_FIGURE } from "./acled-cells.ts";
import type { JudgedRows } from "./acled-finish.ts";
import type { AcledRows } from "./acled-rows.ts";

/** Columns of the kept rows: what `columnsOf` makes of the records that the preset gives. `pause` is awaited in between. */
export async function acledColumnsOf(
  rows: AcledRows,
  judged: JudgedRows,
  { pause, isLast }: { readonly isLast: boolean; pause(): Promise<void> },
): Promise<IncidentColumns> {
  // First what is freed again on the way.
  const fields = await fieldsOf(rows, judged, { pause, isLast });
  const figures = await figuresOf(rows, judged, pause);
  await pause();
  const { length } = judged.kept;
  // Where every row is kept, coordinates stay where they were gathered.
  const isWhole = isLast && length === rows.length;
  const given = isWhole ? { lon: rows.lon.subarray(0, length), lat: rows.lat.subarray(0, length) } : {};
  const columns = rowColumnsToFill(length, given);
  await pause();
  await inSlices(length, pause, (from, to) => writeDates(columns, rows, { ...judged, from, to }));
  if (isLast) rows.when = new CodeRows(0);
  await inSlices(length, pause, (from, to) => writePlaces(columns, rows, { ...judged, from, to }));
  const clocks = createZoneClocks();
  await inSlices(length, pause, (from, to) => {
    for (let row = from; row < to; row++) {
      const slot = judged.kept[row] as number;
      if (judged.isSlow[slot] !== 0) writeRow(columns, row, judged.slowIncidents.get(slot) as Incident, clocks);
    }
  });
  return { ...columns, fields, figures, sources: judged.sink.sources, ...saidOf(judged.sink.head) };
}

/** Some of the judged rows. */
interface JudgedSlice extends JudgedRows {
  readonly from: number;
  readonly to: number;
}

function writeDates(columns: RowColumns, rows: AcledRows, slice: JudgedSlice): void {
  const when = rows.when.codes;
  const { kept, isSlow, whens } = slice;
  for (let row = slice.from; row < slice.to; row++) {
    const from = kept[row] as number;
    if (isSlow[from] !== 0) continue;
    const code = when[from] as number;
    columns.startMs[row] = whens.startMs[code] as number;
    columns.endMs[row] = whens.endMs[code] as number;
    columns.coreStartMs[row] = whens.coreStartMs[code] as number;
    columns.coreEndMs[row] = whens.coreEndMs[code] as number;
    columns.dateBits[row] = whens.bits[code] as number;
  }
}

function writePlaces(columns: RowColumns, rows: AcledRows, slice: JudgedSlice): void {
  const { kept, isSlow, places } = slice;
  for (let row = slice.from; row < slice.to; row++) {
    const from = kept[row] as number;
    if (isSlow[from] !== 0) continue;
    const place = places[rows.place[from] as number] as RowPlace;
    columns.lon[row] = rows.lon[from] as number;
    columns.lat[row] = rows.lat[from] as number;
    columns.radiusM[row] = place.radiusM;
    columns.placePrecision[row] = place.precision;
    columns.rowBits[row] = place.bits;
  }
}

async function fieldsOf(
  rows: AcledRows,
  { kept, isSlow, slowIncidents }: JudgedRows,
  { pause, isLast }: { readonly isLast: boolean; pause(): Promise<void> },
): Promise<Readonly<Record<string, CodedField>>> {
  const fields: Record<string, CodedField> = {};
  for (const [name, read] of Object.entries(INCIDENT_FIELDS)) {
    const key = name as keyof AcledRows["cells"]["fields"];
    const table: FieldValuesTable = rows.cells.fields[key];
    const instead = new Map<number, readonly number[]>();
    for (const [row, incident] of slowIncidents) {
      instead.set(
        row,
        Array.from(statedValues(read(incident)), (value) => table.code(value)),
      );
    }
    const gathered = { values: table.values, codes: gatheredIn(rows, key), isSlow, instead };
    const field = await codedRows(gathered, { kept, pause });
    if (name === "category" || isStated(field)) fields[name] = field;
    if (isLast) rows.release(name);
    await pause();
  }
  return fields;
}

function gatheredIn(rows: AcledRows, field: keyof AcledRows["cells"]["fields"]): GatheredField["codes"] {
  return field === "actor" || field === "source" || field === "tag" ? rows[field] : rows.single[field].codes;
}

/** Whether no number of deaths needs more than 32 bits. */
function hasNarrowDeaths({ cells }: AcledRows, slowIncidents: JudgedRows["slowIncidents"]): boolean {
  for (let cell = 0; cell < cells.fatalities.size; cell++) if (!isNarrowNumber(cells.deaths(cell))) return false;
  for (const { figures = [] } of slowIncidents.values()) {
    for (const { low, best, high } of figures)
      if (![low, best, high].every((value) => isNarrowNumber(value ?? 0))) return false;
  }
  return true;
}

async function figuresOf(
  rows: AcledRows,
  { kept, isSlow, slowIncidents }: JudgedRows,
  pause: () => Promise<void>,
): Promise<Readonly<Record<string, FigureColumn>>> {
  const killed = emptyFigureArrays(kept.length, hasNarrowDeaths(rows, slowIncidents));
  const measures = new Map<string, FigureArrays>([["killed", killed]]);
  const deaths = Float64Array.from({ length: rows.cells.fatalities.size }, (_, cell) => rows.cells.deaths(cell));
  await pause();
  const cellOf = rows.deaths.codes;
  let isNamed = false;
  const writeSlow = (row: number, from: number): void => {
    const { figures } = slowIncidents.get(from) as Incident;
    if (figures !== undefined && figures.length > 0) isNamed = true;
    writeFigures(measures, { row, length: kept.length }, figures);
  };
  const write = (row: number): void => {
    const from = kept[row] as number;
    if (isSlow[from] !== 0) {
      writeSlow(row, from);
      return;
    }
    const dead = deaths[cellOf[from] as number] as number;
    if (dead === NO_FIGURE) return;
    isNamed = true;
    // None reported is not none.
    if (dead === 0) return;
    killed.low[row] = dead;
    killed.best[row] = dead;
    killed.high[row] = Number.POSITIVE_INFINITY;
  };
  await inSlices(kept.length, pause, (from, to) => {
    for (let row = from; row < to; row++) write(row);
  });
  if (!isNamed) return {};
  const column: { -readonly [K in keyof FigureColumn]: FigureColumn[K] } = { ...killed };
  for (const side of ["low", "best", "high"] as const) {
    column[side] = narrow(killed[side]);
    await pause();
  }
  return { killed: column };
}
