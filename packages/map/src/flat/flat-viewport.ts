import type { Camera } from "@whenwhere/store";
import type { GeoProjection } from "d3-geo";
import { METERS_PER_DEGREE } from "../scene/earth.ts";
import type { SizePx } from "../scene/plane.ts";
import type { MapViewport } from "../scene/types.ts";
import { type FlatKind, makeProjection } from "./flat-plane.ts";

/** Projections of the flat map. `auto`: equal earth while the world about fits the view, else Mercator. */
export type FlatProjection = "auto" | FlatKind;

/** A viewport that also knows its d3 projection, for the basemap. */
export interface FlatViewport extends MapViewport {
  readonly projection: GeoProjection;
  readonly kind: FlatKind;
  /** The place under a point of the screen; null outside the world. */
  readonly unproject: (x: number, y: number) => readonly [lon: number, lat: number] | null;
  readonly center: readonly [lon: number, lat: number];
}

/** Widths of view that the world may take before `auto` goes over to Mercator. */
const WORLD_FITS = 1.35;
/** Width of the equal-earth world by that of the Mercator world at equal scale. */
const EQUAL_EARTH_WIDTH = 0.86;

/** The same camera as the MapLibre map's: equal zooms show the equator at equal size. */
export function flatViewport(camera: Camera, size: SizePx, projection: FlatProjection = "auto"): FlatViewport {
  const kind = projection === "auto" ? flatKind(camera.zoom, size) : projection;
  const scale = (512 * 2 ** camera.zoom) / (2 * Math.PI);
  const latitude = Math.max(-85, Math.min(85, camera.lat));
  const d3 = makeProjection(kind)
    .rotate([-camera.lon, 0])
    .center([0, latitude])
    .scale(scale)
    .translate([size.widthPx / 2, size.heightPx / 2])
    .precision(0.3)
    .clipExtent([
      [-20, -20],
      [size.widthPx + 20, size.heightPx + 20],
    ]);
  const project = (lon: number, lat: number): readonly [number, number] | null => {
    const bounded = Math.max(-179.9999, Math.min(179.9999, lon - camera.lon)) + camera.lon;
    const inside = Math.abs(lon - camera.lon) > 180 ? bounded : lon;
    const at = d3([inside, kind === "mercator" ? Math.max(-85.05, Math.min(85.05, lat)) : lat]);
    return at !== null && Number.isFinite(at[0]) && Number.isFinite(at[1]) ? at : null;
  };
  return {
    ...size,
    zoom: camera.zoom,
    center: [camera.lon, latitude],
    kind,
    projection: d3,
    project,
    unproject: (x, y) => d3.invert?.([x, y]) ?? null,
    metersPerPx: (lon, lat) => metersPerPx(project, lon, lat),
  };
}

/** Nearer than this `auto` goes over to Mercator. */
export function widestWorldZoom({ widthPx }: SizePx): number {
  return Math.log2((widthPx * WORLD_FITS) / EQUAL_EARTH_WIDTH / 512);
}

/** What `auto` is at a zoom. */
export function flatKind(zoom: number, size: SizePx): FlatKind {
  return zoom <= widestWorldZoom(size) ? "equal-earth" : "mercator";
}

/** Measured over a hundredth of a degree towards the equator, so it holds in every projection. */
function metersPerPx(project: MapViewport["project"], lon: number, lat: number): number {
  const step = lat > 0 ? -0.01 : 0.01;
  const [a, b] = [project(lon, lat), project(lon, lat + step)];
  if (a === null || b === null) return METERS_PER_DEGREE;
  return (0.01 * METERS_PER_DEGREE) / Math.max(1e-9, Math.hypot(a[0] - b[0], a[1] - b[1]));
}
