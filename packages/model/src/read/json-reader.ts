import { HEAD_TEXTS } from "../head-texts.ts";
import { valueText } from "../value-text.ts";
import { describeCollection } from "./collection-head.ts";
import { isGeoJson, readGeoJson } from "./geojson-reader.ts";
import { jsonSyntaxNote } from "./json-syntax-note.ts";
import { parseJson } from "./json-text.ts";
import type { Reader, ReaderOptions, RecordSink } from "./reader.ts";
import { isRecord } from "./record/fields.ts";

/** Our own JSON: a collection, a bare list of records, one record, or JSON Lines; GeoJSON is recognised by its type. */
export const jsonReader: Reader = {
  name: "json",
  detect: ({ text, name, mediaType }) => {
    const start = text.trimStart()[0];
    if (start === "{" || start === "[") return 0.6;
    return /\.(json|geojson|jsonl|ndjson)$/i.test(name ?? "") || /\bjson\b/.test(mediaType ?? "") ? 0.4 : 0;
  },
  read(input, sink, options) {
    const parsed = input.json();
    if (parsed.ok) readJsonValue(parsed.value, sink, options);
    else if (isJsonLines(input.text)) readJsonLines(input.text, sink, options);
    else sink.note(jsonSyntaxNote(input.text, parsed));
  },
};

/** Reads a parsed document, whatever of ours it is. */
function readJsonValue(value: unknown, sink: RecordSink, options: ReaderOptions): void {
  if (Array.isArray(value)) {
    if (value.length > 0 && value.every((item) => isGeoJson(item)))
      readGeoJson({ type: "FeatureCollection", features: value }, sink, options);
    else for (const record of value) sink.record(record);
  } else if (!isRecord(value)) sink.note(shapeNote(`Found ${valueText(value)}`));
  else if (isGeoJson(value)) readGeoJson(value, sink, options);
  else if ("incidents" in value) readCollection(value, sink);
  else if ("title" in value || "id" in value || "when" in value) sink.record(value);
  else sink.note(shapeNote(`Found an object with ${Object.keys(value).slice(0, 8).join(", ") || "no fields"}`));
}

function shapeNote(found: string) {
  return { code: "input/shape", message: `${found}; expected "incidents", a list of records, or GeoJSON.` };
}

const KNOWN: readonly string[] = ["whenwhere", "sources", "incidents", "$schema", ...HEAD_TEXTS];

function readCollection(value: Readonly<Record<string, unknown>>, sink: RecordSink): void {
  describeCollection(value, sink);
  const unknown = Object.keys(value).filter((key) => !KNOWN.includes(key));
  for (const key of unknown) {
    sink.note({
      code: "field/unknown",
      field: key,
      message: `${key} is not a field of a collection; it was left out.`,
    });
  }
  const { incidents } = value;
  if (Array.isArray(incidents)) for (const record of incidents) sink.record(record);
  else
    sink.note({
      code: "input/shape",
      field: "incidents",
      message: `"incidents" is ${valueText(incidents)}; expected a list of records.`,
    });
}

/** At least two lines begin like records, and the first of them is whole. */
function isJsonLines(text: string): boolean {
  const lines = text.split(/\r?\n/, 50).filter((line) => line.trim() !== "");
  return lines.length > 1 && lines.filter((line) => parseJson(line).ok).length * 2 >= lines.length;
}

function readJsonLines(text: string, sink: RecordSink, options: ReaderOptions): void {
  sink.format("jsonl");
  const values = text
    .split(/\r?\n/)
    .flatMap((line, i) => (line.trim() === "" ? [] : [{ line: i + 1, ...parsedLine(line) }]));
  const features = values.filter(({ value }) => isGeoJson(value));
  if (features.length > 0 && features.length === values.filter(({ fault }) => fault === null).length) {
    readGeoJson({ type: "FeatureCollection", features: features.map(({ value }) => value) }, sink, options);
    for (const { line, fault } of values) if (fault !== null) sink.reject(lineNote(line, fault));
    return;
  }
  for (const { line, value, fault } of values) {
    if (fault === null) sink.record(value);
    else sink.reject(lineNote(line, fault));
  }
}

function parsedLine(line: string): { readonly value: unknown; readonly fault: string | null } {
  const parsed = parseJson(line);
  return parsed.ok
    ? { value: parsed.value, fault: null }
    : { value: undefined, fault: `column ${parsed.column} has ${parsed.found}` };
}

function lineNote(line: number, fault: string) {
  return { code: "input/json-line", value: line, message: `Line ${line} is not JSON: ${fault}.` };
}
