import { metersPerPx } from "../earth.ts";
import { type Frame, inView, projectNear, projectRing } from "../frame.ts";
import { areaHolding, type Holding, joined, withRows } from "../holding.ts";
import {
  boxesMeet,
  boxOf,
  centeredBox,
  clipRing,
  clipRingToCircle,
  insideRings,
  middleOf,
  type Point,
  ringArea2,
} from "../plane.ts";
import { isOutline, isRound } from "../spots/sort-places.ts";
import type { AreaGlyph, AreaShape } from "../types.ts";
import { type Alternatives, alternativePlaces } from "./alternative-places.ts";
import type { AreaRef } from "./area-ref.ts";
import type { BeyondPart } from "./edge-glyphs.ts";
import { FarSides } from "./far-sides.ts";
import { globeCircle } from "./globe-circle.ts";
import { MARK_RADIUS_PX, radiusOf } from "./place-defaults.ts";

/** Rows for which an area glyph is not the answer: too small on screen, beyond the view, or without any place now. */
export interface AreaScene {
  readonly areas: AreaGlyph[];
  /** Areas smaller than a mark: they are drawn as plain marks or clusters at `at`. */
  readonly tiny: { readonly key: string; readonly held: Holding; readonly at: Point }[];
  readonly beyond: BeyondPart[];
  readonly unplaced: Holding[];
  /** Records that name two or more places, one of which it was. */
  readonly alternatives: Alternatives[];
}

/** An area under this many pixels sets its tag off by a leader. */
const LEADER_PX = 40;
/** An area under this many pixels gives its count to the tag of its country. */
const SMALL_PX = 24;
/** ... but only where the country itself is not so large that the hatch would swallow the map. */
const COUNTRY_MAX_PX = 220;

interface Outline {
  readonly rings: Point[][];
  readonly lines: Point[][];
  readonly radiusPx: number | null;
  readonly at: Point;
  readonly sizePx: number;
}

/** Hatched areas, seas, lines and blurred cells with one tag each. */
export function areaGlyphs(frame: Frame, taken: readonly Point[] = []): AreaScene {
  const scene: AreaScene = { areas: [], tiny: [], beyond: [], unplaced: [], alternatives: [] };
  const merged = new Map<string, { ref: AreaRef; held: Holding[] }>();
  const far = frame.table === null ? null : new FarSides(frame, frame.table);
  for (const [index, ref] of frame.index.areas.entries()) {
    if (far !== null && isFar(frame, far, index)) continue;
    const held = areaHolding(frame, index);
    if (held.count === 0) continue;
    const choice = held.count === ref.rows.length ? alternativePlaces(frame, ref, taken) : null;
    if (choice !== null) {
      scene.alternatives.push(choice);
      continue;
    }
    const resolved = smallToCountry(frame, resolve(frame, ref));
    const known = merged.get(resolved.key);
    if (known === undefined) merged.set(resolved.key, { ref: resolved, held: [held] });
    else known.held.push(held);
  }
  for (const { ref, held } of merged.values()) place(frame, scene, ref, joined(held));
  scene.beyond.push(...(far?.parts() ?? []));
  scene.areas.sort((a, b) => sizeOf(b) - sizeOf(a) || (a.key < b.key ? -1 : 1));
  return scene;
}

/** Among very many rows: an area without shown rows, or a round one beyond the view, is done without drawing it up. */
function isFar({ index: { areas }, table, viewport }: Frame, far: FarSides, index: number): boolean {
  const ref = areas[index] as AreaRef;
  const slot = (table?.firstArea ?? 0) + index;
  if (table?.shown[slot] === 0) return true;
  if (!isRound(ref)) return false;
  const { radiusM } = radiusOf(ref.precision, ref.radiusM, ref.basis);
  const reachPx = radiusM / Math.max(1e-9, metersPerPx(ref.lat, viewport.zoom));
  return far.takes(slot, { lon: ref.lon, lat: ref.lat, reachPx });
}

