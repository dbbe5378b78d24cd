import type { TextMetrics, Words } from "@whenwhere/view/pure";
import { fixedTextMetrics } from "@whenwhere/view/pure";
import { countryNames, seaName } from "../basemap/country-name.ts";
import type { Basemap, BasemapLabel } from "../basemap/load-basemap.ts";
import { extent } from "../draw/area-ops.ts";
import { isNumbered } from "../draw/density-ops.ts";
import { colorOf, type MapLook } from "../draw/map-look.ts";
import type { PaintOp, TextOp } from "../draw/paint-op.ts";
import { projectedNear } from "../scene/frame.ts";
import { edgeBox, tagBox } from "../scene/glyphs/tag-placing.ts";
import { type Box, boxesMeet, boxOf, centeredBox, type Point } from "../scene/plane.ts";
import type { MapScene, MapViewport } from "../scene/types.ts";
import { createSeenNames, type NameBox, type SeenNames } from "./seen-names.ts";

/** What the names of the ground are written with. */
export interface NameOptions {
  readonly look: MapLook;
  readonly words: Pick<Words, "locale"> & Partial<Pick<Words, "names">>;
  readonly metrics?: TextMetrics;
  /** Keeps the places of names whose own is out of view from one camera to the next. Default: looked for anew. */
  readonly seen?: SeenNames;
}

/** A name where it stands when nothing of the records is in its way. */
export interface PlacedName {
  readonly id: string;
  readonly box: Box;
  readonly op: TextOp;
  /** The same with a halo, for where records colour or hatch the ground. */
  readonly overInk: TextOp;
}

const COUNTRY_PX = 9.5;
const SPACING_PX = 0.9;
const SEA_PX = 11;
const HALO_PX = 2.4;
const INK_HALO_PX = 3.2;

/** Names, the earlier shown first, each only where it touches neither another nor a glyph. */
export function nameOps(
  basemap: Basemap,
  viewport: MapViewport,
  { scene, ...options }: NameOptions & { readonly scene?: MapScene },
): PaintOp[] {
  return freeNames(placedNames(basemap, viewport, options), { ...options, ...(scene === undefined ? {} : { scene }) });
}

/**
 * Names that lie in the view, the earlier shown first. A country whose own place is out of view is named within the part that is
 * seen. They depend on the camera and on `seen` alone and may be kept with it.
 */
export function placedNames(basemap: Basemap, viewport: MapViewport, options: NameOptions): readonly PlacedName[] {
  const names = [...basemap.labels, ...basemap.seas].filter(({ from }) => viewport.zoom >= from);
  names.sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1));
  const countryName = countryNames(options.words.locale, options.words.names);
  const seen = options.seen ?? createSeenNames(basemap);
  return names.flatMap((name) => placedName(name, viewport, { ...options, countryName, seen }));
}

/** What names keep off. */
export interface NameObstacles {
  readonly scene?: MapScene;
  /** Boxes that controls cover. */
  readonly covers?: readonly Box[];
  readonly metrics?: TextMetrics;
}

/** The strokes of those that touch neither a name before them, nor a glyph of the scene, nor a control. */
export function freeNames(
  names: readonly PlacedName[],
  { scene, covers = [], metrics = fixedTextMetrics() }: NameObstacles,
): PaintOp[] {
  const taken = scene === undefined ? [...covers] : [...covers, ...sceneBoxes(scene, metrics)];
  // A country that is itself an area of the scene has its name beside the tag.
  const named = new Set(scene?.areas.map(({ key }) => key));
  // An ocean that has two label points, one for each side of the world, is named once.
  const said = new Set<string>();
  const free: PaintOp[] = [];
  const inked = scene?.areas.filter(({ kind }) => kind !== "sea" && kind !== "line").map(extent) ?? [];
  for (const { id, box, op, overInk } of names) {
    if (named.has(id) || said.has(op.text) || taken.some((other) => boxesMeet(other, box))) continue;
    taken.push(box);
    said.add(op.text);
    const isOverInk = scene?.density !== undefined || inked.some((area) => boxesMeet(area, box));
    free.push(isOverInk ? overInk : op);
  }
  return free;
}

type Placing = NameOptions & {
  readonly countryName: ReturnType<typeof countryNames>;
  readonly seen: SeenNames;
};

