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
    for (let at = 0; at < line.length; at++) {
      // Taken apart as a list, a point would cost several times the comparing.
      const point = line[at] as Position;
      const lon = point[0] as number;
      const lat = point[1] as number;
      if (lon < west) west = lon;
      if (lon > east) east = lon;
      if (lat < south) south = lat;
      if (lat > north) north = lat;
    }
    bounds.set([west, south, east, north], 4 * i);
  });
  return bounds;
}
