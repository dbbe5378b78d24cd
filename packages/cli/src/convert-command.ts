import { type Issue, type ReadResult, toCollection, toCSV, toGeoJSON } from "@whenwhere/model";
import { toICalendar, toKML, toLinkedPlaces, toTimelineJS } from "@whenwhere/model/formats";
import { UsageError } from "./cli-io.ts";

/** Formats that can be written. */
export const OUTPUT_FORMATS: readonly string[] = [
  "json",
  "geojson",
  "csv",
  "kml",
  "ics",
  "linked-places",
  "timelinejs",
];

const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/\.geojson$/i, "geojson"],
  [/\.json$/i, "json"],
  [/\.csv$/i, "csv"],
  [/\.kml$/i, "kml"],
  [/\.ics$/i, "ics"],
];

/** The format to write: as asked, else by the ending of the file. */
export function outputFormat(to: string | undefined, path: string): string {
  const format = to ?? ENDINGS.find(([ending]) => ending.test(path))?.[1];
  const words = OUTPUT_FORMATS.join(", ");
  if (format === undefined)
    throw new UsageError(`The ending of ${path} names no format; add --to with one of ${words}.`);
  if (!OUTPUT_FORMATS.includes(format)) throw new UsageError(`--to ${format} is not known; use one of ${words}.`);
  return format;
}

/** A written file, and what the format could not carry. */
export interface Converted {
  readonly text: string;
  readonly issues: readonly Issue[];
}

/** What was read, in the format asked for. */
export function converted(result: ReadResult, format: string, spreadsheet: boolean): Converted {
  const { incidents, title, description, language, license, attribution, sources } = result;
  const parts = { title, description, language, license, attribution, sources };
  switch (format) {
    case "csv":
      return whole(toCSV(incidents, { mode: spreadsheet ? "spreadsheet" : "data", attribution, license }));
    case "geojson":
      return whole(`${JSON.stringify(toGeoJSON(incidents, parts), null, 2)}\n`);
    case "kml":
      return toKML(incidents, parts);
    case "ics":
      return toICalendar(incidents, parts);
    case "linked-places":
      return toLinkedPlaces(incidents, parts);
    case "timelinejs":
      return toTimelineJS(incidents, parts);
    default:
      return whole(`${JSON.stringify(toCollection(incidents, parts), null, 2)}\n`);
  }
}

function whole(text: string): Converted {
  return { text, issues: [] };
}
