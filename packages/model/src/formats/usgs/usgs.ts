import type { When, Where } from "../../incident.ts";
import type { InputHead, Reader, ReaderInput, RecordSink } from "../../read/reader.ts";
import { isRecord } from "../../read/record/fields.ts";
import { readDateText } from "../../read/table/date-text.ts";
import { valueText } from "../../value-text.ts";
import {
  given,
  hasColumns,
  objectTable,
  type PresetOutcome,
  type PresetRow,
  type PresetTable,
  readPresetRows,
  tableOrJson,
} from "../preset-table.ts";

/**
 * Earthquakes of the U.S. Geological Survey: the GeoJSON feeds and the CSV of the same catalogue.
 * Field list: ANSS Comprehensive Earthquake Catalog documentation, https://earthquake.usgs.gov/data/comcat/index.php;
 * feed: https://earthquake.usgs.gov/earthquakes/feed/v1.0/geojson.php.
 *
 * `time` is an instant in UTC. An epicentre is `exact` only with a `horizontalError`, which the CSV states in
 * kilometres and the GeoJSON feeds leave out; the number of stations (`nst`) and the like are no measure of distance.
 */
export const usgs: Reader = {
  name: "usgs",
  detect: (head) => {
    if (hasColumns(head.columns, "time", "latitude", "longitude", "mag", "magtype", "net", "id")) return 0.98;
    return isFeed(head) ? 0.97 : 0;
  },
  read(input, sink) {
    const table = tableOf(input, sink);
    if (table === null) return;
    sink.describe({ attribution: "U.S. Geological Survey", license: "Public domain" });
    readPresetRows(table, sink, (row) => earthquake(row, sink));
  },
};

function isFeed({ text }: InputHead): boolean {
  if (!/^\s*\{/.test(text) || !/"type"\s*:\s*"Feature/.test(text)) return false;
  return /"(?:url|detail)"\s*:\s*"https?:\/\/[a-z.]*usgs\.gov\//i.test(text) && /"magType"\s*:/.test(text);
}

function tableOf(input: ReaderInput, sink: RecordSink): PresetTable | null {
  return tableOrJson(input, sink, (value) => {
    const features = isRecord(value) && value.type === "Feature" ? [value] : isRecord(value) ? value.features : value;
    if (!Array.isArray(features)) {
      const message = `"features" is ${valueText(features)}; expected a list of Features.`;
      sink.note({ code: "input/shape", field: "features", message });
      return null;
    }
    if (isRecord(value) && isRecord(value.metadata) && typeof value.metadata.title === "string")
      sink.describe({ title: value.metadata.title });
    return objectTable((features as unknown[]).map(cellsOfFeature));
  });
}

/** A feature under the names of the CSV columns. */
function cellsOfFeature(feature: unknown): unknown {
  if (!isRecord(feature) || feature.type !== "Feature") return {};
  const { properties, geometry, id } = feature;
  const position = isRecord(geometry) && Array.isArray(geometry.coordinates) ? (geometry.coordinates as unknown[]) : [];
  const [longitude, latitude, depth] = position;
  return { ...(isRecord(properties) ? properties : {}), id, longitude, latitude, depth };
}

function earthquake(row: PresetRow, sink: RecordSink): PresetOutcome {
  const place = row.text("place");
  const type = row.text("type");
  const magnitude = row.number("mag");
  const url = row.text("url");
  if (row.text("id", "time", "place", "latitude") === undefined) {
    return { reject: { code: "record/empty", message: "The record has neither an id nor a time nor a place." } };
  }
  if (url !== undefined && /^https?:\/\//i.test(url))
    sink.source(url, { title: "USGS event page", publisher: "USGS", url });
  const status = row.text("status")?.toLowerCase();
  const named = magnitude === undefined ? (type ?? "Earthquake") : `M ${magnitude.toFixed(1)}`;
  const record = given({
    id: row.text("id"),
    title: row.text("title") ?? [named, place].filter(Boolean).join(" - "),
    category: type,
    status: status === "deleted" ? "retracted" : undefined,
    when: instant(row),
    where: epicentre(row, place),
    sources: url !== undefined && /^https?:\/\//i.test(url) ? [url] : [],
    tags: status === "automatic" ? ["automatic"] : [],
    extra: extra(row, magnitude),
  });
  return { record };
}

const TAKEN: ReadonlySet<string> = /* @__PURE__ */ new Set([
  ...["id", "title", "type", "time", "longitude", "latitude", "place", "url", "horizontalerror", "mag"],
]);

/** Magnitude and depth as numbers, to filter and to size by; everything else as it stands. */
function extra(row: PresetRow, magnitude: number | undefined): Readonly<Record<string, unknown>> {
  const depthKm = row.number("depth");
  return {
    ...row.extra(TAKEN),
    ...(magnitude === undefined ? {} : { mag: magnitude }),
    ...(depthKm === undefined ? {} : { depth: depthKm }),
  };
}

/** Milliseconds since 1970 in the feeds, ISO text in the CSV; both are UTC. */
function instant(row: PresetRow): When | undefined {
  const text = row.text("time");
  if (text === undefined) return undefined;
  const epochMs = /^-?\d{1,14}$/.test(text) ? Number(text) : Number.NaN;
  if (Math.abs(epochMs) <= 8.64e15) {
    const iso = new Date(epochMs).toISOString();
    if (/^\d{4}-/.test(iso)) return { edtf: iso, zone: "UTC" };
  }
  const reading = readDateText(text, null);
  if (reading.kind === "edtf" && reading.via === "edtf") return { edtf: reading.edtf, zone: "UTC" };
  row.note({
    code: "time/syntax",
    field: "time",
    value: text,
    message: `time is ${valueText(text)}, no instant that can be read.`,
  });
  return { label: text };
}

/** The epicentre, as exact as `horizontalError` says; without it only as a settlement would be. */
function epicentre(row: PresetRow, name: string | undefined): Where | undefined {
  const errorKm = row.number("horizontalerror");
  const isMeasured = errorKm !== undefined && errorKm > 0;
  const [lon, lat] = [row.number("longitude"), row.number("latitude")];
  const isThere = lon !== undefined && lat !== undefined;
  const where = given({
    name,
    lon,
    lat,
    precision: isThere ? (isMeasured ? "exact" : "settlement") : undefined,
    radiusM: isMeasured && isThere ? errorKm * 1000 : undefined,
    basis: isMeasured && isThere ? "measured" : undefined,
  });
  return Object.keys(where).length === 0 ? undefined : (where as Where);
}
