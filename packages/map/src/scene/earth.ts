/** The equator in metres as Web Mercator (EPSG:3857) reckons it: the greater half axis of WGS 84, once round. */
export const EARTH_CIRCUMFERENCE_M = 40_075_016.686;

/** Metres of a CSS pixel on the equator at zoom 0, where the world is 512 px wide. */
export const METERS_PER_PX = EARTH_CIRCUMFERENCE_M / 512;

export { METERS_PER_DEGREE } from "@whenwhere/store/places";

/** Metres per CSS pixel of a Mercator map at a latitude. */
export function metersPerPx(lat: number, zoom: number): number {
  return (METERS_PER_PX * Math.cos((lat * Math.PI) / 180)) / 2 ** zoom;
}

/** Degrees by which a longitude is turned to the copy of the world that lies nearest to a meridian: a whole number of rounds. */
export function turnToward(meridian: number, lon: number): number {
  return -360 * Math.round((lon - meridian) / 360);
}

/** Longitude into [-180, 180). */
export function wrapLongitude(lon: number): number {
  return ((((lon + 180) % 360) + 360) % 360) - 180;
}
