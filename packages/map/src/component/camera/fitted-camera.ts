import type { Camera } from "@whenwhere/store";
import { fitCamera } from "../../flat/index.ts";
import type { Box } from "../../scene/index.ts";
import { footPx } from "../frame/covered-boxes.ts";
import { pannedCamera, type SizePx } from "../ground/mercator.ts";
import type { Place, ShownPlaces } from "./shown-places.ts";

const MAX_ZOOM = 6;

/** What a fit needs of a map. */
export interface FitContext {
  readonly places: ShownPlaces;
  readonly covers: readonly Box[];
}

/** The camera that shows all shown records, or `bounds`; across the antimeridian where that is the shorter way. */
export function fittedCamera(
  { places, covers }: FitContext,
  whole: SizePx,
  bounds?: readonly [west: number, south: number, east: number, north: number],
): Camera {
  // Fitted above the controls at the foot: the middle of what is free is a little higher than that of the map.
  const foot = Math.min(footPx(covers, whole), whole.heightPx / 4);
  const size = { widthPx: whole.widthPx, heightPx: whole.heightPx - foot };
  const raised = (camera: Camera): Camera => pannedCamera(camera, 0, -foot / 2);
  const paddingPx = Math.min(64, size.widthPx / 8, size.heightPx / 8);
  if (bounds === undefined) return raised(fitCamera(places.list(), size, { paddingPx, maxZoom: MAX_ZOOM }));
  const [west, south, east, north] = bounds;
  const corners: Place[] = [
    [west, south],
    [east, north],
  ];
  return raised(fitCamera(corners, size, { paddingPx, maxZoom: 12 }));
}
