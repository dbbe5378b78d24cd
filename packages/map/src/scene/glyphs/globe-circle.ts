import { geoCircle, geoRotation } from "d3-geo";
import { METERS_PER_DEGREE } from "../earth.ts";
import type { Point } from "../plane.ts";
import type { MapViewport } from "../types.ts";

/** Degrees between two corners of a circle. */
const STEP_DEG = 4;

/**
 * A circle of the ground as a globe shows it: narrower towards the edge of the globe, and ended by it where the rest lies on the
 * far side. Null on a plane, and where none of it is seen.
 */
export function globeCircle(
  { project, center, disk }: MapViewport,
  [lon, lat]: readonly [lon: number, lat: number],
  radiusM: number,
): Point[] | null {
  if (disk === undefined || center === undefined) return null;
  const turn = geoRotation([-center[0], -center[1]]);
  const circle = geoCircle()
    .center([lon, lat])
    .radius(Math.min(89, radiusM / METERS_PER_DEGREE))
    .precision(STEP_DEG);
  let isSeen = project(lon, lat) !== null;
  const ring = (circle().coordinates[0] ?? []).map(([x = 0, y = 0]): Point => {
    const at = project(x, y);
    if (at !== null) isSeen = true;
    return at ?? limbPoint(turn([x, y]), disk);
  });
  return isSeen ? ring : null;
}

/** The same for a glyph that has a circle without it. */
export function globeOutline(
  viewport: MapViewport,
  at: readonly [lon: number, lat: number],
  radiusM: number,
): { readonly outline?: readonly Point[] } {
  const outline = globeCircle(viewport, at, radiusM);
  return outline === null ? {} : { outline };
}

/** Where a place of the far side, given from the middle of the view, comes nearest to being seen. */
function limbPoint([lon, lat]: readonly [number, number], { x, y, radiusPx }: NonNullable<MapViewport["disk"]>): Point {
  const [turn, rise] = [(lon * Math.PI) / 180, (lat * Math.PI) / 180];
  const [right, up] = [Math.cos(rise) * Math.sin(turn), Math.sin(rise)];
  const length = Math.hypot(right, up) || 1;
  return [x + (radiusPx * right) / length, y - (radiusPx * up) / length];
}
