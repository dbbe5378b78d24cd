import { placePrecision, type Where } from "@whenwhere/model";
import { HIDDEN } from "@whenwhere/store";
import { type Frame, inView, projectNear, projectRing, rowLook } from "../frame.ts";
import { insideRings, type Point } from "../plane.ts";
import type { ArcGlyph, MapViewport, PointGlyph, RingGlyph } from "../types.ts";
import { globeOutline } from "./globe-circle.ts";
import { MARK_RADIUS_PX, radiusOf } from "./place-defaults.ts";

export interface ArcScene {
  readonly arcs: ArcGlyph[];
  /** Origins: drawn, not counted. */
  readonly rings: RingGlyph[];
  readonly marks: PointGlyph[];
  /** Where origins stand, with their records' words, for labels. */
  readonly origins: {
    readonly row: number;
    readonly at: Point;
    readonly radiusPx: number;
    readonly from: Where;
    readonly hinted: boolean;
  }[];
}

const STEPS = 32;
/** Records are read one by one for their second place; more arcs than this make no picture. */
const MAX_ARCS = 300;

/** Curves from second places to where the row stands now (`targets`: mark, ring, cluster or tag by row). */
export function arcGlyphs(
  frame: Frame,
  targets: ReadonlyMap<number, { readonly at: Point; readonly gapPx: number }>,
): ArcScene {
  const scene: ArcScene = { arcs: [], rings: [], marks: [], origins: [] };
  for (const row of frame.index.sources) {
    if (scene.arcs.length >= MAX_ARCS) break;
    if (frame.passing[row] === HIDDEN) continue;
    const target = targets.get(row);
    const from = frame.store.incident(row).from;
    if (target !== undefined && from !== undefined) addArc(frame, scene, { row, from, target });
  }
  return scene;
}

interface Flight {
  readonly row: number;
  readonly from: Where;
  readonly target: { readonly at: Point; readonly gapPx: number };
}

function addArc(frame: Frame, scene: ArcScene, { row, from, target }: Flight): void {
  const origin = originOf(frame, from);
  if (origin === null) return;
  const look = rowLook(frame, row);
  const [x, y] = origin.at;
  const curve = curveOf(origin.at, target.at, frame.viewport.disk).filter(
    (p) =>
      Math.hypot(p[0] - target.at[0], p[1] - target.at[1]) > target.gapPx &&
      !(origin.rings.length > 0
        ? insideRings(origin.rings, p[0], p[1])
        : Math.hypot(p[0] - x, p[1] - y) < origin.gapPx),
  );
  if (curve.length < 3) return;
  const hinted = look.status === 2 || from.inferred === true;
  scene.arcs.push({ ...look, points: curve, dashed: hinted });
  if (origin.rings.length > 0) return;
  scene.origins.push({ row, at: origin.at, radiusPx: origin.gapPx, from, hinted });
  if (!inView(frame, origin.at, origin.radiusPx)) return;
  if (origin.radiusPx > MARK_RADIUS_PX) {
    const { radiusPx, outline, basis } = origin;
    const shape = { x, y, radiusPx, ...outline };
    scene.rings.push({ ...look, selected: false, ...shape, basis, obscured: from.obscured === true, part: "from" });
  } else scene.marks.push({ ...look, selected: false, x, y, share: 1, part: "from" });
}

interface Origin {
  readonly at: Point;
  readonly radiusPx: number;
  readonly gapPx: number;
  readonly basis: RingGlyph["basis"];
  /** Its circle as a globe shows it. */
  readonly outline?: ReturnType<typeof globeOutline>;
  /** Outline of an origin known only to its area: the arc starts at its edge. */
  readonly rings: readonly (readonly Point[])[];
}

function originOf(frame: Frame, from: Where): Origin | null {
  const precision = placePrecision(from);
  const outlined = outlineOrigin(frame, from);
  if (outlined !== null) return outlined;
  if (typeof from.lon === "number" && typeof from.lat === "number") {
    const at = projectNear(frame, from.lon, from.lat);
    if (at === null) return null;
    const { radiusM, basis } = radiusOf(precision, from.radiusM ?? Number.NaN, from.basis);
    const radiusPx = radiusM / frame.viewport.metersPerPx(from.lon, from.lat);
    const outline = radiusPx > MARK_RADIUS_PX ? globeOutline(frame.viewport, [from.lon, from.lat], radiusM) : {};
    return { at, radiusPx, gapPx: Math.max(radiusPx, MARK_RADIUS_PX), basis, outline, rings: [] };
  }
  return null;
}

/** An origin known to its country or province only: the arc starts at the outline. */
function outlineOrigin(frame: Frame, from: Where): Origin | null {
  const pointed = typeof from.lon === "number" && typeof from.lat === "number";
  const precision = placePrecision(from);
  const wide = precision === "country" || precision === "province";
  if (from.country == null || (pointed && !wide)) return null;
  const own = precision === "country" ? null : frame.shapes.shape(from.country, from.admin1 ?? null);
  const shape = own ?? frame.shapes.shape(from.country, null);
  const at = shape === null ? null : projectNear(frame, shape.label[0], shape.label[1]);
  if (shape === null || at === null) return null;
  const rings = shape.polygons.flatMap((polygon) => polygon.map((ring) => projectRing(frame, ring)));
  return { at, radiusPx: 0, gapPx: MARK_RADIUS_PX, basis: "assumed", rings };
}

/**
 * A quadratic curve that bulges upwards (northwards where it runs east or west). On a globe it stays on it: a curve lies between its
 * ends and its control point, and a disk has no hollows.
 */
function curveOf(a: Point, b: Point, disk: MapViewport["disk"]): Point[] {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const side = dx >= 0 ? 1 : -1;
  const control = within(disk, [(a[0] + b[0]) / 2 + dy * 0.22 * side, (a[1] + b[1]) / 2 - dx * 0.22 * side]);
  return Array.from({ length: STEPS + 1 }, (_, i) => {
    const t = i / STEPS;
    const u = 1 - t;
    return [
      u * u * a[0] + 2 * u * t * control[0] + t * t * b[0],
      u * u * a[1] + 2 * u * t * control[1] + t * t * b[1],
    ] as const;
  });
}

/** The nearest point of a disk; the point itself where there is none. */
function within(disk: MapViewport["disk"], [x, y]: Point): Point {
  if (disk === undefined) return [x, y];
  const share = Math.min(1, disk.radiusPx / Math.hypot(x - disk.x, y - disk.y));
  return [disk.x + (x - disk.x) * share, disk.y + (y - disk.y) * share];
}
