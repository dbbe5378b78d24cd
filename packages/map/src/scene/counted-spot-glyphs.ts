import type { BeyondPart } from "./edge-glyphs.ts";
import { type Frame, inView, projectNear, shownOf } from "./frame.ts";
import { type Holding, joined, slotHolding } from "./holding.ts";
import type { CountTable } from "./place-counts.ts";
import type { Point } from "./plane.ts";
import { addSingle, boundsOf, bubble, FEW, type SpotScene, separate } from "./spot-glyphs.ts";
import type { ClusterGlyph, MapViewport } from "./types.ts";

/** Where beyond the view a group lies: the tags at the edge stand in four directions. */
const SIDES = ["north", "east", "south", "west"] as const;
/** Two bubbles nearer than this touch. */
const NEAR_PX = 20;
/** A group this far beyond the edge of the view cannot be projected into it by any bend of a globe. */
const REACH = 1.5;

/**
 * Marks, rings and clusters of very many rows: the same groups and rules as for few, from kept counts. Cost: a few steps a
 * group of the zoom, and the drawing of those in view; no look at the rows but where four or fewer of a group are shown.
 */
export function countedSpotGlyphs(frame: Frame, table: CountTable): SpotScene {
  const scene: SpotScene = { marks: [], rings: [], clusters: [], joins: [], beyond: [] };
  const { groups, shown } = table;
  const near = nearView(frame);
  const far = new FarSides();
  for (let group = 0; group < groups.length; group++) {
    const count = shown[group] as number;
    if (count === 0) continue;
    const lon = groups.lon[group] as number;
    const lat = groups.lat[group] as number;
    const side = near(lon, lat);
    if (side >= 0) far.add(side, group, { count, lon, lat });
    else addGroup(frame, scene, { group, lon, lat, table });
  }
  scene.beyond.push(...far.parts(frame, table));
  return { ...scene, beyond: bySide(frame, scene.beyond) };
}

/** What lies beyond the view by direction: a country each would mean to read a record each. */
export function bySide(frame: Frame, parts: readonly BeyondPart[]): BeyondPart[] {
  return parts.map((part) => ({ ...part, party: part.party ?? partyOf(frame, sideOf(frame, part)) }));
}

/** A bubble takes in an area so small that it would be a bubble of its own on top of it. Null when none is near. */
export function absorbing(
  frame: Frame,
  clusters: readonly ClusterGlyph[],
  { held, at }: { readonly held: Holding; readonly at: Point },
): { readonly index: number; readonly glyph: ClusterGlyph } | null {
  const index = clusters.findIndex(({ x, y, radiusPx }) => Math.hypot(x - at[0], y - at[1]) < radiusPx + NEAR_PX);
  const taking = clusters[index];
  if (taking === undefined) return null;
  const own: Holding = {
    ...taking,
    shares: taking.shares.map(({ category, precise, imprecise }) => ({
      category,
      count: precise + imprecise,
      imprecise,
    })),
    rows: () => taking.rows,
  };
  return {
    index,
    glyph: countedCluster(frame, { key: taking.key, held: joined([own, held]), at: [taking.x, taking.y] }),
  };
}

interface Group {
  readonly group: number;
  readonly lon: number;
  readonly lat: number;
  readonly table: CountTable;
}

function addGroup(frame: Frame, scene: SpotScene, { group, lon, lat, table }: Group): void {
  const { groups, shown } = table;
  const rows = groups.rows.subarray(groups.offsets[group], groups.offsets[group + 1]);
  const apart = (shown[group] as number) <= FEW ? separate(frame, shownOf(frame, rows)) : null;
  if (apart !== null) {
    for (const spot of apart) addSingle(frame, scene, spot);
    return;
  }
  const held = slotHolding(frame, group, rows);
  const at = projectNear(frame, lon, lat);
  if (at === null || !inView(frame, at)) {
    scene.beyond.push({ held, lon, lat });
    return;
  }
  scene.clusters.push(countedCluster(frame, { key: groups.key(group), held, at }));
}

const isNarrow = ({ widthPx }: MapViewport): boolean => widthPx < 600;

/** The zoom whose groups are shown. On a phone it changes half a level earlier: a whole continent would be one bubble. */
export function countedZoom(viewport: MapViewport): number {
  return isNarrow(viewport) ? Math.round(viewport.zoom) : Math.floor(viewport.zoom);
}

