import type { TextMetrics, Words } from "@whenwhere/view/pure";
import { fixedTextMetrics } from "@whenwhere/view/pure";
import { type GeoPermissibleObjects, geoGraticule, geoPath } from "d3-geo";
import type { MultiLineString, MultiPolygon } from "geojson";
import { countryNames, seaName } from "../basemap/country-name.ts";
import type { Basemap, BasemapLabel } from "../basemap/load-basemap.ts";
import type { PartBounds } from "../basemap/part-bounds.ts";
import { isNumbered } from "../draw/density-ops.ts";
import { colorOf, type MapLook } from "../draw/map-look.ts";
import type { PaintOp } from "../draw/paint-op.ts";
import { tagBox } from "../scene/glyphs/tag-placing.ts";
import { type Box, boxesMeet } from "../scene/plane.ts";
import type { MapScene, MapViewport } from "../scene/types.ts";
import type { FlatViewport } from "./flat-viewport.ts";
import { geoWindow, partsInView } from "./parts-in-view.ts";

export interface FlatBasemapOptions {
  readonly look: MapLook;
  readonly words: Pick<Words, "locale"> & Partial<Pick<Words, "names">>;
  readonly metrics?: TextMetrics;
  /** Names of the map keep off the glyphs and labels of this scene. */
  readonly scene?: MapScene;
}

/** Ground, land, borders and names of the flat map as brush strokes. */
export function basemapOps(basemap: Basemap, viewport: FlatViewport, options: FlatBasemapOptions): PaintOp[] {
  return [...groundOps(basemap, viewport, options.look), ...nameOps(basemap, viewport, options)];
}

/** Ground, land and borders without the names, which a map over another ground draws with its records. */
export function groundOps(basemap: Basemap, viewport: FlatViewport, look: MapLook): PaintOp[] {
  const { land, coast, borders, bounds } = basemap;
  const window = geoWindow(viewport);
  const inView = <Shape extends MultiPolygon | MultiLineString>(shape: Shape, of: PartBounds) =>
    partsInView(shape, of, window);
  const path = geoPath(viewport.projection).digits(1);
  const d = (object: GeoPermissibleObjects) => path(object) ?? "";
  const step = viewport.zoom < 3 ? 30 : viewport.zoom < 5 ? 10 : 2;
  const grid = geoGraticule()
    .step([step, step])
    .extentMajor([
      [-180, -90],
      [180, 90],
    ])();
  const lines = (object: GeoPermissibleObjects, token: string, strokeWidth: number): PaintOp => ({
    kind: "path",
    d: d(object),
    stroke: colorOf(look, token),
    strokeWidth,
  });
  return [
    { kind: "path", d: d({ type: "Sphere" }), fill: colorOf(look, "water") },
    lines(grid, "grid", 0.6),
    { kind: "path", d: d(inView(land.geometry, bounds.land)), fill: colorOf(look, "land") },
    lines(inView(coast.geometry, bounds.coast), "coast", 0.8),
    lines(inView(borders.settled.geometry, bounds.settled), "border", 0.9),
    { ...lines(inView(borders.disputed.geometry, bounds.disputed), "border", 1.1), dash: [3, 2.5] } as PaintOp,
    ...(viewport.kind === "mercator" ? [] : [lines({ type: "Sphere" }, "coast", 0.8)]),
  ];
}

const COUNTRY_PX = 9.5;
const SPACING_PX = 0.9;
const SEA_PX = 11;

/** Names, the earlier shown first, each only where it touches neither another nor a glyph. */
export function nameOps(basemap: Basemap, viewport: MapViewport, options: FlatBasemapOptions): PaintOp[] {
  const taken = options.scene === undefined ? [] : sceneBoxes(options.scene, options.metrics ?? fixedTextMetrics());
  // A country that is itself an area of the scene has its name beside the tag.
  const named = new Set(options.scene?.areas.map(({ key }) => key));
  const names = [...basemap.labels, ...basemap.seas].filter(({ from, id }) => viewport.zoom >= from && !named.has(id));
  names.sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1));
  const countryName = countryNames(options.words.locale, options.words.names);
  return names.flatMap((name) => nameOp(name, viewport, { ...options, taken, countryName }));
}

