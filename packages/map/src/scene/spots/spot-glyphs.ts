import type { Incident, Where } from "@whenwhere/model";
import { ROW_BITS } from "@whenwhere/store";
import { type Frame, inView, precisionOfRow, projectNear, rowLook, shownOf } from "../frame.ts";
import type { BeyondPart } from "../glyphs/edge-glyphs.ts";
import { globeOutline } from "../glyphs/globe-circle.ts";
import { MARK_RADIUS_PX, radiusOf } from "../glyphs/place-defaults.ts";
import { type Holding, rowsHolding, withRows } from "../holding.ts";
import type { Point } from "../plane.ts";
import type { ClusterGlyph, JoinGlyph, PointGlyph, RingGlyph } from "../types.ts";

export interface SpotScene {
  readonly marks: PointGlyph[];
  readonly rings: RingGlyph[];
  readonly clusters: ClusterGlyph[];
  readonly joins: JoinGlyph[];
  readonly beyond: BeyondPart[];
}

/** Rows of one group stand alone while no two are nearer than this and they are few. */
const APART_PX = 15;
export const FEW = 4;

interface Spot {
  readonly row: number;
  readonly at: Point;
  readonly radiusPx: number;
  readonly radius: ReturnType<typeof radiusOf>;
}

/** Marks, rings and clusters of the rows that have a point. Every shown row of the index lands in exactly one of the lists. */
export function spotGlyphs(frame: Frame): SpotScene {
  const scene: SpotScene = { marks: [], rings: [], clusters: [], joins: [], beyond: [] };
  const groups = frame.index.groups(frame.spotZoom);
  for (let group = 0; group < groups.length; group++) {
    const rows = shownOf(frame, groups.rowsOf(group));
    if (rows.length === 0) continue;
    const lon = groups.lon[group] as number;
    const lat = groups.lat[group] as number;
    const at = projectNear(frame, lon, lat);
    const apart = rows.length <= FEW ? separate(frame, rows) : null;
    if (apart !== null) for (const spot of apart) addSingle(frame, scene, spot);
    else if (at !== null && inView(frame, at))
      scene.clusters.push(cluster(frame, { key: groups.key(group), held: rowsHolding(frame, rows), at }));
    else scene.beyond.push({ held: rowsHolding(frame, rows), lon, lat });
  }
  return scene;
}

/** The rows one by one with their places, or null when they have to be a cluster. */
export function separate(frame: Frame, rows: readonly number[]): { row: number; spot: Spot | null }[] | null {
  const spots = rows.map((row) => ({ row, spot: spotOf(frame, row) }));
  const places = spots.flatMap(({ spot }) => (spot === null ? [] : [spot.at]));
  if (places.length < spots.length) return spots.length === 1 ? spots : null;
  return isApart(places) ? spots : null;
}

/** Whether no two of these are too near to each other to be marks of their own. */
export function isApart(places: readonly Point[]): boolean {
  return places.every(([x, y], i) =>
    places.slice(0, i).every(([otherX, otherY]) => Math.hypot(x - otherX, y - otherY) >= APART_PX),
  );
}

function spotOf(frame: Frame, row: number): Spot | null {
  const { columns } = frame.store;
  const lon = columns.lon.at(row);
  const lat = columns.lat.at(row);
  const at = projectNear(frame, lon, lat);
  if (at === null) return null;
  const radius = radiusOf(precisionOfRow(frame, row), columns.radiusM.at(row), "assumed");
  return { row, at, radius, radiusPx: radius.radiusM / frame.viewport.metersPerPx(lon, lat) };
}

export function addSingle(frame: Frame, scene: SpotScene, { row, spot }: { row: number; spot: Spot | null }): void {
  const { columns } = frame.store;
  const reach = spot === null || spot.radiusPx <= MARK_RADIUS_PX ? 0 : spot.radiusPx;
  if (spot === null || !inView(frame, spot.at, reach)) {
    const held = rowsHolding(frame, [row]);
    scene.beyond.push({ held, lon: columns.lon.at(row), lat: columns.lat.at(row) });
    return;
  }
  const incident = needsRecord(frame, row, spot) ? frame.store.incident(row) : null;
  const rivals = incident === null ? [] : rivalPlaces(incident);
  const share = 1 / (1 + rivals.length);
  addPlace(frame, scene, { spot, share, where: incident?.where });
  for (const rival of rivals) addRival(frame, scene, { spot, share, rival });
}

function outlineOf(frame: Frame, { row, radius }: Spot): ReturnType<typeof globeOutline> {
  const { lon, lat } = frame.store.columns;
  return globeOutline(frame.viewport, [lon.at(row), lat.at(row)], radius.radiusM);
}

/** Records are made on demand: only rings (for the basis of the radius) and rows with rival places need theirs. */
function needsRecord(frame: Frame, row: number, spot: Spot): boolean {
  const bits = frame.store.columns.rowBits.at(row);
  return spot.radiusPx > MARK_RADIUS_PX || (bits & ROW_BITS.rivalPlaces) !== 0;
}

