import { HIDDEN } from "@whenwhere/store";
import { fixedTextMetrics, type TextMetrics, type Words } from "@whenwhere/view/pure";
import type { DensityCounts } from "./density/density-counts.ts";
import { densityScene } from "./density/density-scene.ts";
import { type Frame, type Insets, rowLook, shownOf } from "./frame.ts";
import { arcGlyphs } from "./glyphs/arc-glyphs.ts";
import { areaGlyphs } from "./glyphs/area-glyphs.ts";
import { edgeGlyphs } from "./glyphs/edge-glyphs.ts";
import { fadingOf } from "./glyphs/fade.ts";
import { bySide } from "./glyphs/far-sides.ts";
import { labelGlyphs } from "./glyphs/label-glyphs.ts";
import { isOwnPlace } from "./glyphs/own-place.ts";
import { placeTags } from "./glyphs/tag-placing.ts";
import { withTray } from "./holding.ts";
import { ENGLISH_MAP_TEXTS, type MapTexts } from "./map-texts.ts";
import { type Box, centeredBox, type Point } from "./plane.ts";
import { absorbing, countedCluster, countedLevel, countedSpotGlyphs } from "./spots/counted-spot-glyphs.ts";
import { createPlaceIndex, type PlaceIndex, type SceneStore } from "./spots/place-index.ts";
import { readableClusters } from "./spots/readable-clusters.ts";
import type { Level } from "./spots/region.ts";
import { cluster, spotGlyphs } from "./spots/spot-glyphs.ts";
import type { AreaShapes, MapScene, MapViewport } from "./types.ts";

/** How a scene is made. Everything has a default. */
export interface MapSceneOptions {
  /** Measures label text; a fixed width by default. */
  readonly metrics?: TextMetrics;
  /** Source of the clause that the map itself set and therefore does not apply to itself. */
  readonly except?: string;
  /** Pixels at the sides that controls cover. */
  readonly insets?: Partial<Insets>;
  /** Boxes that controls cover, [x0, y0, x1, y1]: tags, labels and edge tags keep off them while there is room. */
  readonly covers?: readonly Box[];
  /** Most tags at the edge, the one for the rest included. Default 6, 4 in views narrower than 480 px. */
  readonly maxEdges?: number;
  /** Draw names beside glyphs. Default true. */
  readonly labels?: boolean;
  /** Name of a country in the reader's language; default: the outline's own name. */
  readonly countryName?: (iso: string) => string;
  readonly texts?: Partial<MapTexts>;
  /** From {@link createPlaceIndex}; without it every call pays a pass over all rows. */
  readonly index?: PlaceIndex;
  /** Whose groups are drawn; default: those of the viewport. Another level is as true, and coarser or finer. */
  readonly level?: Level;
  /** From {@link createDensityCounts}: the ground is coloured by how many records it has, in place of their glyphs. */
  readonly density?: DensityCounts;
}

/** What a scene is laid out from. */
export interface MapSceneInput {
  readonly store: SceneStore;
  readonly viewport: MapViewport;
  readonly shapes: AreaShapes;
  readonly words: Pick<Words, "locale">;
  readonly options?: MapSceneOptions;
}

/**
 * Rows, a camera and outlines in; everything a renderer needs out. Pure.
 *
 * Laws: `drawn + clustered + unplaced = shown`, every shown row in exactly one of them; no row is drawn finer than its
 * place is known; a cluster's place does not depend on filters.
 */
export function mapScene(input: MapSceneInput): MapScene {
  const options = input.options ?? {};
  if (options.density !== undefined) return densityPicture(input, options.density);
  const frame = frameOf(input);
  const spots = frame.table === null ? spotGlyphs(frame) : countedSpotGlyphs(frame, frame.table);
  const area = areaGlyphs(
    frame,
    [...spots.marks, ...spots.clusters].map(({ x, y }): Point => [x, y]),
  );
  const make = frame.table === null ? cluster : countedCluster;
  const bubbles = [...spots.clusters];
  const marks = [...spots.marks, ...area.alternatives.flatMap((choice) => choice.marks)];
  for (const { key, held, at } of area.tiny) {
    const taken = frame.table === null ? null : absorbing(frame, bubbles, { held, at });
    if (taken !== null) {
      bubbles[taken.index] = taken.glyph;
      continue;
    }
    if (held.count > 1) bubbles.push(make(frame, { key, held, at }));
    else marks.push({ ...rowLook(frame, held.rows()[0] as number), x: at[0], y: at[1], share: 1, part: "where" });
  }
  const clusters = readableClusters(frame, bubbles, make);
  const beyond = [...spots.beyond, ...(frame.table === null ? area.beyond : bySide(frame, area.beyond))];
  const max = Math.max(1, options.maxEdges ?? (frame.viewport.widthPx < 480 ? 4 : 6));
  const edges = edgeGlyphs(frame, beyond, { max, avoid: [...pointBoxes(marks, clusters), ...frame.covers] });
  const tagged = placeTags(frame, { areas: area.areas, marks, clusters, edges });
  const arcs = arcGlyphs(frame, targetsOf(frame, { areas: tagged, marks, clusters, rings: spots.rings }));
  const rings = [...spots.rings, ...arcs.rings].sort((a, b) => b.radiusPx - a.radiusPx);
  const drawn = { areas: tagged, rings, marks: [...arcs.marks, ...sorted(marks)], clusters, edges };
  const tray = () => [...shownOf(frame, frame.index.none), ...area.unplaced.flatMap((held) => held.rows())];
  const none = frame.table === null ? tray().length : (frame.table.shown[frame.table.none] as number);
  const unplaced = frame.table === null ? none : area.unplaced.reduce((sum, { count }) => sum + count, none);
  const labels = options.labels === false ? [] : labelGlyphs(frame, { ...drawn, origins: arcs.origins });
  const clustered = clusters.reduce((sum, { count }) => sum + count, 0);
  const scene = {
    widthPx: frame.viewport.widthPx,
    heightPx: frame.viewport.heightPx,
    ...drawn,
    joins: [...spots.joins, ...area.alternatives.flatMap((choice) => choice.joins)],
    arcs: arcs.arcs,
    labels,
    counts: { shown: shownRows(frame), drawn: drawnRows(drawn), clustered, unplaced },
  };
  return withTray(scene, tray);
}

