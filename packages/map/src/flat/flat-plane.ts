import { type GeoProjection, geoEqualEarth, geoMercator, geoNaturalEarth1 } from "d3-geo";

/** Projections that the flat map is drawn in. */
export type FlatKind = "equal-earth" | "natural-earth" | "mercator";

/** The world in a projection whose equator is 2 pi wide, with its middle meridian at 0 and north above. */
export interface FlatPlane {
  /** How far east of the middle meridian a place lies, by its degrees from it. */
  readonly x: (degreesEast: number, lat: number) => number;
  readonly y: (lat: number) => number;
  readonly latitudeOf: (y: number) => number;
  /** The highest `y` of the world; the lowest is its negative. Mercator's is that of 85 degrees. */
  readonly top: number;
}

const MERCATOR_LATITUDE = 85;

/** A projection of d3 as it comes. */
export function makeProjection(kind: FlatKind): GeoProjection {
  if (kind === "mercator") return geoMercator();
  return kind === "equal-earth" ? geoEqualEarth() : geoNaturalEarth1();
}

/** Makes the plane of a projection. */
export function flatPlane(kind: FlatKind): FlatPlane {
  const d3 = makeProjection(kind).scale(1).translate([0, 0]);
  const most = kind === "mercator" ? MERCATOR_LATITUDE : 90;
  const bounded = (lat: number): number => Math.max(-most, Math.min(most, lat));
  const at = (lon: number, lat: number): readonly [number, number] => d3([lon, bounded(lat)]) ?? [0, 0];
  const top = -at(0, most)[1];
  return {
    x: (degreesEast, lat) => at(degreesEast, lat)[0],
    y: (lat) => -at(0, lat)[1],
    latitudeOf: (y) => d3.invert?.([0, -Math.max(-top, Math.min(top, y))])?.[1] ?? 0,
    top,
  };
}