function nameOp(
  name: BasemapLabel,
  viewport: MapViewport,
  options: FlatBasemapOptions & {
    readonly taken: Box[];
    readonly countryName: ReturnType<typeof countryNames>;
  },
): PaintOp[] {
  const { look, words, metrics = fixedTextMetrics(), taken, countryName } = options;
  const center = viewport.center?.[0] ?? 0;
  const at = viewport.project(name.lon - 360 * Math.round((name.lon - center) / 360), name.lat);
  const country = name.kind === "country";
  const plain = country ? countryName(name.iso ?? "", name.name) : seaName(name, words.locale);
  if (plain === null) return [];
  const spaced = country && hasCapitals(plain);
  const text = spaced ? plain.toLocaleUpperCase(words.locale) : plain;
  const sizePx = country ? COUNTRY_PX : SEA_PX;
  if (at === null) return [];
  const half = (metrics.width(text, sizePx) + (spaced ? text.length * SPACING_PX : 0)) / 2 + 3;
  const box: Box = [at[0] - half, at[1] - sizePx, at[0] + half, at[1] + sizePx * 0.5];
  const whole = box[0] >= 0 && box[1] >= 0 && box[2] <= viewport.widthPx && box[3] <= viewport.heightPx;
  if (!whole || taken.some((other) => boxesMeet(other, box))) return [];
  taken.push(box);
  const look2 = country
    ? { fill: colorOf(look, "maplabel"), halo: colorOf(look, "land"), haloPx: 2.4 }
    : { fill: colorOf(look, "sealabel"), italic: hasCapitals(text) };
  return [
    {
      kind: "text",
      x: at[0],
      y: at[1] + sizePx * 0.35,
      text,
      sizePx,
      anchor: "middle",
      ...look2,
      ...(spaced ? { spacingPx: SPACING_PX } : {}),
    },
  ];
}

/** Scripts with capitals, in which spacing does not tear joined letters apart. */
function hasCapitals(text: string): boolean {
  return /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{P}\p{Zs}\p{N}\p{M}]+$/u.test(text);
}

function sceneBoxes(scene: MapScene, metrics: TextMetrics): Box[] {
  const around = (x: number, y: number, r: number): Box => [x - r, y - r, x + r, y + r];
  return [
    ...scene.areas.map(tagBox),
    ...numberBoxes(scene),
    ...scene.marks.map(({ x, y }) => around(x, y, 8)),
    ...scene.clusters.map(({ x, y, radiusPx }) => around(x, y, radiusPx + 4)),
    ...scene.rings.map(({ x, y, radiusPx }) => around(x, y, Math.min(radiusPx, 30))),
    ...scene.edges.map(({ x, y, widthPx: w, heightPx: h }): Box => [x - w / 2, y - h / 2, x + w / 2, y + h / 2]),
    ...scene.labels.map(({ x, y, text, sub, anchor }): Box => {
      const width = Math.max(metrics.width(text, 11.5, 650), sub === null ? 0 : metrics.width(sub, 11)) + 4;
      const x0 = anchor === "start" ? x - 2 : anchor === "end" ? x - width + 2 : x - width / 2;
      return [x0, y - 12, x0 + width, y + (sub === null ? 4 : 17)];
    }),
  ];
}

/** The numbers in hexagons. */
function numberBoxes({ density }: MapScene): Box[] {
  const cells = density?.kind === "hexbin" ? density.cells.filter(isNumbered) : [];
  return cells.map(({ x, y }): Box => [x - 17, y - 8, x + 17, y + 8]);
}
