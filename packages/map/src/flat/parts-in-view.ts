import type { MultiLineString, MultiPolygon } from "geojson";
import type { PartBounds } from "../basemap/part-bounds.ts";
import type { FlatViewport } from "./flat-viewport.ts";

/**
 * What an edge may reach beyond the bounds of its ends, in degrees: edges are great circles, and the longest of the world, some
 * thirty degrees of a parallel, rises by less than half of this.
 */
const MARGIN_DEG = 5;

/** The part of the world that a Mercator view shows, or null where every part may be in view. */
export interface GeoWindow {
  readonly lon: number;
  readonly halfDeg: number;
  readonly south: number;
  readonly north: number;
}

/** Where a view looks, with a margin. Other projections show the whole world or nearly so. */
export function geoWindow({ kind, projection, widthPx, heightPx, center }: FlatViewport): GeoWindow | null {
  const [[left, top] = [0, 0], [right, bottom] = [widthPx, heightPx]] = projection.clipExtent() ?? [];
  const halfDeg = (((right - left) / 2 / projection.scale()) * 180) / Math.PI + MARGIN_DEG;
  if (kind !== "mercator" || halfDeg >= 180 || projection.invert === undefined) return null;
  const north = projection.invert([widthPx / 2, top])?.[1] ?? 90;
  const south = projection.invert([widthPx / 2, bottom])?.[1] ?? -90;
  return { lon: center[0], halfDeg, south: south - MARGIN_DEG, north: north + MARGIN_DEG };
}

/** The same shape without the parts that lie outside, which would be projected point by point only to be cut off. */
export function partsInView<Shape extends MultiPolygon | MultiLineString>(
  shape: Shape,
  bounds: PartBounds,
  window: GeoWindow | null,
): Shape {
  if (window === null) return shape;
  const parts = shape.coordinates as unknown[];
  return { ...shape, coordinates: parts.filter((_, i) => meets(bounds.subarray(4 * i, 4 * i + 4), window)) };
}

function meets([west = 0, south = 0, east = 0, north = 0]: PartBounds, window: GeoWindow): boolean {
  if (north < window.south || south > window.north) return false;
  const apart = Math.abs((((((west + east) / 2 - window.lon) % 360) + 540) % 360) - 180);
  return apart <= window.halfDeg + (east - west) / 2;
}
