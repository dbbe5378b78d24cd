import { HIDDEN } from "@whenwhere/store";
import {
  costOfWay,
  isShownPoint,
  listedPlaces,
  type MapViewport,
  nearPoints,
  type PointPlaces,
  type PointView,
  pointPlace,
  pointRuns,
  standingOf,
  type WalkDirection,
} from "../../scene/index.ts";
import { isPointAt } from "../../scene/points/point-rows.ts";
import type { Anchor } from "./anchors.ts";
import type { Aim, Hit } from "./hit.ts";

/** Where and among what a point is looked for. */
export interface PickInput {
  readonly view: PointView;
  readonly viewport: MapViewport;
  readonly places: PointPlaces;
}

/** The points that may be shown, by place, as long as nothing better is made: each of them is looked at. */
export function placesOfRuns({ points, question }: PointView): PointPlaces {
  const runs = pointRuns(points, question.window);
  const lists = runs.map(({ first, count }) => points.rows.subarray(first, first + count));
  return listedPlaces(points.columns, lists);
}

/** Records of one spot have the same coordinates, but for rounding. */
const SPOT_M = 0.5;

/**
 * The shown point nearest to a place under a pixel, with all that stand on its very spot; null when none is in reach. By places,
 * not by pixels: the graphics processor is not waited for.
 */
export function pickPoint(
  { view, viewport, places }: PickInput,
  { at, reachPx }: Aim,
  [lon, lat]: readonly [lon: number, lat: number],
): Hit | null {
  const isWanted = (row: number) => isShownPoint(view, row);
  const radiusM = reachPx * viewport.metersPerPx(lon, lat);
  const nearest = nearPoints(places, { lon, lat }, { radiusM, count: 1, isWanted })[0]?.row;
  if (nearest === undefined) return null;
  const { columns } = view.points;
  const there = { lon: columns.lon.at(nearest), lat: columns.lat.at(nearest) };
  const spot = nearPoints(places, there, { radiusM: SPOT_M, count: Number.POSITIVE_INFINITY, isWanted });
  const rows = spot.length === 0 ? [nearest] : spot.map(({ row }) => row).sort((a, b) => a - b);
  const [x, y] = pointPlace(view.points, viewport, nearest) ?? at;
  return { key: `point/${rows[0]}/${rows.length}`, rows, name: null, x, y, radiusPx: 8, bounds: null, beyond: null };
}

/** Where a shown point stands, in the view or beyond it; undefined for rows that are no points. */
export function pointAnchor(
  { points, question, ...view }: PointView,
  viewport: MapViewport,
  row: number,
): Anchor | undefined {
  if (row < 0 || !isPointAt(points, row, question.level)) return undefined;
  if (standingOf({ points, question, ...view }, row) === HIDDEN) return undefined;
  const at = pointPlace(points, viewport, row);
  const isIn = at !== null && at[0] >= 0 && at[1] >= 0 && at[0] <= viewport.widthPx && at[1] <= viewport.heightPx;
  const beyond = isIn ? null : ([points.columns.lon.at(row), points.columns.lat.at(row)] as const);
  const [x, y] = at ?? [viewport.widthPx / 2, viewport.heightPx / 2];
  return { row, x, y, radiusPx: 7, rows: [row], tag: false, beyond };
}

const NEIGHBORS = [300, 10_000] as const;

/** The next shown point in a direction, by the rule of `walkMap`. */
export function pointBeside(
  { view, viewport, places }: PickInput,
  from: number,
  direction: WalkDirection,
): number | null {
  const { points, question } = view;
  const { lon, lat } = points.columns;
  const start = isPointAt(points, from, question.level) ? pointPlace(points, viewport, from) : null;
  if (start === null) return null;
  const isWanted = (row: number) => isShownPoint(view, row);
  const here = { lon: lon.at(from), lat: lat.at(from) };
  for (const count of NEIGHBORS) {
    let best = { row: -1, cost: Number.POSITIVE_INFINITY };
    for (const { row } of nearPoints(places, here, { radiusM: Number.POSITIVE_INFINITY, count, isWanted })) {
      const at = pointPlace(points, viewport, row);
      const cost = at === null ? Number.POSITIVE_INFINITY : costOfWay(start, at, direction);
      if (cost < best.cost) best = { row, cost };
    }
    if (best.row >= 0) return best.row;
  }
  return null;
}
