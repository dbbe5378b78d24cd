import { HIDDEN } from "@whenwhere/store";
import { type Frame, inView, projectNear } from "../frame.ts";
import { bySide, FarSides } from "../glyphs/far-sides.ts";
import { type Holding, joined, slotHolding } from "../holding.ts";
import type { Point } from "../plane.ts";
import type { ClusterGlyph, MapViewport } from "../types.ts";
import type { CountTable } from "./place-counts.ts";
import { heldBy } from "./readable-clusters.ts";
import { type Level, levelOf } from "./region.ts";
import { addSingle, boundsOf, bubble, FEW, type SpotScene, separate } from "./spot-glyphs.ts";

/** Two bubbles nearer than this touch. */
const NEAR_PX = 20;

/**
 * Marks, rings and clusters of very many rows: the same groups and rules as for few, from kept counts. Cost: a few steps a
 * group of the zoom, and the drawing of those in view; no look at the rows but where four or fewer of a group are shown.
 */
export function countedSpotGlyphs(frame: Frame, table: CountTable): SpotScene {
  const scene: SpotScene = { marks: [], rings: [], clusters: [], joins: [], beyond: [] };
  const { groups, shown } = table;
  const far = new FarSides(frame, table);
  for (let group = 0; group < groups.length; group++) {
    if (shown[group] === 0) continue;
    const lon = groups.lon[group] as number;
    const lat = groups.lat[group] as number;
    if (group >= groups.firstFar) far.add(group, lon, lat);
    else if (!far.takes(group, { lon, lat, reachPx: 0 })) addGroup(frame, scene, { group, lon, lat, table });
  }
  scene.beyond.push(...far.parts());
  return { ...scene, beyond: bySide(frame, scene.beyond) };
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
  return {
    index,
    glyph: countedCluster(frame, { key: taking.key, held: joined([heldBy(taking), held]), at: [taking.x, taking.y] }),
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
  const apart = (shown[group] as number) <= FEW ? separate(frame, fewOf(frame, table, group)) : null;
  if (apart !== null) {
    for (const spot of apart) addSingle(frame, scene, spot);
    return;
  }
  const held = slotHolding(frame, group);
  const at = projectNear(frame, lon, lat);
  if (at === null || !inView(frame, at)) {
    scene.beyond.push({ held, lon, lat });
    return;
  }
  scene.clusters.push(countedCluster(frame, { key: groups.key(group), held, at }));
}

/** The shown rows of a group that has few of them. */
function fewOf({ passing }: Frame, { groups, shown }: CountTable, group: number): number[] {
  const found: number[] = [];
  const to = groups.offsets[group + 1] as number;
  for (let i = groups.offsets[group] as number; i < to && found.length < (shown[group] as number); i++) {
    const row = groups.rows[i] as number;
    if (passing[row] !== HIDDEN) found.push(row);
  }
  return found.sort((a, b) => a - b);
}

const isNarrow = ({ widthPx }: MapViewport): boolean => widthPx < 600;

/** The zoom whose groups are shown. On a phone it changes half a level earlier: a whole continent would be one bubble. */
function countedZoom(viewport: MapViewport): number {
  return isNarrow(viewport) ? Math.round(viewport.zoom) : Math.floor(viewport.zoom);
}

/** The groups that a view shows, of very many rows. */
export function countedLevel(viewport: MapViewport): Level {
  return levelOf(viewport, countedZoom(viewport));
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
