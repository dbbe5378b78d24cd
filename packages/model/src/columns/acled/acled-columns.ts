import type { Incident } from "../../incident.ts";
import { createZoneClocks } from "../../time/zone.ts";
import { codedRows, type GatheredField } from "../bytes/coded-rows.ts";
import type { FieldValuesTable } from "../bytes/value-lists.ts";
import { isStated, saidOf } from "../columns-of.ts";
import { emptyFigureArrays, type FigureArrays, narrowed, writeFigures } from "../figure-columns.ts";
import type { CodedField, FigureColumn, IncidentColumns } from "../incident-columns.ts";
import { INCIDENT_FIELDS, statedValues } from "../incident-fields.ts";
import { emptyRowColumns, type RowColumns, writeRow } from "../row-columns.ts";
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
  const figures = figuresOf(rows, judged);
  await pause();
  const { length } = judged.kept;
  // Where every row is kept, coordinates stay where they were gathered.
  const isWhole = isLast && length === rows.length;
  const given = isWhole ? { lon: rows.lon.subarray(0, length), lat: rows.lat.subarray(0, length) } : {};
  const columns = emptyRowColumns(length, given);
  writeDates(columns, rows, judged);
  await pause();
  writePlaces(columns, rows, judged);
  await pause();
  const clocks = createZoneClocks();
  for (let row = 0; row < columns.length; row++) {
    const incident = judged.slowIncidents.get(judged.kept[row] as number);
    if (incident === undefined) continue;
    writeRow(columns, row, incident, clocks);
  }
  await pause();
  return { ...columns, fields, figures, sources: judged.sink.sources, ...saidOf(judged.sink.head) };
}

function writeDates(columns: RowColumns, { when }: AcledRows, { kept, isSlow, whens }: JudgedRows): void {
  for (let row = 0; row < kept.length; row++) {
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

function writePlaces(columns: RowColumns, rows: AcledRows, { kept, isSlow, places }: JudgedRows): void {
  for (let row = 0; row < kept.length; row++) {
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
    const field = codedRows({ values: table.values, codes: gatheredIn(rows, key), isSlow, instead }, kept);
    if (name === "category" || isStated(field)) fields[name] = field;
    if (isLast) rows.release(name);
    await pause();
  }
  return fields;
}

function gatheredIn(rows: AcledRows, field: keyof AcledRows["cells"]["fields"]): GatheredField["codes"] {
  return field === "actor" || field === "source" || field === "tag" ? rows[field] : rows.single[field];
}

function figuresOf(
  rows: AcledRows,
  { kept, isSlow, slowIncidents }: JudgedRows,
): Readonly<Record<string, FigureColumn>> {
  const killed = emptyFigureArrays(kept.length);
  const measures = new Map<string, FigureArrays>([["killed", killed]]);
  const deaths = Float64Array.from({ length: rows.cells.fatalities.size }, (_, cell) => rows.cells.deaths(cell));
  let isNamed = false;
  for (let row = 0; row < kept.length; row++) {
    const from = kept[row] as number;
    if (isSlow[from] !== 0) {
      const { figures } = slowIncidents.get(from) as Incident;
      if (figures !== undefined && figures.length > 0) isNamed = true;
      writeFigures(measures, { row, length: kept.length }, figures);
      continue;
    }
    const dead = deaths[rows.deaths[from] as number] as number;
    if (dead === NO_FIGURE) continue;
    isNamed = true;
    // None reported is not none.
    if (dead === 0) continue;
    killed.low[row] = dead;
    killed.best[row] = dead;
    killed.high[row] = Number.POSITIVE_INFINITY;
  }
  return isNamed ? { killed: narrowed(killed) } : {};
}
