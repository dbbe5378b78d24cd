import { markPath } from "@whenwhere/view/pure";
import type { ArcGlyph, ClusterGlyph, MapScene, PointGlyph, RingGlyph } from "../scene/types.ts";
import { colorOf, fillOf, lineOf, type MapLook, numbersOf, styleOf } from "./map-look.ts";
import { circlePath, linePath, type PaintOp, rectPath, ringsPath } from "./paint-op.ts";

/** Radius of a mark. */
const MARK_PX = 5.4;
const CASING_PX = 4.5;
const ALLEGED = 2;
const PLANNED = 3;
const CANCELLED = 4;
const RETRACTED = 5;

export function ringOps(scene: MapScene, look: MapLook): PaintOp[] {
  const halos = scene.clusters.flatMap(({ halos = [], shares }) =>
    halos.flatMap((halo) => circleOps({ ...halo, category: shares[0]?.category ?? 0, wash: 0.1 }, look)),
  );
  return [...halos, ...scene.rings.flatMap((ring) => oneRing(ring, look))];
}

function oneRing(ring: RingGlyph, look: MapLook): PaintOp[] {
  const wash = ring.certainty === "certain" ? 0.16 : 0.07;
  const circle = circleOps(
    { ...ring, assumed: ring.basis === "assumed", wash: ring.status >= PLANNED ? 0 : wash },
    look,
  );
  const ops = paled(circle, ring.fade);
  if (!ring.selected && !ring.hovered) return ops;
  return [...ops, ...haloOf(roundPath(ring, 3.5), ring.selected, look)];
}

interface Circle {
  readonly x: number;
  readonly y: number;
  readonly radiusPx: number;
  readonly outline?: RingGlyph["outline"];
  readonly assumed: boolean;
  readonly category: number;
  readonly wash: number;
}

/** Its circle, or what a globe shows of it, set off by so many pixels. */
function roundPath({ x, y, radiusPx, outline }: Pick<Circle, "x" | "y" | "radiusPx" | "outline">, offPx = 0): string {
  if (outline === undefined) return circlePath(x, y, radiusPx + offPx);
  const wider = 1 + offPx / radiusPx;
  return ringsPath([outline.map(([px, py]) => [x + (px - x) * wider, y + (py - y) * wider] as const)]);
}

function circleOps({ assumed, category, wash, ...circle }: Circle, look: MapLook): PaintOp[] {
  const d = roundPath(circle);
  return [
    { kind: "path", d, fill: fillOf(look, category), fillOpacity: wash },
    { kind: "path", d, stroke: lineOf(look, category), strokeWidth: 1.5, ...(assumed ? { dash: [4, 2.5] } : {}) },
  ];
}

/** Strokes with the ink that age has left; the selected record's frame is laid over them in full. */
function paled(ops: readonly PaintOp[], fade = 1): PaintOp[] {
  return fade === 1 ? [...ops] : ops.map((op) => (op.kind === "path" ? { ...op, opacity: fade } : op));
}

function haloOf(d: string, strong: boolean, look: MapLook): PaintOp[] {
  return [
    { kind: "path", d, stroke: colorOf(look, "casing"), strokeWidth: strong ? 5 : 3.5 },
    { kind: "path", d, stroke: colorOf(look, "halo"), strokeWidth: strong ? 2 : 1.25 },
  ];
}

export function joinOps(scene: MapScene, look: MapLook): PaintOp[] {
  return scene.joins.flatMap(({ x0, y0, x1, y1 }): PaintOp[] => {
    const d = linePath([
      [x0, y0],
      [x1, y1],
    ]);
    return [
      { kind: "path", d, stroke: colorOf(look, "casing"), strokeWidth: 3.5 },
      { kind: "path", d, stroke: colorOf(look, "ink"), strokeWidth: 1.25 },
    ];
  });
}

export function arcOps(scene: MapScene, look: MapLook): PaintOp[] {
  return scene.arcs.flatMap((arc) => oneArc(arc, look));
}

function oneArc({ points, dashed, category, selected }: ArcGlyph, look: MapLook): PaintOp[] {
  const d = linePath(points);
  const head = headOf(points);
  const stroke = lineOf(look, category);
  return [
    {
      kind: "path",
      d: d + head,
      stroke: colorOf(look, selected ? "halo" : "casing"),
      strokeWidth: selected ? 5.5 : CASING_PX,
    },
    ...(selected ? [{ kind: "path", d: d + head, stroke: colorOf(look, "casing"), strokeWidth: 3 } as const] : []),
    { kind: "path", d, stroke, strokeWidth: 1.75, ...(dashed ? { dash: [5, 3] } : {}) },
    { kind: "path", d: head, stroke, strokeWidth: 1.75 },
  ];
}