function placedName(name: BasemapLabel, viewport: MapViewport, options: Placing): PlacedName[] {
  const { look, words, metrics = fixedTextMetrics(), countryName } = options;
  const country = name.kind === "country";
  const plain = country ? countryName(name.iso ?? "", name.name) : seaName(name, words.locale);
  if (plain === null) return [];
  const spaced = country && hasCapitals(plain);
  const text = spaced ? plain.toLocaleUpperCase(words.locale) : plain;
  const sizePx = country ? COUNTRY_PX : SEA_PX;
  const halfPx = (metrics.width(text, sizePx) + (spaced ? text.length * SPACING_PX : 0)) / 2 + 3;
  const at = standing(name, viewport, { box: { halfPx, topPx: sizePx, bottomPx: sizePx * 0.5 }, seen: options.seen });
  if (at === null) return [];
  const box: Box = [at[0] - halfPx, at[1] - sizePx, at[0] + halfPx, at[1] + sizePx * 0.5];
  const look2 = country
    ? { fill: colorOf(look, "maplabel"), halo: colorOf(look, "land"), haloPx: HALO_PX }
    : { fill: colorOf(look, "sealabel"), italic: hasCapitals(text) };
  const op: TextOp = {
    kind: "text",
    x: at[0],
    y: at[1] + sizePx * 0.35,
    text,
    sizePx,
    anchor: "middle",
    ...look2,
    ...(spaced ? { spacingPx: SPACING_PX } : {}),
  };
  return [
    { id: name.id, box, op, overInk: { ...op, halo: colorOf(look, country ? "land" : "water"), haloPx: INK_HALO_PX } },
  ];
}

/**
 * Where a name stands whole: where it was found before, so that it does not jump while its own place comes and goes; at its own
 * place; else, for a country, within what is seen of it.
 */
function standing(
  { kind, iso, lon, lat }: BasemapLabel,
  viewport: MapViewport,
  { box, seen }: { readonly box: NameBox; readonly seen: SeenNames },
): Point | null {
  const whole = (place: readonly [number, number] | null) => {
    const at = place === null ? null : (projectedNear({ viewport }, place)?.point ?? null);
    return at !== null && isWhole(at, viewport, box) ? at : null;
  };
  if (kind === "sea" || iso === null) return whole([lon, lat]);
  const kept = whole(seen.kept(iso, viewport));
  if (kept !== null) return kept;
  seen.forget(iso);
  return whole([lon, lat]) ?? whole(seen.find(iso, viewport, box));
}

/** In the view, and on the disk of a globe: in the sky beside it a name would name the sky. */
function isWhole([x, y]: Point, { widthPx, heightPx, disk }: MapViewport, box: NameBox): boolean {
  const { halfPx, topPx, bottomPx } = box;
  if (disk !== undefined) {
    const across = Math.abs(x - disk.x) + halfPx;
    const down = Math.max(disk.y - y + topPx, y - disk.y + bottomPx);
    if (Math.hypot(across, down) > disk.radiusPx) return false;
  }
  return x >= halfPx && y >= topPx && x + halfPx <= widthPx && y + bottomPx <= heightPx;
}

/** Scripts with capitals, in which spacing does not tear joined letters apart. */
function hasCapitals(text: string): boolean {
  return /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{P}\p{Zs}\p{N}\p{M}]+$/u.test(text);
}

function sceneBoxes(scene: MapScene, metrics: TextMetrics): Box[] {
  return [
    ...scene.areas.map(tagBox),
    ...numberBoxes(scene),
    ...scene.marks.map((mark) => centeredBox(mark, 8)),
    ...scene.clusters.map((cluster) => centeredBox(cluster, cluster.radiusPx + 4)),
    ...scene.rings.map((ring) => centeredBox(ring, Math.min(ring.radiusPx, 30))),
    ...scene.arcs.flatMap(({ points }) => alongBoxes(points)),
    ...scene.edges.map(edgeBox),
    ...scene.labels.map(({ x, y, text, sub, anchor }): Box => {
      const width = Math.max(metrics.width(text, 11.5, 650), sub === null ? 0 : metrics.width(sub, 11)) + 4;
      const x0 = anchor === "start" ? x - 2 : anchor === "end" ? x - width + 2 : x - width / 2;
      return [x0, y - 12, x0 + width, y + (sub === null ? 4 : 17)];
    }),
  ];
}

/** Boxes along a line, each over two of its pieces. */
function alongBoxes(points: readonly Point[]): Box[] {
  return points.flatMap((_, i) => (i % 2 === 1 ? [] : [boxOf([points.slice(i, i + 3)])]));
}

/** The numbers in hexagons. */
function numberBoxes({ density }: MapScene): Box[] {
  const cells = density?.kind === "hexbin" ? density.cells.filter(isNumbered) : [];
  return cells.map((cell) => centeredBox(cell, 17, 8));
}
