import { type GeoPermissibleObjects, geoGraticule, geoPath } from "d3-geo";
import type { MultiLineString, MultiPolygon } from "geojson";
import type { Basemap } from "../basemap/load-basemap.ts";
import type { PartBounds } from "../basemap/part-bounds.ts";
import { colorOf, type MapLook } from "../draw/map-look.ts";
import type { PaintOp } from "../draw/paint-op.ts";
import type { MapScene } from "../scene/types.ts";
import type { FlatViewport } from "./flat-viewport.ts";
import { type NameOptions, nameOps } from "./name-ops.ts";
import { geoWindow, partsInView } from "./parts-in-view.ts";

export interface FlatBasemapOptions extends NameOptions {
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
