import { finishSteps, type Steps } from "@whenwhere/model";
import { type GeoPath, type GeoPermissibleObjects, geoGraticule, geoPath } from "d3-geo";
import type { MultiLineString, MultiPolygon } from "geojson";
import type { Basemap } from "../basemap/load-basemap.ts";
import type { PartBounds } from "../basemap/part-bounds.ts";
import { colorOf, type MapLook } from "../draw/map-look.ts";
import type { PaintOp } from "../draw/paint-op.ts";
import type { FlatViewport } from "./flat-viewport.ts";
import { geoWindow, partsInView } from "./parts-in-view.ts";

/** Ground, land and borders of the flat map as brush strokes; its names are drawn among the records. */
export function groundOps(basemap: Basemap, viewport: FlatViewport, look: MapLook): PaintOp[] {
  return finishSteps(groundSteps(basemap, viewport, look));
}

/** The same with pauses: to project the world takes longer than some frames. */
export function* groundSteps(basemap: Basemap, viewport: FlatViewport, look: MapLook): Steps<PaintOp[]> {
  const { land, coast, borders, bounds } = basemap;
  const window = geoWindow(viewport);
  const path = geoPath(viewport.projection).digits(1);
  const step = viewport.zoom < 3 ? 30 : viewport.zoom < 5 ? 10 : 2;
  const grid = geoGraticule()
    .step([step, step])
    .extentMajor([
      [-180, -90],
      [180, 90],
    ])();
  const sphere = path({ type: "Sphere" }) ?? "";
  const line = (d: string, token: string, strokeWidth: number): PaintOp => ({
    kind: "path",
    d,
    stroke: colorOf(look, token),
    strokeWidth,
  });
  const inView = (shape: MultiPolygon | MultiLineString, of: PartBounds) =>
    pathSteps(path, partsInView<MultiPolygon | MultiLineString>(shape, of, window));
  return [
    { kind: "path", d: sphere, fill: colorOf(look, "water") },
    line(path(grid) ?? "", "grid", 0.6),
    { kind: "path", d: yield* inView(land.geometry, bounds.land), fill: colorOf(look, "land") },
    line(yield* inView(coast.geometry, bounds.coast), "coast", 0.8),
    line(yield* inView(borders.settled.geometry, bounds.settled), "border", 0.9),
    {
      ...line(yield* inView(borders.disputed.geometry, bounds.disputed), "border", 1.1),
      dash: [3, 2.5],
    } as PaintOp,
    ...(viewport.kind === "mercator" ? [] : [line(sphere, "coast", 0.8)]),
  ];
}

/** Places projected between two pauses: about a millisecond. */
const PLACES_A_STEP = 2_000;

/** The path of a shape, part after part: each part has its own strokes, whatever stands beside it. */
function* pathSteps(path: GeoPath, { type, coordinates }: MultiPolygon | MultiLineString): Steps<string> {
  const texts: string[] = [];
  let parts: unknown[] = [];
  let count = 0;
  const take = () => {
    texts.push(path({ type, coordinates: parts } as GeoPermissibleObjects) ?? "");
    parts = [];
    count = 0;
  };
  for (const part of coordinates) {
    parts.push(part);
    count += type === "MultiPolygon" ? part.reduce((sum, ring) => sum + ring.length, 0) : part.length;
    if (count < PLACES_A_STEP) continue;
    take();
    yield;
  }
  if (parts.length > 0) take();
  return texts.join("");
}
