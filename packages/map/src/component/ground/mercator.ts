import type { Camera } from "@whenwhere/store";
import { metersPerPx, wrapLongitude } from "../../scene/earth.ts";
import { latitudeOf, mercatorY } from "../../scene/mercator.ts";
import type { SizePx } from "../../scene/plane.ts";
import type { MapViewport } from "../../scene/types.ts";

/** The widest and the closest look. */
export type ZoomRange = readonly [low: number, high: number];

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** Edge of the square world in pixels. */
export function worldPx(zoom: number): number {
  return 512 * 2 ** zoom;
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
  return [wrapLongitude(camera.lon + ((at[0] - size.widthPx / 2) / world) * 360), latitudeOf(y)];
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
    lat: latitudeOf(mercatorY(camera.lat) - dyPx / world),
    zoom: camera.zoom,
  };
}
