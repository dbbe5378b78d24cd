import type { Camera } from "@whenwhere/store";
import { fitCamera } from "../../flat/index.ts";
import type { Box } from "../../scene/index.ts";
import { footPx } from "../frame/covered-boxes.ts";
import type { SizePx } from "../ground/mercator.ts";
import type { MapProjection } from "../ground/surface.ts";
import type { Place, ShownPlaces } from "./shown-places.ts";

const MAX_ZOOM = 6;

/** What a fit needs of a map. */
export interface FitContext {
  readonly places: ShownPlaces;
  readonly covers: readonly Box[];
  readonly options: { readonly projection: MapProjection };
}

/** The camera that shows all shown records, or `bounds`; across the antimeridian where that is the shorter way. */
export function fittedCamera(
  { places, covers, options }: FitContext,
  size: SizePx,
  bounds?: readonly [west: number, south: number, east: number, north: number],
): Camera {
  // Fitted above the controls at the foot: the middle of what is free is a little higher than that of the map.
  const foot = Math.min(footPx(covers, size), size.heightPx / 4);
  const paddingPx = Math.min(64, size.widthPx / 8, (size.heightPx - foot) / 8);
  const room = { paddingPx, footPx: foot, projection: options.projection === "flat" ? "auto" : "mercator" } as const;
  if (bounds === undefined) return fitCamera(places.list(), size, { ...room, maxZoom: MAX_ZOOM });
  const [west, south, east, north] = bounds;
  const corners: Place[] = [
    [west, south],
    [east, north],
  ];
  return fitCamera(corners, size, { ...room, maxZoom: 12 });
}