function place(frame: Frame, scene: AreaScene, ref: AreaRef, held: Holding): void {
  const outline = outlineOf(frame, ref);
  if (outline === null) {
    const anchor = anchorOf(frame, ref);
    if (anchor === null) scene.unplaced.push(held);
    else scene.beyond.push({ held, lon: anchor[0], lat: anchor[1] });
    return;
  }
  if (!touchesView(frame, outline)) {
    const [lon, lat] = anchorOf(frame, ref) ?? [Number.NaN, Number.NaN];
    if (Number.isFinite(lon)) scene.beyond.push({ held, lon, lat });
    else scene.unplaced.push(held);
    return;
  }
  if (outline.sizePx < MARK_RADIUS_PX && outline.lines.length === 0) {
    scene.tiny.push({ key: ref.key, held, at: outline.at });
    return;
  }
  scene.areas.push(glyphOf(frame, { ref, held, outline }));
}

function glyphOf(frame: Frame, { ref, held, outline }: { ref: AreaRef; held: Holding; outline: Outline }): AreaGlyph {
  const at = visibleMiddle(frame, outline);
  const leader = outline.lines.length > 0 || outline.sizePx < LEADER_PX;
  const { count, certain, possible, selected, hovered } = held;
  const glyph = {
    key: ref.key,
    name: nameOf(frame, ref),
    kind: kindOf(ref),
    rings: outline.rings,
    lines: outline.lines,
    radiusPx: outline.radiusPx,
    assumed: outline.radiusPx !== null && radiusOf(ref.precision, ref.radiusM, ref.basis).basis === "assumed",
    x: at[0],
    y: at[1],
    tag: leader ? { x: at[0] + outline.sizePx / 2 + 26, y: at[1], leader } : { x: at[0], y: at[1], leader },
    ...{ count, certain, possible, selected, hovered },
    shares: held.shares.map((share) => ({ category: share.category, count: share.count })),
  };
  return withRows(glyph, held.rows);
}

/** A line stays a line whatever its class; a town given by its outline is an area of the finest kind. */
function kindOf({ obscured, geometry, precision }: AreaRef): AreaGlyph["kind"] {
  if (obscured) return "cell";
  if (geometry?.type === "LineString" || geometry?.type === "MultiLineString") return "line";
  return precision === "exact" || precision === "settlement" || precision === "unknown" ? "district" : precision;
}

function nameOf(frame: Frame, ref: AreaRef): string {
  if (ref.precision === "country" && ref.country !== null) return frame.countryName(ref.country);
  // Records of one province share its tag, so it bears the province's name and not that of one record.
  if (ref.precision === "province" && ref.geometry === null && ref.admin1 !== null) return ref.admin1;
  return ref.name ?? ref.admin1 ?? (ref.country === null ? "" : frame.countryName(ref.country));
}

/** A province whose outline is not known, and that has no point either, is drawn as its country: coarser, and true. */
function resolve(frame: Frame, ref: AreaRef): AreaRef {
  if (ref.geometry !== null || ref.obscured || ref.country === null || Number.isFinite(ref.lon)) return ref;
  const needsOwn = ref.precision === "province" || ref.precision === "district";
  if (ref.precision === "sea" || (needsOwn && frame.shapes.shape(ref.country, ref.admin1) !== null)) return ref;
  return asCountry(ref);
}

function asCountry(ref: AreaRef): AreaRef {
  return {
    ...ref,
    key: ref.country ?? ref.key,
    precision: "country",
    admin1: null,
    name: null,
    lon: Number.NaN,
    lat: Number.NaN,
    radiusM: Number.NaN,
  };
}

function smallToCountry(frame: Frame, ref: AreaRef): AreaRef {
  if (ref.country === null || ref.obscured || (ref.precision !== "province" && ref.precision !== "district"))
    return ref;
  const own = outlineOf(frame, ref);
  if (own === null || own.sizePx >= SMALL_PX || own.sizePx < MARK_RADIUS_PX || !touchesView(frame, own)) return ref;
  const country = outlineOf(frame, asCountry(ref));
  if (country === null || country.sizePx < SMALL_PX || country.sizePx > COUNTRY_MAX_PX) return ref;
  return asCountry(ref);
}

function shapeOf(frame: Frame, ref: AreaRef): AreaShape | null {
  if (ref.country === null || ref.obscured) return null;
  if (ref.precision === "country") return frame.shapes.shape(ref.country, null);
  if (ref.precision === "province" && ref.admin1 !== null) return frame.shapes.shape(ref.country, ref.admin1);
  return null;
}

