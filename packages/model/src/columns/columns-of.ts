import type { Incident, Source } from "../incident.ts";
import { createZoneClocks } from "../time/zone.ts";
import { createFieldBuilder } from "./coded-field.ts";
import { figureColumns } from "./figure-columns.ts";
import type { CodedField, IncidentColumns } from "./incident-columns.ts";
import { type FieldValuesOf, INCIDENT_FIELDS, statedValues } from "./incident-fields.ts";
import { emptyRowColumns, writeRow } from "./row-columns.ts";

/** What columns know beside their rows. */
export interface ColumnsHead {
  readonly sources?: Readonly<Record<string, Source>>;
  readonly title?: string | null;
  readonly attribution?: string | null;
  readonly license?: string | null;
  readonly language?: string | null;
}

/** What columns say of themselves as a whole. */
export type ColumnsSaid = Pick<IncidentColumns, "title" | "attribution" | "license" | "language">;

/** What columns say of themselves: nothing that is blank. */
export function saidOf(head: ColumnsHead): ColumnsSaid {
  const said = (["title", "attribution", "license", "language"] as const).filter((name) => head[name]);
  return Object.fromEntries(said.map((name) => [name, head[name]]));
}

/** Columns of records, one row a record, in the order given. Cost: one pass over the records for each field. */
export function columnsOf(incidents: readonly Incident[], head: ColumnsHead = {}): IncidentColumns {
  const rows = emptyRowColumns(incidents.length);
  const clocks = createZoneClocks();
  incidents.forEach((incident, row) => {
    writeRow(rows, row, incident, clocks);
  });
  return {
    ...rows,
    fields: fieldsOf(incidents),
    figures: figureColumns(incidents),
    sources: head.sources ?? {},
    ...saidOf(head),
  };
}

/** Fields of which no record states anything are left out, save `category`. */
function fieldsOf(incidents: readonly Incident[]): Readonly<Record<string, CodedField>> {
  const entries = Object.entries(INCIDENT_FIELDS).map(([name, read]): [string, CodedField] => [
    name,
    fieldOf(incidents, read),
  ]);
  return Object.fromEntries(entries.filter(([name, field]) => name === "category" || isStated(field)));
}

/** At least one row states a value. */
export function isStated({ values }: CodedField): boolean {
  return values.some((value) => value !== "");
}

function fieldOf(incidents: readonly Incident[], read: FieldValuesOf): CodedField {
  const builder = createFieldBuilder();
  for (const incident of incidents) builder.add(statedValues(read(incident)));
  return builder.finish();
}
