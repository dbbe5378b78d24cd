import { valueText } from "../../value-text.ts";
import { type FieldReader, fieldReader, isRecord } from "./fields.ts";

const DEPTH = { Point: 0, MultiPoint: 1, LineString: 1, MultiLineString: 2, Polygon: 2, MultiPolygon: 3 } as const;

/** A GeoJSON geometry whose every position is [lon, lat] on Earth and whose rings are closed; else left out and said. */
export const geometry: FieldReader = /* @__PURE__ */ fieldReader(isSound, (value, path, log) => {
  if (value === null || value === undefined) return undefined;
  const fault = geometryFault(value);
  if (fault === null) return value;
  log.note("place/geometry", path, null, `${path} ${fault}; it was left out.`);
  return undefined;
});

function isSound(value: unknown): boolean {
  return value !== null && value !== undefined && geometryFault(value) === null;
}

/** What is wrong with a geometry, as a predicate; null when it is sound. */
export function geometryFault(value: unknown): string | null {
  if (!isRecord(value)) return `is ${valueText(value)}, not a geometry`;
  const { type, coordinates } = value;
  if (typeof type !== "string" || !Object.hasOwn(DEPTH, type)) return `has the type ${valueText(type)}`;
  const depth = DEPTH[type as keyof typeof DEPTH];
  if (depth === 0) return isPosition(coordinates) ? null : "has a position that is not on Earth";
  if (!positionsOk(coordinates, depth)) return "has a position that is not on Earth, or an empty list";
  if (type === "LineString" && (coordinates as unknown[]).length < 2) return "is a line of one position";
  if (type === "Polygon" && !ringsClosed(coordinates as number[][][])) return "has a ring that is not closed";
  if (type === "MultiPolygon" && !(coordinates as number[][][][]).every(ringsClosed))
    return "has a ring that is not closed";
  return null;
}

function isPosition(value: unknown): boolean {
  if (!Array.isArray(value) || value.length < 2) return false;
  const [lon, lat] = value as unknown[];
  if (!value.every((n) => typeof n === "number" && Number.isFinite(n))) return false;
  return Math.abs(lon as number) <= 180 && Math.abs(lat as number) <= 90;
}

function positionsOk(value: unknown, depth: number): boolean {
  if (depth === 0) return isPosition(value);
  return Array.isArray(value) && value.length > 0 && value.every((item) => positionsOk(item, depth - 1));
}

function ringsClosed(rings: readonly (readonly (readonly number[])[])[]): boolean {
  return rings.every((ring) => {
    const first = ring[0];
    const last = ring.at(-1);
    return ring.length >= 4 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
  });
}