/** Two strokes of 7 px at the end of the curve. */
function headOf(points: ArcGlyph["points"]): string {
  const tip = points[points.length - 1];
  const before = points[points.length - 3] ?? points[0];
  if (tip === undefined || before === undefined) return "";
  const angle = Math.atan2(tip[1] - before[1], tip[0] - before[0]);
  const back = (turn: number) => [tip[0] - 7 * Math.cos(angle + turn), tip[1] - 7 * Math.sin(angle + turn)] as const;
  return linePath([back(0.55), tip, back(-0.55)]);
}

/** Casing, fill by status and certainty, outline by status; the selected one with its ring. */
export function markOps(mark: PointGlyph, look: MapLook, radiusPx = MARK_PX): PaintOp[] {
  const at = [mark.x, mark.y] as const;
  const d = markPath(styleOf(look, mark.category).shape, radiusPx);
  const line = lineOf(look, mark.category);
  const dashed = mark.status === ALLEGED || mark.status === RETRACTED;
  const casing = colorOf(look, "casing");
  const strokes: PaintOp[] = [
    { kind: "path", d, at, fill: casing, stroke: casing, strokeWidth: CASING_PX },
    ...fillOps(mark, { d, radiusPx }, look),
    { kind: "path", d, at, stroke: line, strokeWidth: 1.5, ...(dashed ? { dash: [2.6, 1.8] } : {}) },
  ];
  if (mark.status === CANCELLED || mark.status === RETRACTED) {
    strokes.push({
      kind: "path",
      d: linePath([
        [-radiusPx - 3, 0],
        [radiusPx + 3, 0],
      ]),
      at,
      stroke: line,
      strokeWidth: 1.5,
    });
  }
  const ops = paled(strokes, mark.fade);
  if (mark.selected || mark.hovered) ops.push(...haloOf(circlePath(mark.x, mark.y, radiusPx + 6), mark.selected, look));
  return ops;
}

function fillOps(mark: PointGlyph, { d, radiusPx }: { d: string; radiusPx: number }, look: MapLook): PaintOp[] {
  const at = [mark.x, mark.y] as const;
  const panel: PaintOp = { kind: "path", d, at, fill: colorOf(look, "panel") };
  if (mark.status >= PLANNED || mark.part === "from") return [panel];
  const opacity = mark.status === ALLEGED ? 0.35 : mark.certainty === "possible" ? 0.28 : 1;
  const fill = fillOf(look, mark.category);
  if (mark.share >= 1) return [{ kind: "path", d, at, fill, fillOpacity: opacity }];
  // One of n places: that share of the mark is inked, from the left.
  const reach = radiusPx * 1.6;
  const part = rectPath(-reach, -reach, 2 * reach * mark.share, 2 * reach);
  return [panel, { kind: "path", d: part, at, clip: d, fill, fillOpacity: opacity }];
}

/** Bubbles: a ring of shares around the number; plain = precise, broken = doubt wider than a mark. */
export function clusterOps(cluster: ClusterGlyph, look: MapLook): PaintOp[] {
  const { x, y, radiusPx: r, count: shown } = cluster;
  const count = (look.numbers ?? numbersOf(look.locale))(shown);
  const sizePx = count.length > 3 ? 10 : count.length > 2 ? 11 : 12.5;
  return [
    { kind: "arc", x, y, radiusPx: r + 4, fill: colorOf(look, "casing") },
    { kind: "arc", x, y, radiusPx: r, fill: colorOf(look, "panel") },
    ...segments(cluster, look),
    {
      kind: "text",
      x,
      y: y + sizePx * 0.35,
      text: count,
      sizePx,
      weight: 650,
      anchor: "middle",
      fill: colorOf(look, "ink"),
    },
    ...(cluster.selected || cluster.hovered ? haloOf(circlePath(x, y, r + 6), cluster.selected, look) : []),
  ];
}

const BETWEEN = 0.12;
const RING_PX = 6;
const FILL_PX = 3.8;

function segments({ x, y, radiusPx: r, count, shares }: ClusterGlyph, look: MapLook): PaintOp[] {
  const ops: PaintOp[] = [];
  const gap = shares.length > 1 ? BETWEEN : 0;
  let turn = gap / 2;
  for (const { category, precise, imprecise } of shares) {
    const whole = ((precise + imprecise) / count) * 2 * Math.PI;
    const span = Math.max(0.04, whole - gap);
    const plain = (span * precise) / (precise + imprecise);
    const all = { kind: "arc", x, y, radiusPx: r, from: turn, to: turn + span } as const;
    const fill = fillOf(look, category);
    ops.push({ ...all, stroke: lineOf(look, category), strokeWidth: RING_PX });
    if (plain > 0) ops.push({ ...all, to: turn + plain, stroke: fill, strokeWidth: FILL_PX });
    // The broken part has the panel between its dashes; under the plain one nobody would see it.
    if (span - plain > 0.02) {
      const broken = { ...all, from: turn + plain };
      ops.push({ ...broken, stroke: colorOf(look, "panel"), strokeWidth: 3.6 });
      ops.push({ ...broken, from: turn + plain + 0.05, stroke: fill, strokeWidth: FILL_PX, dash: [1.6, 1.4] });
    }
    turn += whole;
  }
  return ops;
}
