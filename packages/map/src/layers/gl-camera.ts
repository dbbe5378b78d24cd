import type { Camera } from "@whenwhere/store";
import { prefersStill } from "@whenwhere/view";
import type { Map as MapLibreMap } from "maplibre-gl";
import { keptViewport } from "../component/ground/kept-viewport.ts";
import { boundCamera, mercatorViewport, pannedCamera, type ZoomRange } from "../component/ground/mercator.ts";
import type { MapSurface } from "../component/ground/surface.ts";
import { metersPerPx, wrapLongitude } from "../scene/earth.ts";
import type { SizePx } from "../scene/plane.ts";
import type { MapViewport } from "../scene/types.ts";
import { facesCamera, limbRadiusPx } from "./horizon.ts";

/** What the camera of a map depends on, at the time it is asked. */
export interface GlCameraHost {
  readonly isGlobe: () => boolean;
  readonly size: () => SizePx;
  readonly zooms: ZoomRange;
}

/** Where a map is looked at from. */
export function cameraOf(map: MapLibreMap): Camera {
  const { lng, lat } = map.getCenter();
  return { lon: wrapLongitude(lng), lat, zoom: map.getZoom() };
}

/** How a GL ground is looked at: its viewport, and the ways in which its camera moves. */
export function glCamera(
  map: MapLibreMap,
  { isGlobe, size, zooms }: GlCameraHost,
): Pick<MapSurface, "viewport" | "unproject" | "moveTo" | "panBy" | "zoomBy"> {
  const kept = keptViewport((camera, px, form) =>
    form === "globe" ? globeViewport(map, camera, px) : mercatorViewport(camera, px),
  );
  const moveTo = (camera: Camera, durationMs = 0) => {
    const target = isGlobe() ? camera : boundCamera(camera, size(), zooms);
    const to = { center: [target.lon, target.lat] as [number, number], zoom: target.zoom };
    if (durationMs > 0 && !prefersStill()) map.easeTo({ ...to, duration: durationMs });
    else map.jumpTo(to);
  };
  return {
    viewport: () => kept(cameraOf(map), size(), isGlobe() ? "globe" : "mercator"),
    unproject: (x, y) => placeAt(map, x, y),
    moveTo,
    panBy: (dxPx, dyPx, durationMs = 0) => {
      if (isGlobe() || durationMs > 0) map.panBy([-dxPx, -dyPx], { duration: prefersStill() ? 0 : durationMs });
      else moveTo(pannedCamera(cameraOf(map), dxPx, dyPx));
    },
    zoomBy: (levels, at, durationMs = 0) => {
      const zoom = Math.min(zooms[1], Math.max(zooms[0], map.getZoom() + levels));
      map.easeTo({ zoom, around: map.unproject([at[0], at[1]]), duration: prefersStill() ? 0 : durationMs });
    },
  };
}

function placeAt(map: MapLibreMap, x: number, y: number): [lon: number, lat: number] {
  const { lng, lat } = map.unproject([x, y]);
  return [wrapLongitude(lng), lat];
}

function globeViewport(map: MapLibreMap, camera: Camera, size: SizePx): MapViewport {
  const view = { ...camera, heightPx: size.heightPx, fovDeg: map.getVerticalFieldOfView() };
  const faces = facesCamera(view);
  const meters = metersPerPx(camera.lat, camera.zoom);
  return {
    ...size,
    zoom: camera.zoom,
    center: [camera.lon, camera.lat],
    disk: { x: size.widthPx / 2, y: size.heightPx / 2, radiusPx: limbRadiusPx(view) },
    project: (lon, lat) => {
      if (!faces(lon, lat)) return null;
      const { x, y } = map.project([lon, lat]);
      return [x, y];
    },
    unproject: (x, y) => placeAt(map, x, y),
    metersPerPx: () => meters,
  };
}
