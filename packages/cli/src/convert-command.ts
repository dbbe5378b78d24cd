import { type Issue, type ReadResult, toCollection, toCSV, toGeoJSON } from "@whenwhere/model";
import { toArrow, toICalendar, toKML, toLinkedPlaces, toTimelineJS, type WrittenText } from "@whenwhere/model/formats";
import { headNotCarried } from "@whenwhere/model/written";
import { UsageError } from "./cli-io.ts";

/** Formats that can be written. */
const OUTPUT_FORMATS: readonly string[] = [
  "json",
  "geojson",
  "csv",
  "kml",
  "ics",
  "linked-places",
  "timelinejs",
  "arrow",
];

const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/\.geojson$/i, "geojson"],
  [/\.json$/i, "json"],
  [/\.csv$/i, "csv"],
  [/\.kml$/i, "kml"],
  [/\.ics$/i, "ics"],
  [/\.(arrow|feather)$/i, "arrow"],
];

/** The format to write: as asked, else by the ending of the file. Throws {@link UsageError} for one that cannot be. */
export function outputFormat(to: string | undefined, path: string): string {
  const format = to ?? ENDINGS.find(([ending]) => ending.test(path))?.[1];
  const words = OUTPUT_FORMATS.join(", ");
  if (format === undefined)
    throw new UsageError(`The ending of ${path} names no format; add --to with one of ${words}.`);
  if (!OUTPUT_FORMATS.includes(format)) throw new UsageError(`--to ${format} is not known; use one of ${words}.`);
  if (format === "arrow" && path === "-")
    throw new UsageError("--to arrow writes bytes; name a file instead of standard output.");
  return format;
}

/** A written file, and what the format could not carry. */
export interface Converted {
  /** Bytes where the format is not text. */
  readonly content: string | Uint8Array;
  readonly issues: readonly Issue[];
}

/** What was read, in the format asked for. */
export async function converted(result: ReadResult, format: string, spreadsheet: boolean): Promise<Converted> {
  const { incidents, title, description, language, license, attribution, sources } = result;
  const parts = { title, description, language, license, attribution, sources };
  switch (format) {
    case "csv":
      return {
        content: toCSV(incidents, { mode: spreadsheet ? "spreadsheet" : "data", attribution, license }),
        issues: headNotCarried(parts, { format: "CSV", carried: ["attribution", "license"], ofSources: [] }),
      };
    case "geojson":
      return whole(`${JSON.stringify(toGeoJSON(incidents, parts), null, 2)}\n`);
    case "kml":
      return written(toKML(incidents, parts));
    case "ics":
      return written(toICalendar(incidents, parts));
    case "linked-places":
      return written(toLinkedPlaces(incidents, parts));
    case "timelinejs":
      return written(toTimelineJS(incidents, parts));
    case "arrow": {
      const { bytes, issues } = await toArrow(incidents, parts);
      return { content: bytes, issues };
    }
    default:
      return whole(`${JSON.stringify(toCollection(incidents, parts), null, 2)}\n`);
  }
}

function whole(content: string): Converted {
  return { content, issues: [] };
}

function written({ text, issues }: WrittenText): Converted {
  return { content: text, issues };
}
