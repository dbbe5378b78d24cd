import { createZoneClocks, type Incident, incidentField, writeRow } from "@whenwhere/model";
import { type Dataset, datasetOfRecords } from "./dataset.ts";
import { createDictionary } from "./dictionary.ts";
import { narrowColumns } from "./narrow-columns.ts";
import { withOwnIds } from "./own-ids.ts";
import { emptyColumns, type WideColumns } from "./wide-columns.ts";

/** A field's name, or a function that is run once per record. Null, undefined and "" = not stated. */
export type CategoryField = string | ((incident: Incident) => string | null | undefined);

/** Columns from records, one row per record, in the order given; each has an id of its own. */
export function buildDataset(incidents: readonly Incident[], categoryField?: CategoryField): Dataset {
  const { columns, categories } = readColumns(incidents, categoryField);
  const own = withOwnIds(incidents);
  return { ...datasetOfRecords(narrowColumns(columns), categories, own.incidents), issues: () => own.issues };
}

/** The same as arrays that may still be changed. */
export function readColumns(
  incidents: readonly Incident[],
  categoryField: CategoryField = "category",
): { readonly columns: WideColumns; readonly categories: readonly string[] } {
  const columns = emptyColumns(incidents.length);
  const rows = { ...columns, startMs: columns.outerStartMs, endMs: columns.outerEndMs };
  const dictionary = createDictionary();
  const clocks = createZoneClocks();
  const categoryOf = categoryReader(categoryField);
  for (const [row, incident] of incidents.entries()) {
    writeRow(rows, row, incident, clocks);
    columns.category[row] = dictionary.code(categoryOf(incident));
  }
  return { columns, categories: dictionary.values };
}

/** Of a field that may have several values the first one counts. */
function categoryReader(field: CategoryField): (incident: Incident) => string {
  if (typeof field === "function") return (incident) => field(incident) ?? "";
  const read = incidentField(field);
  return (incident) => read(incident).find((value) => typeof value === "string" && value !== "") ?? "";
}
