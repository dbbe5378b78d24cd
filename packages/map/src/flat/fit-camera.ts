import type { Camera } from "@whenwhere/store";
import type { PixelSize } from "./flat-viewport.ts";

export interface FitOptions {
  /** Kept free at each side. Default 48, less in small views. */
  readonly paddingPx?: number;
  /** Default 6: nearer than that a basemap of this grain says nothing more. */
  readonly maxZoom?: number;
  readonly minZoom?: number;
}

/**
 * The camera that shows all points, across the antimeridian when that is the shorter way round. Points that are not
 * finite are passed over; latitudes are taken to 85 degrees at the most. Without a point: the whole world.
 * Law: every finite point projects into the view.
 */
export function fitCamera(
  points: Iterable<readonly [lon: number, lat: number]>,
  size: PixelSize,
  options: FitOptions = {},
): Camera {
  const usable = [...points].filter(
    ([lon, lat]) => Number.isFinite(lon) && Number.isFinite(lat) && Math.abs(lat) <= 90,
  );
  const padding = Math.min(options.paddingPx ?? 48, size.widthPx / 5, size.heightPx / 5);
  const [width, height] = [size.widthPx - 2 * padding, size.heightPx - 2 * padding];
  const { minZoom = -2, maxZoom = 6 } = options;
  if (usable.length === 0) return { lon: 10, lat: 18, zoom: clamp(Math.log2(size.widthPx / 512) - 0.15, minZoom, 2) };
  const { west, span } = shortestArc(usable.map(([lon]) => lon));
  let [top, bottom] = [Infinity, -Infinity];
  for (const [, lat] of usable) {
    top = Math.min(top, mercatorY(lat));
    bottom = Math.max(bottom, mercatorY(lat));
  }
  const zoom = Math.min(
    span === 0 ? maxZoom : Math.log2((width * 360) / (512 * span)),
    bottom === top ? maxZoom : Math.log2(height / (512 * (bottom - top))),
  );
  return { lon: wrap(west + span / 2), lat: latitudeOf((top + bottom) / 2), zoom: clamp(zoom, minZoom, maxZoom) };
}

/** The smallest arc of longitudes that holds all: the complement of the widest gap. */
export function shortestArc(lons: readonly number[]): { readonly west: number; readonly span: number } {
  const sorted = Float64Array.from(lons, wrap).sort();
  let best = { west: sorted[0] ?? 0, gap: -1 };
  sorted.forEach((lon, i) => {
    const before = i === 0 ? (sorted[sorted.length - 1] as number) - 360 : (sorted[i - 1] as number);
    if (lon - before > best.gap) best = { west: lon, gap: lon - before };
  });
  return { west: best.west, span: Math.max(0, 360 - best.gap) };
}

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));

const wrap = (lon: number): number => ((((lon + 180) % 360) + 360) % 360) - 180;

function mercatorY(lat: number): number {
  const sin = Math.sin((clamp(lat, -85, 85) * Math.PI) / 180);
  return 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
}

const latitudeOf = (y: number): number => (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
