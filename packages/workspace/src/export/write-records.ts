import { type Collection, toCollection, toCSV, toGeoJSON } from "@whenwhere/model";
import { type OptionForm, refuseOptions } from "@whenwhere/model/refuse-options";
import type { Store } from "@whenwhere/store";
import type { ExportScope } from "./export-scope.ts";
import { scopeText } from "./export-scope.ts";
import { shownRecords, sourcesOf } from "./shown-records.ts";

/** Records to write, with what stands over them. */
export interface WrittenRecords {
  readonly store: Store;
  readonly title: string;
  readonly scope: ExportScope;
  /** What the collection is about. */
  readonly description?: string | undefined;
}

function head({ store, title, scope, description }: WrittenRecords) {
  const incidents = shownRecords(store);
  const { attribution, license, language } = store;
  const about = [description ?? "", scopeText(scope)].filter((text) => text !== "").join("\n\n");
  const parts = { title, description: about, language, attribution, license };
  return { incidents, parts: { ...parts, sources: sourcesOf(store, incidents) } };
}

/** The shown records as a collection; its description ends with the filters in words and the date of the export. */
export function shownCollection(records: WrittenRecords): Collection {
  const { incidents, parts } = head(records);
  return toCollection(incidents, parts);
}

const FORM: OptionForm<WrittenRecords & { readonly format: "json" | "geojson" | "csv" }> = {
  format: ["json", "geojson", "csv"],
  store: "any",
  title: [String],
  scope: [Object],
  description: [String],
};

/**
 * The shown records as text of a collection, GeoJSON or a table for spreadsheets.
 * @throws WhenWhereError `export/option-unknown`.
 */
export function writeRecords(format: "json" | "geojson" | "csv", records: WrittenRecords): string {
  refuseOptions({ ...records, format }, FORM, { code: "export", name: "writeRecords" });
  const { incidents, parts } = head(records);
  if (format === "json") return `${JSON.stringify(toCollection(incidents, parts), null, 2)}\n`;
  if (format === "geojson") return `${JSON.stringify(toGeoJSON(incidents, parts), null, 2)}\n`;
  const { attribution, license } = parts;
  return toCSV(incidents, { mode: "spreadsheet", attribution, license, note: scopeText(records.scope) });
}