/** Null when the place cannot be projected at all (behind the globe) or nothing is known of it. */
function outlineOf(frame: Frame, ref: AreaRef): Outline | null {
  if (isOutline(ref.geometry)) return geometryOutline(frame, ref);
  const shape = shapeOf(frame, ref);
  if (shape !== null) return ringsOutline(frame, shape);
  return circleOutline(frame, ref);
}

function ringsOutline(frame: Frame, shape: AreaShape): Outline | null {
  const rings = shape.polygons
    .flatMap((polygon) => polygon.map((ring) => projectRing(frame, ring)))
    .filter((ring) => ring.length > 2);
  const at = projectNear(frame, shape.label[0], shape.label[1]);
  if (rings.length === 0) return at === null ? null : { rings: [], lines: [], radiusPx: null, at, sizePx: 1 };
  const [x0, y0, x1, y1] = boxOf([largestRing(rings)]);
  return {
    rings,
    lines: [],
    radiusPx: null,
    at: at ?? [(x0 + x1) / 2, (y0 + y1) / 2],
    sizePx: Math.max(x1 - x0, y1 - y0),
  };
}

type Positions = readonly (readonly number[])[];

function geometryOutline(frame: Frame, ref: AreaRef): Outline | null {
  const { geometry } = ref;
  if (geometry === null) return null;
  const project = (points: readonly (readonly number[])[]) =>
    projectRing(frame, points as readonly (readonly [number, number])[]);
  if (geometry.type === "LineString" || geometry.type === "MultiLineString") {
    const { coordinates } = geometry as { coordinates: unknown };
    const sets = (geometry.type === "LineString" ? [coordinates] : coordinates) as readonly Positions[];
    const parts = sets.map(project).filter((l) => l.length > 1);
    const longest = parts.reduce<Point[]>((a, b) => (b.length > a.length ? b : a), []);
    const at = longest[Math.floor(longest.length / 2)];
    if (at === undefined) return null;
    const [x0, y0, x1, y1] = boxOf(parts);
    return { rings: [], lines: parts, radiusPx: null, at, sizePx: Math.max(x1 - x0, y1 - y0) };
  }
  if (geometry.type !== "Polygon" && geometry.type !== "MultiPolygon") return circleOutline(frame, ref);
  const { coordinates } = geometry as { coordinates: unknown };
  const polygons = (geometry.type === "Polygon" ? [coordinates] : coordinates) as readonly (readonly Positions[])[];
  const rings = polygons.flatMap((polygon) => polygon.map(project)).filter((ring) => ring.length > 2);
  if (rings.length === 0) return null;
  const [x0, y0, x1, y1] = boxOf(rings);
  return {
    rings,
    lines: [],
    radiusPx: null,
    at: middleOf(largestRing(rings)) ?? [(x0 + x1) / 2, (y0 + y1) / 2],
    sizePx: Math.max(x1 - x0, y1 - y0),
  };
}

function circleOutline(frame: Frame, ref: AreaRef): Outline | null {
  const anchor = anchorOf(frame, ref);
  const at = anchor === null ? null : projectNear(frame, anchor[0], anchor[1]);
  if (anchor === null || at === null) return null;
  const { radiusM } = radiusOf(ref.precision, ref.radiusM, ref.basis);
  const radiusPx = radiusM / frame.viewport.metersPerPx(anchor[0], anchor[1]);
  if (!ref.obscured) {
    const part = partOfCountry(frame, ref, { at, radiusPx });
    if (part !== null) return part;
    // A sea is a sign, not an extent: on a globe as on a plane.
    const isExtent = ref.precision !== "sea" && radiusPx > LEADER_PX;
    const round = isExtent ? globeCircle(frame.viewport, anchor, radiusM) : null;
    return { rings: round === null ? [] : [round], lines: [], radiusPx, at, sizePx: radiusPx * 2 };
  }
  const [x, y] = at;
  const square: Point[] = [
    [x - radiusPx, y - radiusPx],
    [x + radiusPx, y - radiusPx],
    [x + radiusPx, y + radiusPx],
    [x - radiusPx, y + radiusPx],
    [x - radiusPx, y - radiusPx],
  ];
  return { rings: [square], lines: [], radiusPx, at, sizePx: radiusPx * 2 };
}