/** A bubble whose rows are many: larger, as the groups are, and without rings behind it. */
export function countedCluster(
  frame: Frame,
  { key, held, at }: { readonly key: string; readonly held: Holding; readonly at: Point },
): ClusterGlyph {
  const radiusPx = Math.min(isNarrow(frame.viewport) ? 17 : 24, 10 + Math.log10(held.count) * 2.8);
  return withBounds(bubble({ key, held, at, radiusPx }), () => boundsOf(frame, held.rows()));
}

/** Bounds are asked for at a click. */
function withBounds(glyph: Omit<ClusterGlyph, "bounds">, read: () => ClusterGlyph["bounds"]): ClusterGlyph {
  return Object.defineProperty(glyph, "bounds", { enumerable: true, configurable: true, get: read }) as ClusterGlyph;
}

/** -1 for places that may stand in the view, else the side they lie at. Without projecting them: there are many. */
function nearView({ viewport }: Frame): (lon: number, lat: number) => number {
  const [lon0, lat0] = viewport.center ?? [0, 0];
  const worldPx = 512 * 2 ** viewport.zoom;
  const reachX = ((viewport.widthPx * REACH) / 2 / worldPx) * 360;
  const y0 = mercatorDegrees(lat0);
  const reachY = ((viewport.heightPx * REACH) / 2 / worldPx) * 360;
  // Near the poles of a globe everything is near in longitude.
  const round = reachX > 150 || Math.abs(lat0) > 65;
  return (lon, lat) => {
    const dx = lon - lon0 - 360 * Math.round((lon - lon0) / 360);
    const dy = mercatorDegrees(lat) - y0;
    if ((round || Math.abs(dx) <= reachX) && Math.abs(dy) <= (round ? 180 : reachY)) return -1;
    return Math.abs(dx) * viewport.heightPx > Math.abs(dy) * viewport.widthPx ? (dx > 0 ? 1 : 3) : dy > 0 ? 0 : 2;
  };
}

function sideOf({ viewport }: Frame, { lon, lat }: { readonly lon: number; readonly lat: number }): number {
  const [lon0, lat0] = viewport.center ?? [0, 0];
  const dx = lon - lon0 - 360 * Math.round((lon - lon0) / 360);
  const dy = mercatorDegrees(lat) - mercatorDegrees(lat0);
  return Math.abs(dx) * viewport.heightPx > Math.abs(dy) * viewport.widthPx ? (dx > 0 ? 1 : 3) : dy > 0 ? 0 : 2;
}

function mercatorDegrees(lat: number): number {
  const sin = Math.sin((Math.max(-85, Math.min(85, lat)) * Math.PI) / 180);
  return (Math.log((1 + sin) / (1 - sin)) * 90) / Math.PI;
}

function partyOf({ texts }: Frame, side: number): { readonly key: string; readonly name: string } {
  return { key: `elsewhere/${SIDES[side]}`, name: texts.elsewhere };
}

interface FarSide {
  most: number;
  lon: number;
  lat: number;
  readonly groups: number[];
}

/** Groups beyond the view by side, and where the largest of them is, which gives the direction. */
class FarSides {
  readonly #sides: FarSide[] = SIDES.map(() => ({ most: 0, lon: 0, lat: 0, groups: [] }));

  add(side: number, group: number, { count, lon, lat }: { count: number; lon: number; lat: number }): void {
    const far = this.#sides[side] as FarSide;
    far.groups.push(group);
    if (count <= far.most) return;
    far.most = count;
    far.lon = lon;
    far.lat = lat;
  }

  parts(frame: Frame, table: CountTable): BeyondPart[] {
    return this.#sides.flatMap(({ lon, lat, groups }, side) =>
      groups.length === 0 ? [] : [{ held: farHolding(frame, table, groups), lon, lat, party: partyOf(frame, side) }],
    );
  }
}

/** Counts of many groups in one pass; hue of the largest. */
function farHolding(frame: Frame, table: CountTable, groups: readonly number[]): Holding {
  let [count, certain, largest] = [0, 0, groups[0] as number];
  for (const group of groups) {
    count += table.shown[group] as number;
    certain += table.certain[group] as number;
    if ((table.shown[group] as number) > (table.shown[largest] as number)) largest = group;
  }
  const rowsOf = (group: number) =>
    table.groups.rows.subarray(table.groups.offsets[group], table.groups.offsets[group + 1]);
  return {
    ...{ count, certain, possible: count - certain, shares: table.shares(largest).slice(0, 1) },
    selected: false,
    hovered: false,
    rows: () => groups.flatMap((group) => shownOf(frame, rowsOf(group))),
  };
}
