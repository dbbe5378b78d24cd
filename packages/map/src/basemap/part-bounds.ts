import type { MultiLineString, MultiPolygon, Position } from "geojson";

/** West, south, east and north of each part of a shape, one after the other, in degrees. */
export type PartBounds = Float64Array;

/** The bounds of the polygons or lines of a shape whose parts do not cross the antimeridian. One pass over its points. */
export function partBounds(shape: MultiPolygon | MultiLineString): PartBounds {
  const bounds = new Float64Array(4 * shape.coordinates.length);
  shape.coordinates.forEach((part, i) => {
    // Holes lie inside the outer ring, which comes first.
    const line = (shape.type === "MultiPolygon" ? part[0] : part) as readonly Position[];
    let [west, south, east, north] = [180, 90, -180, -90];
    for (const [lon = 0, lat = 0] of line) {
      west = Math.min(west, lon);
      east = Math.max(east, lon);
      south = Math.min(south, lat);
      north = Math.max(north, lat);
    }
    bounds.set([west, south, east, north], 4 * i);
  });
  return bounds;
}