function shownRows({ index, passing }: Frame): number {
  return index.counts?.shown ?? passing.reduce((sum, standing) => sum + (standing === HIDDEN ? 0 : 1), 0);
}

function pointBoxes(marks: MapScene["marks"], clusters: MapScene["clusters"]): Box[] {
  return [
    ...marks.map((mark) => centeredBox(mark, 9)),
    ...clusters.map((cluster) => centeredBox(cluster, cluster.radiusPx + 6)),
  ];
}

/** Possible below certain, the selected mark on top. */
function sorted(marks: MapScene["marks"]): MapScene["marks"] {
  const rank = (mark: MapScene["marks"][number]) => (mark.selected ? 2 : mark.certainty === "certain" ? 1 : 0);
  return [...marks].sort((a, b) => rank(a) - rank(b) || a.row - b.row);
}

/** Counted from the glyphs themselves, so that the law can fail when one is lost or doubled. */
function drawnRows({ areas, rings, marks, edges }: Pick<MapScene, "areas" | "rings" | "marks" | "edges">): number {
  const places = [...rings, ...marks].filter(isOwnPlace).length;
  return places + [...areas, ...edges].reduce((sum, { count }) => sum + count, 0);
}

/** The same of a surface: rows are counted by hexagon in place of by group. */
function densityPicture(input: MapSceneInput, density: DensityCounts): MapScene {
  const { viewport, options = {} } = input;
  const standing = input.store.standing(options.except);
  const table = density.follow(standing, options.level ?? countedLevel(viewport));
  const frame = frameOf(input, density.passing);
  const maxEdges = Math.max(1, options.maxEdges ?? (viewport.widthPx < 480 ? 4 : 6));
  return densityScene(frame, { kind: density.kind, table, shown: density.shown, maxEdges });
}

function frameOf({ store, viewport, shapes, words, options = {} }: MapSceneInput, passing?: Uint8Array): Frame {
  const { selectedId, hoveredId } = store.state;
  const index = options.index ?? createPlaceIndex(store);
  const standing = store.standing(options.except);
  const counts = passing === undefined ? index.counts : null;
  const table = counts?.follow(standing, options.level ?? countedLevel(viewport)) ?? null;
  return {
    store,
    viewport,
    shapes,
    ...{ index, table, spotZoom: options.level?.zoom ?? Math.floor(viewport.zoom) },
    metrics: options.metrics ?? fixedTextMetrics(),
    texts: { ...ENGLISH_MAP_TEXTS, ...options.texts },
    locale: words.locale,
    countryName: options.countryName ?? ((iso) => shapes.shape(iso, null)?.name ?? iso),
    covers: options.covers ?? [],
    insets: { top: 0, right: 0, bottom: 0, left: 0, ...options.insets },
    // The store's buffer is shared and may be refilled; the scene of this moment keeps its own.
    passing: passing ?? counts?.passing ?? Uint8Array.from(standing.states.subarray(0, store.columns.length)),
    fading: fadingOf(store.state),
    selectedRow: selectedId === null ? -1 : store.rowOf(selectedId),
    hoveredRow: hoveredId === null ? -1 : store.rowOf(hoveredId),
    view: [0, 0, viewport.widthPx, viewport.heightPx],
  };
}

type Targets = Map<number, { at: Point; gapPx: number }>;
type Standing = Pick<MapScene, "areas" | "marks" | "clusters" | "rings">;

/** Where each row that came from somewhere stands now. */
function targetsOf(frame: Frame, { areas, marks, clusters, rings }: Standing): Targets {
  const targets: Targets = new Map();
  if (frame.index.sources.length === 0) return targets;
  for (const { row, x, y, part } of marks) if (part === "where") targets.set(row, { at: [x, y], gapPx: 9 });
  for (const { row, x, y, radiusPx, part } of rings)
    if (part === "where") targets.set(row, { at: [x, y], gapPx: radiusPx + 2 });
  const glyphs = [
    ...clusters.map(({ key, x, y, radiusPx, rows }) => ({ key, rows, at: [x, y] as const, gapPx: radiusPx + 8 })),
    ...areas.map(({ key, tag, rows }) => ({ key, rows, at: [tag.x, tag.y] as const, gapPx: 18 })),
  ];
  for (const { rows, at, gapPx } of glyphs) for (const row of rows) targets.set(row, { at, gapPx });
  return targets;
}
