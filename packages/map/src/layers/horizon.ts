const RADIANS = Math.PI / 180;

/** What the far-side test needs to know of a globe seen from straight above. */
export interface GlobeView {
  readonly lon: number;
  readonly lat: number;
  readonly zoom: number;
  readonly heightPx: number;
  /** Vertical field of view in degrees. */
  readonly fovDeg: number;
}

/**
 * Tells whether a place faces the camera. A point of the unit sphere is seen when its dot product with the direction of
 * the camera is above 1 / distance: with perspective the horizon lies nearer than 90 degrees.
 * Holds for pitch 0, which is the only one this map uses.
 */
export function facesCamera(view: GlobeView): (lon: number, lat: number) => boolean {
  const worldPx = 512 * 2 ** view.zoom;
  // MapLibre's globe has the scale of the Mercator map at the latitude of its centre.
  const globeRadiusPx = worldPx / (2 * Math.PI) / Math.cos(view.lat * RADIANS);
  const cameraHeightPx = (0.5 / Math.tan((view.fovDeg / 2) * RADIANS)) * view.heightPx;
  const horizon = globeRadiusPx / (globeRadiusPx + cameraHeightPx);
  const sinCenter = Math.sin(view.lat * RADIANS);
  const cosCenter = Math.cos(view.lat * RADIANS);
  return (lon, lat) => {
    const dot =
      sinCenter * Math.sin(lat * RADIANS) + cosCenter * Math.cos(lat * RADIANS) * Math.cos((lon - view.lon) * RADIANS);
    return dot > horizon;
  };
}
