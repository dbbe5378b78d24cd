import { type ReadResult, toCollection, toCSV, toGeoJSON } from "@whenwhere/model";
import { UsageError } from "./cli-io.ts";

const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/\.geojson$/i, "geojson"],
  [/\.json$/i, "json"],
  [/\.csv$/i, "csv"],
];

/** The format to write: as asked, else by the ending of the file. */
export function outputFormat(to: string | undefined, path: string): string {
  const format = to ?? ENDINGS.find(([ending]) => ending.test(path))?.[1];
  if (format === undefined)
    throw new UsageError(`The ending of ${path} names no format; add --to json, geojson or csv.`);
  if (!["json", "geojson", "csv"].includes(format))
    throw new UsageError(`--to ${format} is not known; use json, geojson or csv.`);
  return format;
}

/** What was read, in the format asked for. */
export function converted(result: ReadResult, format: string, spreadsheet: boolean): string {
  const { title, description, language, license, attribution, sources } = result;
  const parts = { title, description, language, license, attribution, sources };
  if (format === "csv") return toCSV(result.incidents, { mode: spreadsheet ? "spreadsheet" : "data" });
  const document = format === "json" ? toCollection(result.incidents, parts) : toGeoJSON(result.incidents, parts);
  return `${JSON.stringify(document, null, 2)}\n`;
}
