/** The equator in metres as Web Mercator (EPSG:3857) reckons it: the greater half axis of WGS 84, once round. */
export const EARTH_CIRCUMFERENCE_M = 40_075_016.686;

/** Metres of a CSS pixel on the equator at zoom 0, where the world is 512 px wide. */
export const METERS_PER_PX = EARTH_CIRCUMFERENCE_M / 512;
