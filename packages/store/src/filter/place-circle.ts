/** Metres in one degree of a great circle on the sphere of the earth's mean radius. */
export const METERS_PER_DEGREE = 111_194.93;

const RADIANS = Math.PI / 180;

/** Half the width in degrees of longitude of a circle around a place; 180 when it holds a pole. */
export function halfWidthDegrees(lat: number, radiusDegrees: number): number {
  if (radiusDegrees === 0) return 0;
  if (Math.abs(lat) + radiusDegrees >= 90) return 180;
  const sine = Math.sin(radiusDegrees * RADIANS) / Math.cos(lat * RADIANS);
  return sine >= 1 ? 180 : Math.asin(sine) / RADIANS;
}

/** Degrees of longitude eastward from one meridian to another, from 0 up to 360. */
export function degreesEast(from: number, to: number): number {
  const turn = (to - from) % 360;
  return turn < 0 ? turn + 360 : turn;
}
