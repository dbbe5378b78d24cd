import type { GeoJsonGeometry, PlacePrecision, Where } from "../incident.ts";
import { defaultRadiusM } from "../place/default-radius.ts";
import { hasPosition, placePrecision } from "../place/place-precision.ts";
import type { PlaceGrid } from "./place-grid.ts";

/** How wide an area a name of each precision stands for, in metres at least. A name of unknown fineness is fine. */
const NAME_M: Readonly<Record<PlacePrecision, number>> = {
  exact: 50,
  settlement: 5_000,
  district: 25_000,
  line: 25_000,
  region: 100_000,
  province: 100_000,
  sea: 300_000,
  country: 500_000,
  unknown: 0,
};

/**
 * A place on the grid. Law: the position is the middle of its cell, whatever the point inside, and the radius, a
 * multiple of a quarter of the grid's, covers all that the place covered. A geometry becomes the circle around it.
 */
export function placeOnGrid(where: Where, grid: PlaceGrid): Where {
  const precision = placePrecision(where);
  const { name, admin1, country, lon: _lon, lat: _lat, geometry: _geometry, radiusM: _radiusM, ...rest } = where;
  // A class that was concluded from a country or an outline says nothing of how fine the name is.
  const named = where.precision !== undefined || hasPosition(where) ? precision : "unknown";
  const known = Math.min(NAME_M[named], where.radiusM ?? Number.POSITIVE_INFINITY);
  const names = {
    ...(name && known >= grid.radiusM ? { name } : {}),
    ...(admin1 && NAME_M.province >= grid.radiusM ? { admin1 } : {}),
    ...(country && NAME_M.country >= grid.radiusM ? { country } : {}),
  };
  const extent = extentOf(where, precision);
  if (extent === null) return { ...rest, ...names };
  const cell = grid.cellOf(extent.lon, extent.lat);
  const step = grid.radiusM / 4;
  const radiusM = Math.ceil((grid.radiusM + (extent.radiusM ?? 0)) / step) * step;
  // Known to a building, but shown to a cell: the word "exact" would be wrong.
  const coarse = precision === "exact" || precision === "settlement" ? coarseOf(radiusM) : precision;
  return {
    ...rest,
    ...names,
    ...cell,
    precision: coarse,
    ...(extent.radiusM === null ? {} : { radiusM: Math.min(radiusM, 20_037_508) }),
    ...(extent.radiusM === null || where.basis !== undefined ? {} : { basis: "assumed" as const }),
    obscured: true,
  };
}

function coarseOf(radiusM: number): PlacePrecision {
  return radiusM <= 25_000 ? "settlement" : "region";
}

interface Extent {
  readonly lon: number;
  readonly lat: number;
  /** Null = a named area, whose own extent no circle tells. */
  readonly radiusM: number | null;
}

function extentOf(where: Where, precision: PlacePrecision): Extent | null {
  const own = where.radiusM ?? defaultRadiusM(precision);
  const box = where.geometry ? boxOf(where.geometry) : null;
  if (hasPosition(where)) {
    const around = box === null ? 0 : Math.max(...box.map(([lon, lat]) => metresBetween(where, { lon, lat })));
    return {
      lon: where.lon,
      lat: where.lat,
      radiusM: own === null && box === null ? null : Math.max(own ?? 0, around),
    };
  }
  if (box === null) return null;
  const [[west, south], , [east, north]] = box as [[number, number], [number, number], [number, number]];
  const middle = { lon: (west + east) / 2, lat: (south + north) / 2 };
  const around = Math.max(...box.map(([lon, lat]) => metresBetween(middle, { lon, lat })));
  return { ...middle, radiusM: Math.max(own ?? 0, around) };
}

/** The four corners of a geometry; null when it has no positions. */
function boxOf(geometry: GeoJsonGeometry): readonly (readonly [number, number])[] | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  const walk = (value: unknown): void => {
    if (!Array.isArray(value)) return;
    if (typeof value[0] !== "number") {
      for (const part of value) walk(part);
      return;
    }
    const [lon, lat] = value as [number, number];
    [west, east] = [Math.min(west, lon), Math.max(east, lon)];
    [south, north] = [Math.min(south, lat), Math.max(north, lat)];
  };
  walk(geometry.coordinates);
  if (!(west <= east && south <= north)) return null;
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
}

/** Along the great circle, on a sphere a little larger than the Earth. */
function metresBetween(a: { lon: number; lat: number }, b: { lon: number; lat: number }): number {
  const rad = Math.PI / 180;
  const sinLat = Math.sin(((b.lat - a.lat) * rad) / 2);
  const sinLon = Math.sin(((b.lon - a.lon) * rad) / 2);
  const h = sinLat * sinLat + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * sinLon * sinLon;
  return 2 * 6_400_000 * Math.asin(Math.min(1, Math.sqrt(h)));
}
