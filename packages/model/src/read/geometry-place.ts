import { valueText } from "../value-text.ts";
import type { Note } from "./reader.ts";
import { isRecord } from "./record/fields.ts";
import { geometryFault } from "./record/geometry-field.ts";

/** Why an item of `features` is no record. */
export function notFeature(value: unknown): Note {
  const found = isRecord(value) ? `an object of type ${valueText(value.type)}` : valueText(value);
  return { code: "record/not-an-object", value, message: `Found ${found}; expected a GeoJSON Feature.` };
}

/** A place from a geometry. */
export interface GeometryPlace {
  readonly where: Readonly<Record<string, unknown>> | undefined;
  readonly notes: readonly Note[];
}

/**
 * A point gives coordinates; a polygon or line gives the geometry and a precision, and no invented point.
 * Null, and points of nulls, give no place.
 */
export function placeOfGeometry(geometry: unknown): GeometryPlace {
  const nothing = { where: undefined, notes: [] };
  if (geometry === null || geometry === undefined || !isRecord(geometry)) return nothing;
  const { type, coordinates } = geometry;
  if (type === "Point") return pointPlace(coordinates);
  if (type === "GeometryCollection") return collectionPlace(geometry.geometries);
  const fault = geometryFault(geometry);
  if (fault === null) {
    const precision = type === "LineString" || type === "MultiLineString" ? "line" : "region";
    return { where: { geometry: { type, coordinates }, precision }, notes: [] };
  }
  return {
    where: undefined,
    notes: [{ code: "place/geometry", field: "geometry", message: `The geometry ${fault}; it was left out.` }],
  };
}

function pointPlace(coordinates: unknown): GeometryPlace {
  const [lon, lat] = Array.isArray(coordinates) ? (coordinates as unknown[]) : [];
  if ((lon ?? null) === null && (lat ?? null) === null) return { where: undefined, notes: [] };
  return { where: { lon, lat }, notes: [] };
}

/** The first part that is a place; the others are said. */
function collectionPlace(parts: unknown): GeometryPlace {
  const list = Array.isArray(parts) ? (parts as unknown[]) : [];
  const places = list.filter((part) => !isRecord(part) || part.type !== "GeometryCollection").map(placeOfGeometry);
  const first = places.find(({ where }) => where !== undefined);
  if (first === undefined) return { where: undefined, notes: list.length === 0 ? [] : [noPlaceAmong(list.length)] };
  if (list.length < 2) return first;
  const message = `The geometry has ${list.length} parts; the first that is a place was taken.`;
  return {
    where: first.where,
    notes: [...first.notes, { code: "place/geometry", field: "geometry", message, changes: true }],
  };
}

/** Parts of nulls are no place either, and say it; only an empty list, like null, says nothing. */
function noPlaceAmong(parts: number): Note {
  const message = `None of the ${parts} parts of the geometry is a place of its own; it was left out.`;
  return { code: "place/geometry", field: "geometry", message };
}
