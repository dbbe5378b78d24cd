import type { Camera } from "@whenwhere/store";
import { type Basemap, FINE_ZOOM, type FineLand, type GeoBox } from "../../basemap/index.ts";
import type { SizePx } from "../../scene/plane.ts";
import { worldPx } from "./mercator.ts";

/** What close looks are made of. */
export interface CloseLandHost {
  /** Whether the ground is one that has a finer form. */
  readonly isWanted: () => boolean;
  readonly camera: () => Camera;
  readonly size: () => SizePx;
  readonly basemap: Basemap;
  /** Puts on the world with the land around the view, or the coarser one again. */
  readonly apply: (world: Basemap) => void;
}

/** Part of a view that is made ready beyond each of its sides. */
const MARGIN = 0.25;

/**
 * Brings the fine land under close looks, a cell of ten degrees at a time, and takes it away again. Until its file is there, and where it
 * does not come, the coarser land stays, which is true as well.
 */
export function createCloseLand(host: CloseLandHost): { follow(): void; end(): void } {
  const { basemap, apply } = host;
  let fine: FineLand | null = null;
  let isAsked = false;
  let hasEnded = false;
  /** What the land that is on covers; null while that is the coarse one. */
  let covered: GeoBox | null = null;
  const follow = () => {
    if (hasEnded) return;
    if (!host.isWanted() || host.camera().zoom < FINE_ZOOM) {
      if (covered !== null) apply(basemap);
      covered = null;
      return;
    }
    if (fine === null) {
      if (!isAsked) void ask();
      return;
    }
    const view = viewBox(host.camera(), host.size());
    if (covered !== null && holds(covered, view)) return;
    covered = fine.cellsOf(view);
    apply(fine.under(basemap, view));
  };
  const ask = async () => {
    isAsked = true;
    fine = await import("../../basemap/fine-land.ts").then(({ loadFineLand }) => loadFineLand()).catch(() => null);
    follow();
  };
  return {
    follow,
    end: () => {
      hasEnded = true;
    },
  };
}

/** What a Mercator view shows, and somewhat more. A degree of latitude is never shorter in it than one of longitude. */
function viewBox({ lon, lat, zoom }: Camera, { widthPx, heightPx }: SizePx): GeoBox {
  const perDegree = worldPx(zoom) / 360;
  const [x, y] = [widthPx, heightPx].map((px) => (px * (0.5 + MARGIN)) / perDegree) as [number, number];
  return { west: lon - x, south: lat - y, east: lon + x, north: lat + y };
}

function holds(outer: GeoBox, inner: GeoBox): boolean {
  const south = Math.max(-90, inner.south);
  const north = Math.min(90, inner.north);
  return outer.west <= inner.west && outer.east >= inner.east && outer.south <= south && outer.north >= north;
}
