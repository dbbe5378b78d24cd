import { valueText } from "../value-text.ts";
import { describeCollection } from "./collection-head.ts";
import { readFeatureRows } from "./geo-rows.ts";
import { whenOfMember } from "./geojson-when.ts";
import { notFeature, placeOfGeometry } from "./geometry-place.ts";
import type { ReaderOptions, RecordSink } from "./reader.ts";
import { isRecord } from "./record/fields.ts";

/** A Feature or FeatureCollection. */
export function isGeoJson(value: unknown): value is Readonly<Record<string, unknown>> {
  return isRecord(value) && (value.type === "FeatureCollection" || value.type === "Feature");
}

/**
 * Reads GeoJSON. Written by us (`"whenwhere": 1`): properties are a record. From elsewhere: properties are mapped like
 * the columns of a table. In both, a `when` member is the date and the geometry is the place, unless properties say more.
 */
export function readGeoJson(value: Readonly<Record<string, unknown>>, sink: RecordSink, options: ReaderOptions): void {
  sink.format("geojson");
  const features = value.type === "Feature" ? [value] : value.features;
  if (!Array.isArray(features)) {
    sink.note({
      code: "input/shape",
      field: "features",
      message: `"features" is ${valueText(features)}; expected a list of Features.`,
    });
    return;
  }
  if (value.whenwhere === 1) {
    describeCollection(value, sink);
    for (const feature of features) readOwnFeature(feature, sink);
    return;
  }
  readFeatureRows(features, sink, options);
}

function readOwnFeature(feature: unknown, sink: RecordSink): void {
  if (!isRecord(feature) || feature.type !== "Feature") {
    sink.reject(notFeature(feature));
    return;
  }
  const properties = isRecord(feature.properties) ? feature.properties : {};
  const place = placeOfGeometry(feature.geometry);
  const where = isRecord(properties.where) ? properties.where : place.where;
  const raw = {
    ...properties,
    ...(feature.id === undefined ? {} : { id: feature.id }),
    ...(feature.when === undefined ? {} : { when: whenOfMember(feature.when) }),
    ...(where === undefined ? {} : { where }),
  };
  sink.record(raw, place.notes);
}
