import { type Camera, HIDDEN, type Store } from "@whenwhere/store";
import { fitCamera } from "../flat/index.ts";
import type { AreaShapes, Box } from "../scene/index.ts";
import { MAP_SOURCE } from "./box-brush.ts";
import { footPx } from "./covered-boxes.ts";
import { pannedCamera, type SizePx, wrapLongitude } from "./mercator.ts";

const METERS_PER_DEGREE = 111_195;
/** A wider doubt does not widen the view: a country known by its name only would shrink all others to dots. */
const WIDEST_M = 400_000;
const MAX_ZOOM = 6;

type Place = readonly [lon: number, lat: number];

/** The place and the four ends of its doubt, so that one record is not looked at from nearer than it is known. */
function placeAndDoubt(lon: number, lat: number, radiusM: number): readonly Place[] {
  const radius = Number.isFinite(radiusM) ? Math.min(radiusM, WIDEST_M) : 0;
  const dLat = radius / METERS_PER_DEGREE;
  const dLon = dLat / Math.max(0.1, Math.cos((lat * Math.PI) / 180));
  return [
    [lon - dLon, lat],
    [lon + dLon, lat],
    [lon, Math.max(-85, lat - dLat)],
    [lon, Math.min(85, lat + dLat)],
  ];
}

/** Of more rows than this one a tenth of a degree stands for its neighbours, and the first areas for all. */
const MANY_ROWS = 20_000;
const PER_DEGREE = 10;

function* shownPlaces(store: Store, shapes: AreaShapes): Generator<Place> {
  const { lon, lat, radiusM, length } = store.columns;
  const passing = store.passing(MAP_SOURCE);
  const seen = length > MANY_ROWS ? new Uint8Array(361 * PER_DEGREE * 181 * PER_DEGREE) : null;
  let unread = MANY_ROWS;
  for (let row = 0; row < length; row++) {
    if (passing[row] === HIDDEN) continue;
    const [x, y] = [lon.at(row), lat.at(row)];
    if (Number.isFinite(x) && Number.isFinite(y)) {
      const cell = cellOf(x, y);
      if (seen?.[cell] === 1) continue;
      if (seen !== null) seen[cell] = 1;
      yield* placeAndDoubt(x, y, radiusM.at(row));
    } else if (unread-- > 0) {
      const label = areaLabel(store, shapes, row);
      if (label !== null) yield label;
    }
  }
}

function cellOf(lon: number, lat: number): number {
  return Math.floor((lat + 90) * PER_DEGREE) * 361 * PER_DEGREE + Math.floor((wrapLongitude(lon) + 180) * PER_DEGREE);
}

function areaLabel(store: Store, shapes: AreaShapes, row: number): Place | null {
  if (store.precisionOf(row) === "unknown") return null;
  const { country, admin1, name } = store.incident(row).where ?? {};
  if (country == null) return name == null ? null : (shapes.sea?.(name) ?? null);
  return (shapes.shape(country, admin1 ?? null) ?? shapes.shape(country, null))?.label ?? null;
}

/** What a fit needs of a map. */
export interface FitContext {
  readonly options: { readonly store: Store };
  readonly shapes: AreaShapes;
  readonly covers: readonly Box[];
}

/** The camera that shows all shown records, or `bounds`; across the antimeridian where that is the shorter way. */
export function fittedCamera(
  { options, shapes, covers }: FitContext,
  whole: SizePx,
  bounds?: readonly [west: number, south: number, east: number, north: number],
): Camera {
  // Fitted above the controls at the foot: the middle of what is free is a little higher than that of the map.
  const foot = Math.min(footPx(covers, whole), whole.heightPx / 4);
  const size = { widthPx: whole.widthPx, heightPx: whole.heightPx - foot };
  const raised = (camera: Camera): Camera => pannedCamera(camera, 0, -foot / 2);
  const paddingPx = Math.min(64, size.widthPx / 8, size.heightPx / 8);
  if (bounds === undefined)
    return raised(fitCamera(shownPlaces(options.store, shapes), size, { paddingPx, maxZoom: MAX_ZOOM }));
  const [west, south, east, north] = bounds;
  const corners: Place[] = [
    [west, south],
    [east, north],
  ];
  return raised(fitCamera(corners, size, { paddingPx, maxZoom: 12 }));
}
