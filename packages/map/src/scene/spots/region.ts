import { mercatorY } from "../mercator.ts";
import type { MapViewport } from "../types.ts";

/**
 * The part of the world whose groups are kept, in blocks of 4,096 px: at a near zoom the groups of the whole world would be as
 * many as the rows. Blocks are fixed, so that a group does not depend on the camera.
 */
export interface Region {
  /** The world is 2^zoom by 2^zoom blocks. */
  readonly zoom: number;
  readonly x0: number;
  readonly y0: number;
  /** Blocks across, from `x0` to the east, round the world; and down. */
  readonly across: number;
  readonly down: number;
}

/** What groups are made for: a whole zoom, and the region where that is not the world. */
export interface Level {
  readonly zoom: number;
  readonly region: Region | null;
}

/** From this zoom on a level has a region. */
const REGIONAL_FROM = 5;
/** Blocks of 8 x 8 tiles of 512 px. */
const BLOCK_BITS = 3;
/** What of the view is asked beside it, at all sides together. */
const MARGIN = 0.7;

/** The name of a level: equal levels have equal names. */
export function levelKey({ zoom, region }: Level): string {
  return region === null ? `${zoom}` : `${zoom} ${region.x0} ${region.y0} ${region.across} ${region.down}`;
}

/** The level of a zoom that a view looks at. */
export function levelOf(viewport: MapViewport, zoom: number, margin = MARGIN): Level {
  if (zoom < REGIONAL_FROM) return { zoom, region: null };
  const blocks = zoom - BLOCK_BITS;
  const count = 2 ** blocks;
  const [lon, lat] = viewport.center ?? [0, 0];
  const world = 2 ** viewport.zoom * 512;
  const halfX = (viewport.widthPx * (1 + margin)) / 2 / world;
  const halfY = (viewport.heightPx * (1 + margin)) / 2 / world;
  const block = (share: number) => Math.floor(share * count);
  const [x, y] = [(lon + 180) / 360, mercatorY(lat)];
  // Near the poles of a globe everything is near in longitude.
  const round = Math.abs(lat) > 65 || 2 * halfX >= 1;
  const x0 = round ? 0 : block(x - halfX);
  const across = round ? count : Math.min(count, block(x + halfX) - x0 + 1);
  const y0 = Math.max(0, block(y - halfY));
  const down = Math.min(count, block(y + halfY) + 1) - y0;
  return { zoom, region: { zoom: blocks, x0: modulo(x0, count), y0, across, down: Math.max(1, down) } };
}

/** Whether all that a view shows is in the groups of a level. */
export function holdsView({ zoom, region }: Level, viewport: MapViewport): boolean {
  const seen = levelOf(viewport, zoom, 0).region;
  if (region === null || seen === null) return true;
  const count = 2 ** seen.zoom;
  for (let down = 0; down < seen.down; down++) {
    for (let across = 0; across < seen.across; across++) {
      if (!touches(region, [(seen.x0 + across) % count, seen.y0 + down])) return false;
    }
  }
  return true;
}

/** Whether a square of the world, `size` blocks wide, touches the region. */
export function touches({ zoom, x0, y0, across, down }: Region, [x, y]: readonly [number, number], size = 1): boolean {
  if (y + size <= y0 || y >= y0 + down) return false;
  const count = 2 ** zoom;
  const from = modulo(x - x0, count);
  return from < across || from + size > count;
}

const modulo = (value: number, by: number): number => ((value % by) + by) % by;
