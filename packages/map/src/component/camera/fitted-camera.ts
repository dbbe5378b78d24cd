import type { Camera } from "@whenwhere/store";
import { fitCamera } from "../../flat/index.ts";
import { facesCamera, GLOBE_FOV_DEG, zoomOfLimb } from "../../layers/horizon.ts";
import type { Box } from "../../scene/index.ts";
import type { SizePx } from "../../scene/plane.ts";
import { footPx } from "../frame/covered-boxes.ts";
import { drawnForm, type MapProjection } from "../ground/surface.ts";
import type { Place, ShownPlaces } from "./shown-places.ts";

const MAX_ZOOM = 6;
/** One place says where it is by what lies around it: by the names of countries, say. */
const ALONE_ZOOM = 5;

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
  const room = { paddingPx, footPx: foot, projection: drawnForm(options.projection) };
  if (bounds === undefined) {
    const shown = places.list();
    const camera = fitCamera(shown, size, { ...room, maxZoom: isOnePlace(shown) ? ALONE_ZOOM : MAX_ZOOM });
    return options.projection === "globe" ? filledByGlobe(camera, size, shown) : camera;
  }
  const [west, south, east, north] = bounds;
  const corners: Place[] = [
    [west, south],
    [east, north],
  ];
  return fitCamera(corners, size, { ...room, maxZoom: 12 });
}

/** Of the shorter side of the view. */
const GLOBE_SHARE = 0.94;

/** A globe that is smaller than the view comes nearer until it fills it, unless a place would go behind its edge by that. */
function filledByGlobe(camera: Camera, size: SizePx, shown: readonly Place[]): Camera {
  const view = { ...camera, heightPx: size.heightPx, fovDeg: GLOBE_FOV_DEG };
  const zoom = zoomOfLimb(view, (GLOBE_SHARE * Math.min(size.widthPx, size.heightPx)) / 2);
  if (!(zoom > camera.zoom)) return camera;
  const [before, after] = [facesCamera(view), facesCamera({ ...view, zoom })];
  return shown.some(([lon, lat]) => before(lon, lat) && !after(lon, lat)) ? camera : { ...camera, zoom };
}

function isOnePlace(places: readonly Place[]): boolean {
  const [first] = places;
  return first !== undefined && places.every(([lon, lat]) => lon === first[0] && lat === first[1]);
}