interface Placing {
  readonly spot: Spot;
  readonly share: number;
  readonly where: Where | undefined;
}

function addPlace(frame: Frame, scene: SpotScene, { spot, share, where }: Placing): void {
  const [x, y] = spot.at;
  const look = rowLook(frame, spot.row);
  if (spot.radiusPx <= MARK_RADIUS_PX) {
    scene.marks.push({ ...look, x, y, share, part: "where" });
    return;
  }
  const stated =
    Number.isFinite(frame.store.columns.radiusM.at(spot.row)) && frame.store.columns.radiusM.at(spot.row) > 0;
  const basis = stated ? (where?.basis ?? "assumed") : "assumed";
  const shape = { x, y, radiusPx: spot.radiusPx, ...outlineOf(frame, spot) };
  scene.rings.push({ ...look, ...shape, basis, obscured: false, part: "where" });
}

/** Other places that accounts give for the same happening. */
export function rivalPlaces(incident: Incident): Where[] {
  const places: Where[] = [];
  for (const { field, value, stance } of incident.claims ?? []) {
    if (field !== "where" || stance === "denies" || value === null || typeof value !== "object") continue;
    const place = value as Where;
    if (typeof place.lon !== "number" || typeof place.lat !== "number") continue;
    const known = [incident.where ?? {}, ...places].some((p) => p.lon === place.lon && p.lat === place.lat);
    if (!known) places.push(place);
  }
  return places;
}

function addRival(
  frame: Frame,
  scene: SpotScene,
  { spot, share, rival }: { spot: Spot; share: number; rival: Where },
): void {
  const at = projectNear(frame, rival.lon as number, rival.lat as number);
  if (at === null) return;
  const { radiusM, basis } = radiusOf(rival.precision ?? "settlement", rival.radiusM ?? Number.NaN, rival.basis);
  const radiusPx = radiusM / frame.viewport.metersPerPx(rival.lon as number, rival.lat as number);
  const look = rowLook(frame, spot.row);
  const [x, y] = at;
  scene.joins.push({ row: spot.row, x0: spot.at[0], y0: spot.at[1], x1: x, y1: y });
  if (radiusPx <= MARK_RADIUS_PX) scene.marks.push({ ...look, x, y, share, part: "rival" });
  else {
    const outline = globeOutline(frame.viewport, [rival.lon as number, rival.lat as number], radiusM);
    scene.rings.push({ ...look, x, y, radiusPx, ...outline, basis, obscured: false, part: "rival" });
  }
}

/** A bubble for rows that stand too close together. */
export function cluster(
  frame: Frame,
  { key, held, at }: { readonly key: string; readonly held: Holding; readonly at: Point },
): ClusterGlyph {
  const { columns } = frame.store;
  const rows = held.rows();
  const imprecise = new Map<number, number>();
  const halos = new Map<string, NonNullable<ClusterGlyph["halos"]>[number]>();
  const radiusPx = Math.min(16, 11 + Math.log10(rows.length) * 2.2);
  for (const row of rows) {
    const spot = spotOf(frame, row);
    if (spot !== null && spot.radiusPx <= MARK_RADIUS_PX) continue;
    const category = columns.category.at(row);
    imprecise.set(category, (imprecise.get(category) ?? 0) + 1);
    if (spot === null || spot.radiusPx < radiusPx + 6) continue;
    const [x, y] = spot.at;
    halos.set(`${x.toFixed(1)},${y.toFixed(1)},${spot.radiusPx.toFixed(0)}`, {
      x,
      y,
      radiusPx: spot.radiusPx,
      ...outlineOf(frame, spot),
      assumed: true,
    });
  }
  const shares = held.shares.map(({ category, count }) => ({
    category,
    count,
    imprecise: imprecise.get(category) ?? 0,
  }));
  return {
    ...bubble({ key, held: { ...held, shares }, at, radiusPx }),
    halos: [...halos.values()].slice(0, 12),
    bounds: boundsOf(frame, rows),
    rows,
  };
}

/** What every bubble has. Its rows and their bounds are gathered when they are asked for. */
export function bubble({
  key,
  held,
  at,
  radiusPx,
}: {
  readonly key: string;
  readonly held: Holding;
  readonly at: Point;
  readonly radiusPx: number;
}): Omit<ClusterGlyph, "bounds"> {
  const { count, certain, possible, selected, hovered } = held;
  const glyph = {
    ...{ key, x: at[0], y: at[1], radiusPx, count, certain, possible, selected, hovered },
    shares: held.shares.map((share) => ({
      category: share.category,
      precise: share.count - share.imprecise,
      imprecise: share.imprecise,
    })),
  };
  return withRows(glyph, held.rows);
}

export function boundsOf(frame: Frame, rows: readonly number[]): readonly [number, number, number, number] {
  const { lon, lat } = frame.store.columns;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const row of rows) {
    const [x, y] = [lon.at(row), lat.at(row)];
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  return [west, south, east, north];
}
