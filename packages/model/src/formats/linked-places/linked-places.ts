import { notFeature, placeOfGeometry } from "../../read/geometry-place.ts";
import { parseJson } from "../../read/json-text.ts";
import type { Note, Reader, RecordSink } from "../../read/reader.ts";
import { isRecord } from "../../read/record/fields.ts";
import { readPair } from "../../read/table/coordinate-text.ts";
import { isWebAddress, jsonKeys, noteShape, trimmed } from "../preset-head.ts";
import { whenOfTimespans } from "./timespans.ts";

/**
 * Linked Places (GeoJSON-T): a FeatureCollection, one Feature, or one Feature a line.
 *
 * Source: LinkedPasts/linked-places-format 1.3 (`@id`, `names`, `types`, `when`, `descriptions`, `citations`) and
 * kgeographer/geojson-t (`when` on Features and on each geometry). Of several geometries the first certain one is the
 * place, the others are rival claims; `links`, `relations`, `depictions` and further names stay in `extra`.
 */
export const linkedPlaces: Reader = {
  name: "linked-places",
  detect(head) {
    const keys = jsonKeys(head);
    if (keys.size === 0 || keys.has("whenwhere") || !/"type"\s*:\s*"Feature/.test(head.text)) return 0;
    if (/"@context"\s*:[^{}]{0,200}linked-?places/i.test(head.text)) return 0.97;
    return keys.has("timespans") || keys.has("timespan") ? 0.8 : 0;
  },
  read(input, sink) {
    const parsed = input.json();
    if (!parsed.ok) {
      readLines(input.text, sink);
      return;
    }
    const { value } = parsed;
    const features: unknown = isRecord(value) ? (value.type === "Feature" ? [value] : value.features) : value;
    if (!Array.isArray(features)) {
      noteShape(sink, value, "a FeatureCollection");
      return;
    }
    if (isRecord(value)) describe(value, sink);
    for (const feature of features) readFeature(feature, sink);
  },
};

function readLines(text: string, sink: RecordSink): void {
  text.split(/\r?\n/).forEach((line, i) => {
    if (line.trim() === "") return;
    const parsed = parseJson(line.trim().replace(/,$/, ""));
    if (parsed.ok) readFeature(parsed.value, sink);
    else {
      const message = `Line ${i + 1} is not JSON: column ${parsed.column} has ${parsed.found}.`;
      sink.reject({ code: "input/json-line", value: i + 1, message });
    }
  });
}

function describe(value: Json, sink: RecordSink): void {
  const citation = isRecord(value.citation) ? value.citation : value;
  for (const key of ["title", "description", "license", "attribution"] as const) {
    const text = trimmed(citation[key]) ?? trimmed(value[key]);
    if (text !== undefined) sink.describe({ [key]: text });
  }
}

type Json = Readonly<Record<string, unknown>>;

function readFeature(feature: unknown, sink: RecordSink): void {
  if (!isRecord(feature) || feature.type !== "Feature") {
    sink.reject(notFeature(feature));
    return;
  }
  const properties = isRecord(feature.properties) ? feature.properties : {};
  const names = objects(feature.names);
  const types = labelsOf(feature.types);
  const title = trimmed(properties.title) ?? trimmed(names[0]?.toponym);
  const date = whenOfTimespans(feature.when ?? properties.when);
  const place = placesOf(feature.geometry, { name: title ?? null, ccodes: properties.ccodes });
  const parts = {
    id: trimmed(feature["@id"]) ?? trimmed(feature.id),
    title,
    summary:
      objects(feature.descriptions)
        .flatMap(({ value }) => trimmed(value) ?? [])
        .join("\n\n") || undefined,
    category: types[0],
    tags: types.length > 1 ? types.slice(1) : undefined,
    when: date.when,
    where: place.where,
    claims: place.claims,
    sources: sourcesOf(feature, sink),
    extra: extraOf(feature, properties, names),
  };
  const given = Object.entries(parts).filter(([, value]) => value !== undefined);
  sink.record(Object.fromEntries(given), [...date.notes, ...place.notes]);
}

function objects(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function labelsOf(types: unknown): readonly string[] {
  const labels = objects(types).map(
    (type) => trimmed(type.label) ?? trimmed(objects(type.sourceLabels)[0]?.label) ?? trimmed(type.identifier),
  );
  return labels.filter((label) => label !== undefined);
}

interface Places {
  readonly where: Json | undefined;
  readonly claims: readonly unknown[] | undefined;
  readonly notes: readonly Note[];
}

/** The first certain place, with the others as rival claims. */
function placesOf(
  geometry: unknown,
  { name, ccodes }: { readonly name: string | null; readonly ccodes: unknown },
): Places {
  const codes = (Array.isArray(ccodes) ? ccodes : []).map(trimmed);
  const country = codes.length === 1 && codes[0] !== undefined ? { country: codes[0] } : {};
  const parts =
    isRecord(geometry) && geometry.type === "GeometryCollection" ? objects(geometry.geometries) : [geometry];
  const notes: Note[] = [];
  const places = parts.flatMap((part) => {
    const read = placeOfGeometry(withCoordinates(part));
    notes.push(...read.notes);
    return read.where === undefined ? [] : [{ where: read.where, certainty: certaintyOf(part) }];
  });
  const named = { ...(name === null ? {} : { name }), ...country };
  const best = places.find(({ certainty }) => certainty === "certain") ?? places[0];
  const others = places.filter((place) => place !== best);
  if (best !== undefined && best.certainty !== "certain") {
    const message = `The place is ${best.certainty} by its own word.`;
    notes.push({
      code: "linked-places/certainty",
      field: "geometry",
      value: best.certainty,
      severity: "info",
      message,
    });
  }
  const where = { ...named, ...best?.where };
  const claims = others.map((other) => ({ field: "where", value: other.where }));
  return {
    where: Object.keys(where).length === 0 ? undefined : where,
    claims: claims.length === 0 ? undefined : claims,
    notes,
  };
}

function certaintyOf(part: unknown): string {
  return (isRecord(part) ? trimmed(part.certainty) : undefined) ?? "certain";
}

/** A geometry without coordinates may have a point as WKT. */
function withCoordinates(part: unknown): unknown {
  if (!isRecord(part) || part.coordinates !== undefined) return part;
  const pair = readPair(trimmed(part.geowkt) ?? "");
  return pair === null ? part : { type: "Point", coordinates: [pair[1], pair[0]] };
}

/** Citations of names, types, geometries and the Feature, and the documents of descriptions. */
function sourcesOf(feature: Json, sink: RecordSink): readonly string[] | undefined {
  const parts = [feature, ...objects(feature.names), ...objects(feature.types), ...geometriesOf(feature.geometry)];
  const keys = new Set<string>();
  for (const item of [...parts.flatMap(({ citations }) => objects(citations)), ...objects(feature.descriptions)]) {
    const url = [trimmed(item["@id"]), trimmed(item.id)].find((text) => text !== undefined && isWebAddress(text));
    const label = trimmed(item.label);
    const key = url ?? label;
    if (key === undefined) continue;
    keys.add(key);
    const year = trimmed(item.year);
    const published = year !== undefined && /^\d{4}$/.test(year) ? { published: year } : {};
    sink.source(key, { title: label ?? key, ...(url === undefined ? {} : { url }), ...published });
  }
  return keys.size === 0 ? undefined : [...keys];
}

function geometriesOf(geometry: unknown): readonly Json[] {
  if (!isRecord(geometry)) return [];
  return geometry.type === "GeometryCollection" ? objects(geometry.geometries) : [geometry];
}

const TAKEN: readonly string[] = [
  "@id",
  "id",
  "type",
  "properties",
  "when",
  "geometry",
  "types",
  "descriptions",
  "citations",
];

function extraOf(feature: Json, properties: Json, names: readonly Json[]): Json | undefined {
  const own = Object.entries(feature).filter(([key]) => !TAKEN.includes(key) && key !== "names");
  const more = Object.entries(properties).filter(([key]) => !["title", "ccodes", "when"].includes(key));
  const when = isRecord(feature.when) ? feature.when : {};
  const kept = ["periods", "duration"].flatMap((key) => (when[key] === undefined ? [] : [[key, when[key]] as const]));
  const countries =
    Array.isArray(properties.ccodes) && properties.ccodes.length > 1 ? { ccodes: properties.ccodes } : {};
  const entries = [...own, ...more, ...kept].filter(
    ([, value]) => value !== null && value !== undefined && value !== "",
  );
  const extra = { ...countries, ...Object.fromEntries(entries), ...(names.length > 1 ? { names } : {}) };
  return Object.keys(extra).length === 0 ? undefined : extra;
}
