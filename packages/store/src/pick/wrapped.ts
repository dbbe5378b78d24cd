/** A longitude from -180 up to, not including, 180: no cell reaches across the antimeridian. */
export function wrapped(lon: number): number {
  return lon - 360 * Math.floor((lon + 180) / 360);
}
