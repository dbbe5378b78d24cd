import type { Camera } from "@whenwhere/store";
import { METERS_PER_PX } from "../../scene/earth.ts";
import type { MapViewport } from "../../scene/types.ts";

/** Mercator has no poles: MapLibre's own bound. */
export const MAX_LATITUDE = 85.051129;
const RADIANS = Math.PI / 180;

/** The widest and the closest look. */
export type ZoomRange = readonly [low: number, high: number];

/** A width and a height in CSS pixels. */
export interface SizePx {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Longitude into [-180, 180). */
export function wrapLongitude(lon: number): number {
  return ((((lon + 180) % 360) + 360) % 360) - 180;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** Edge of the square world in pixels. */
export function worldPx(zoom: number): number {
  return 512 * 2 ** zoom;
}

/** Metres per CSS pixel at a latitude. */
export function metersPerPx(lat: number, zoom: number): number {
  return (METERS_PER_PX * Math.cos(lat * RADIANS)) / 2 ** zoom;
}

function mercatorY(lat: number): number {
  const bounded = clamp(lat, -MAX_LATITUDE, MAX_LATITUDE);
  return 0.5 - Math.log(Math.tan(Math.PI / 4 + (bounded * RADIANS) / 2)) / (2 * Math.PI);
}

function latitudeOf(y: number): number {
  return (2 * Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) - Math.PI / 2) / RADIANS;
}

/** The Mercator viewport of a camera. Longitudes are not wrapped: 190 lies east of 170, for shapes that must hold together. */
export function mercatorViewport(camera: Camera, size: SizePx): MapViewport {
  const world = worldPx(camera.zoom);
  const top = mercatorY(camera.lat) * world - size.heightPx / 2;
  return {
    ...size,
    zoom: camera.zoom,
    center: [camera.lon, camera.lat],
    project: (lon, lat) => [size.widthPx / 2 + ((lon - camera.lon) / 360) * world, mercatorY(lat) * world - top],
    unproject: (x, y) => mercatorUnproject(camera, size, [x, y]),
    metersPerPx: (_lon, lat) => metersPerPx(lat, camera.zoom),
  };
}

/** The place under a pixel of a Mercator camera. */
function mercatorUnproject(camera: Camera, size: SizePx, at: readonly [x: number, y: number]): [number, number] {
  const world = worldPx(camera.zoom);
  const y = mercatorY(camera.lat) + (at[1] - size.heightPx / 2) / world;
  return [wrapLongitude(camera.lon + ((at[0] - size.widthPx / 2) / world) * 360), latitudeOf(clamp(y, 0, 1))];
}

/** Keeps a camera on the map: the world fills the height, and the zoom stays within what the ground can show. */
export function boundCamera(camera: Camera, size: SizePx, zoomRange: ZoomRange): Camera {
  const fill = Math.log2(Math.max(1, size.heightPx) / 512);
  const zoom = clamp(camera.zoom, Math.max(zoomRange[0], fill), zoomRange[1]);
  const half = Math.min(0.5, size.heightPx / 2 / worldPx(zoom));
  const y = clamp(mercatorY(camera.lat), half, 1 - half);
  return { lon: wrapLongitude(camera.lon), lat: latitudeOf(y), zoom };
}

/** The camera after the ground moved by a number of pixels with the hand. */
export function pannedCamera(camera: Camera, dxPx: number, dyPx: number): Camera {
  const world = worldPx(camera.zoom);
  return {
    lon: wrapLongitude(camera.lon - (dxPx / world) * 360),
    lat: latitudeOf(clamp(mercatorY(camera.lat) - dyPx / world, 0, 1)),
    zoom: camera.zoom,
  };
}
