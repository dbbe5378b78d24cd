const RADIANS = Math.PI / 180;

/** Mercator has no poles: its square ends here, or a hair further, so that no place lies on the rim itself. */
export const MAX_LATITUDE = 85.0511;

/** How far down the Mercator square a latitude lies: above 0, which is its north edge, and below 1; poles are taken to the edge. */
export function mercatorY(lat: number): number {
  const sin = Math.sin(Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lat)) * RADIANS);
  return 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
}

/** The latitude so far down the Mercator square; beyond it, that of its edge. */
export function latitudeOf(y: number): number {
  return Math.atan(Math.sinh(Math.PI * (1 - 2 * Math.max(0, Math.min(1, y))))) / RADIANS;
}