/** "Northern Mozambique" ends where its country (or, for a district, its province) ends. Null when that outline is not known. */
function partOfCountry(frame: Frame, ref: AreaRef, { at, radiusPx }: { at: Point; radiusPx: number }): Outline | null {
  if (ref.country === null || (ref.precision !== "region" && ref.precision !== "district") || radiusPx < 6) return null;
  const admin1 =
    ref.precision === "district" && ref.admin1 !== null ? frame.shapes.shape(ref.country, ref.admin1) : null;
  const whole = admin1 ?? frame.shapes.shape(ref.country, null);
  if (whole === null) return null;
  const rings = whole.polygons
    .flatMap((polygon) => polygon.map((ring) => clipRingToCircle(projectRing(frame, ring), at, radiusPx)))
    .filter((ring) => ring.length > 2)
    .map((ring) => [...ring]);
  if (rings.length === 0) return null;
  const [x0, y0, x1, y1] = boxOf(rings);
  const inside = insideRings(rings, at[0], at[1]) ? at : (middleOf(largestRing(rings)) ?? at);
  return { rings, lines: [], radiusPx, at: inside, sizePx: Math.max(x1 - x0, y1 - y0) };
}

/** A place on the earth that stands for the area when it lies beyond the view. */
function anchorOf(frame: Frame, ref: AreaRef): readonly [number, number] | null {
  if (Number.isFinite(ref.lon) && Number.isFinite(ref.lat)) return [ref.lon, ref.lat];
  if (ref.precision === "sea" && ref.name !== null) {
    const sea = frame.shapes.sea?.(ref.name);
    if (sea != null) return sea;
  }
  const first = firstPosition(ref);
  if (first !== null) return first;
  return ref.country === null ? null : ((shapeOf(frame, ref) ?? frame.shapes.shape(ref.country, null))?.label ?? null);
}

function firstPosition({ geometry }: AreaRef): readonly [number, number] | null {
  let at: unknown = geometry?.coordinates;
  while (Array.isArray(at) && Array.isArray(at[0])) at = at[Math.floor(at.length / 2)] ?? at[0];
  return Array.isArray(at) && typeof at[0] === "number" && typeof at[1] === "number" ? [at[0], at[1]] : null;
}

function touchesView(frame: Frame, { rings, lines, radiusPx, at }: Outline): boolean {
  const parts = [...rings, ...lines];
  if (parts.length === 0) return boxesMeet(centeredBox({ x: at[0], y: at[1] }, radiusPx ?? 4), frame.view);
  return parts.some(
    (part) => boxesMeet(boxOf([part]), frame.view) && (lines.length > 0 || clipRing(part, frame.view).length > 2),
  );
}

/** The label point while it is in view, else the middle of what is seen of the largest visible part. */
function visibleMiddle(frame: Frame, { rings, lines, radiusPx, at }: Outline): Point {
  const m = 16;
  const room = [frame.view[0] + m, frame.view[1] + m, frame.view[2] - m, frame.view[3] - m] as const;
  if (inView(frame, at, -m) && (rings.length === 0 || lines.length > 0 || insideRings(rings, at[0], at[1]))) return at;
  const parts = rings.map((ring) => clipRing(ring, room)).filter((ring) => ring.length > 2);
  if (parts.length > 0) return middleOf(largestRing(parts)) ?? at;
  const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));
  return radiusPx !== null || lines.length > 0 ? [clamp(at[0], room[0], room[2]), clamp(at[1], room[1], room[3])] : at;
}

function largestRing<R extends readonly Point[]>(rings: readonly R[]): R {
  return rings.reduce((a, b) => (Math.abs(ringArea2(b)) > Math.abs(ringArea2(a)) ? b : a));
}

function sizeOf({ rings, radiusPx }: AreaGlyph): number {
  if (rings.length === 0) return (radiusPx ?? 0) ** 2 * Math.PI;
  return rings.reduce((sum, ring) => sum + Math.abs(ringArea2(ring)) / 2, 0);
}
