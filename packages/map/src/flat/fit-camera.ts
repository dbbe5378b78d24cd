import type { Camera } from "@whenwhere/store";
import { wrapLongitude } from "../scene/earth.ts";
import type { SizePx } from "../scene/plane.ts";
import { type FlatPlane, flatPlane } from "./flat-plane.ts";
import { type FlatProjection, flatKind, widestWorldZoom } from "./flat-viewport.ts";

export interface FitOptions {
  /** Kept free at each side. Default 48, less in small views. */
  readonly paddingPx?: number;
  /** Kept free at the foot beside that: controls stand there. Default 0. */
  readonly footPx?: number;
  /** Default 6: nearer than that a basemap of this grain says nothing more. */
  readonly maxZoom?: number;
  readonly minZoom?: number;
  /** What the camera is going to look through. Default `mercator`, as a tiled map is. */
  readonly projection?: FlatProjection;
}

/** What has to be in the view. */
interface Box {
  readonly west: number;
  readonly span: number;
  readonly south: number;
  readonly north: number;
}

/** What it has to be in, and how near that may come. */
interface Room {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly paddingPx: number;
  readonly footPx: number;
  readonly zooms: readonly [low: number, high: number];
}

/**
 * The camera that shows all points, across the antimeridian when that is the shorter way round. Points that are not
 * finite are passed over; latitudes are taken to 85 degrees at the most. Without a point: the whole world.
 *
 * Laws: every finite point projects into the view, above its foot; no side of the world's rim stands further inside the view than
 * the other, unless the world is too large for it.
 */
export function fitCamera(
  points: Iterable<readonly [lon: number, lat: number]>,
  size: SizePx,
  options: FitOptions = {},
): Camera {
  const { paddingPx = 48, footPx = 0, maxZoom = 6, minZoom = -2, projection = "mercator" } = options;
  // A map that is hidden has no room, and a camera all the same: it may be shown again.
  const [widthPx, heightPx] = [Math.max(1, size.widthPx), Math.max(1, size.heightPx - footPx)];
  const padding = Math.min(paddingPx, widthPx / 5, heightPx / 5);
  const room: Room = { widthPx, heightPx, paddingPx: padding, footPx, zooms: [minZoom, maxZoom] };
  const box = boxOf(points);
  if (box === null) return emptyCamera(room, projection);
  if (projection !== "auto") return cameraIn(flatPlane(projection), box, room);
  // Whether the world about fits the view follows from the zoom, and the zoom from the projection.
  const whole = cameraIn(flatPlane("equal-earth"), box, room);
  const near = cameraIn(flatPlane("mercator"), box, room);
  if (flatKind(whole.zoom, size) !== "mercator") return whole;
  if (flatKind(near.zoom, size) === "mercator") return near;
  return cameraIn(flatPlane("equal-earth"), box, { ...room, zooms: [minZoom, widestWorldZoom(size)] });
}

function boxOf(points: Iterable<readonly [lon: number, lat: number]>): Box | null {
  const lons: number[] = [];
  let [south, north] = [Infinity, -Infinity];
  for (const [lon, lat] of points) {
    if (!Number.isFinite(lon) || !Number.isFinite(lat) || Math.abs(lat) > 90) continue;
    lons.push(lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return lons.length === 0
    ? null
    : { ...shortestArc(lons), south: clamp(south, -85, 85), north: clamp(north, -85, 85) };
}

function emptyCamera({ widthPx, heightPx, paddingPx, footPx, zooms }: Room, projection: FlatProjection): Camera {
  const [low] = zooms;
  if (projection === "mercator")
    return { lon: 10, lat: 18, zoom: clamp(Math.log2(widthPx / 512) - 0.15, low, Math.max(low, 2)) };
  const world: Box = { west: -170, span: 360, south: -85, north: 85 };
  const plane = flatPlane(projection === "auto" ? "equal-earth" : projection);
  return cameraIn(plane, world, { widthPx, heightPx, footPx, paddingPx: Math.min(8, paddingPx), zooms: [low, 2] });
}

function cameraIn(plane: FlatPlane, box: Box, { widthPx, heightPx, paddingPx, footPx, zooms }: Room): Camera {
  const { west, span, south, north } = box;
  // Meridians are furthest apart where they cross the parallel that is nearest to the equator.
  const across = 2 * plane.x(span / 2, clamp(0, south, north));
  const [bottom, top] = [plane.y(south), plane.y(north)];
  const scale = Math.min((widthPx - 2 * paddingPx) / across, (heightPx - 2 * paddingPx) / (top - bottom));
  const zoom = clamp(Math.log2((scale * 2 * Math.PI) / 512), ...zooms);
  const px = (512 * 2 ** zoom) / (2 * Math.PI);
  const middle = withinWorld((top + bottom) / 2, plane.top, heightPx / 2 / px);
  return { lon: wrapLongitude(west + span / 2), lat: plane.latitudeOf(middle - footPx / 2 / px), zoom };
}

/** The middle of a view that is `half` high both ways: no strip without a world above or below where the world is larger than it. */
function withinWorld(y: number, top: number, half: number): number {
  return half >= top ? 0 : clamp(y, half - top, top - half);
}

/** The smallest arc of longitudes that holds all: the complement of the widest gap. */
function shortestArc(lons: readonly number[]): { readonly west: number; readonly span: number } {
  const sorted = Float64Array.from(lons, wrapLongitude).sort();
  let best = { west: sorted[0] ?? 0, gap: -1 };
  sorted.forEach((lon, i) => {
    const before = i === 0 ? (sorted[sorted.length - 1] as number) - 360 : (sorted[i - 1] as number);
    if (lon - before > best.gap) best = { west: lon, gap: lon - before };
  });
  return { west: best.west, span: Math.max(0, 360 - best.gap) };
}

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));
