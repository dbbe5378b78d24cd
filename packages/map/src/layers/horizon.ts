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

/** Height of the camera above the ground and radius of the globe, in pixels of the middle of the view. */
function sizesOf({ lat, zoom, heightPx, fovDeg }: GlobeView): { readonly cameraPx: number; readonly globePx: number } {
  return {
    cameraPx: (0.5 / Math.tan((fovDeg / 2) * RADIANS)) * heightPx,
    // MapLibre's globe has the scale of the Mercator map at the latitude of its centre.
    globePx: (512 * 2 ** zoom) / (2 * Math.PI) / Math.cos(lat * RADIANS),
  };
}

/** Radius of the globe's edge on the screen: with perspective it is less than that of the globe. */
export function limbRadiusPx(view: GlobeView): number {
  const { cameraPx, globePx } = sizesOf(view);
  return (cameraPx * globePx) / Math.sqrt((globePx + cameraPx) ** 2 - globePx ** 2);
}

/** MapLibre's own vertical field of view, in degrees. */
export const GLOBE_FOV_DEG = 36.87;

/** The zoom at which the edge of the globe has this radius on the screen: {@link limbRadiusPx} turned round. */
export function zoomOfLimb({ lat, heightPx, fovDeg }: Omit<GlobeView, "lon" | "zoom">, radiusPx: number): number {
  const { cameraPx } = sizesOf({ lat, heightPx, fovDeg, lon: 0, zoom: 0 });
  const globePx = (radiusPx * (radiusPx + Math.hypot(radiusPx, cameraPx))) / cameraPx;
  return Math.log2((globePx * 2 * Math.PI * Math.cos(lat * RADIANS)) / 512);
}

/**
 * Tells whether a place faces the camera. A point of the unit sphere is seen when its dot product with the direction of
 * the camera is above 1 / distance: with perspective the horizon lies nearer than 90 degrees.
 * Holds for pitch 0, which is the only one this map uses.
 */
export function facesCamera(view: GlobeView): (lon: number, lat: number) => boolean {
  const { cameraPx, globePx } = sizesOf(view);
  const horizon = globePx / (globePx + cameraPx);
  const sinCenter = Math.sin(view.lat * RADIANS);
  const cosCenter = Math.cos(view.lat * RADIANS);
  return (lon, lat) => {
    const dot =
      sinCenter * Math.sin(lat * RADIANS) + cosCenter * Math.cos(lat * RADIANS) * Math.cos((lon - view.lon) * RADIANS);
    return dot > horizon;
  };
}
