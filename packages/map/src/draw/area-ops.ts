import { type Box, boxesMeet, boxOf, insideRings } from "../scene/plane.ts";
import type { AreaGlyph, MapScene } from "../scene/types.ts";
import { colorOf, fillOf, lineOf, type MapLook } from "./map-look.ts";
import { circlePath, linePath, type PaintOp, rectPath, ringsPath } from "./paint-op.ts";

/** What lies under an area, and how its own hatch has to differ from that. */
interface Nesting {
  /** Paths of larger areas that the area lies in or over: their hatch is knocked out, with a casing around. */
  readonly under: readonly string[];
  /** Fills so much of the area around it that knocking out would leave slivers: both hatches stay, crossed. */
  readonly crossed: boolean;
  /** The hatch falls instead of rises: of two areas inside each other one does. */
  readonly falling: boolean;
}

/** An area over more than this share of the box of the one around it does not knock it out. */
const CROSSED_SHARE = 0.55;
const NEST_CASING_PX = 5;

/** Hatch, strokes, checks and lines of areas; their tags are painted later, above the marks. */
export function areaOps(scene: MapScene, look: MapLook): PaintOp[] {
  const painted: Painted[] = [];
  return scene.areas.flatMap((area) => {
    if (area.kind === "sea" || area.kind === "cell" || area.lines.length > 0) return plainArea(scene, area, look);
    const d = area.rings.length > 0 ? ringsPath(area.rings) : circlePath(area.x, area.y, area.radiusPx ?? 0);
    const own: Painted = { area, d, box: extent(area), falling: false };
    const nesting = nestingOf(own, painted);
    painted.push({ ...own, falling: nesting.falling });
    return hatchedArea(scene, { area, d, nesting }, look);
  });
}

interface Painted {
  readonly area: AreaGlyph;
  readonly d: string;
  readonly box: Box;
  readonly falling: boolean;
}

const sizeOfBox = ([x0, y0, x1, y1]: Box): number => (x1 - x0) * (y1 - y0);

function nestingOf({ area, box }: Painted, painted: readonly Painted[]): Nesting {
  const under = painted.filter((other) => boxesMeet(other.box, box) && overlaps(other.area, area));
  const nearest = under[under.length - 1];
  if (nearest === undefined) return { under: [], crossed: false, falling: false };
  const crossed = sizeOfBox(box) > CROSSED_SHARE * sizeOfBox(nearest.box);
  return { under: under.map(({ d }) => d), crossed, falling: !nearest.falling };
}

/** Areas overlap when a corner of the smaller, or its middle, lies in the larger; neighbours share a border only. */
function overlaps(larger: AreaGlyph, area: AreaGlyph): boolean {
  const inside = (x: number, y: number) =>
    larger.rings.length > 0
      ? insideRings(larger.rings, x, y)
      : Math.hypot(x - larger.x, y - larger.y) < (larger.radiusPx ?? 0);
  const [x0, y0, x1, y1] = extent(area);
  // Nine places of its box that lie in the area itself: borders of two outlines never agree to the pixel.
  const grid = [0.2, 0.35, 0.5, 0.65, 0.8];
  return grid.some((u) =>
    grid.some((v) => {
      const [x, y] = [x0 + u * (x1 - x0), y0 + v * (y1 - y0)];
      return (area.rings.length === 0 || insideRings(area.rings, x, y)) && inside(x, y);
    }),
  );
}

function plainArea(scene: MapScene, area: AreaGlyph, look: MapLook): PaintOp[] {
  if (area.kind === "sea") return seaOps(scene, area, look);
  return area.lines.length > 0 ? lineOps(area, look) : cellOps(area, look);
}

interface Hatched {
  readonly area: AreaGlyph;
  readonly d: string;
  readonly nesting: Nesting;
}

function hatchedArea(scene: MapScene, { area, d, nesting }: Hatched, look: MapLook): PaintOp[] {
  const color = hatchColor(area, look);
  const wide = area.kind === "country" || area.kind === "region";
  // An extent that no source gives has a dotted edge.
  const fuzzy = area.radiusPx !== null;
  const pitchPx = pitchOf(extent(area), wide ? 8 : 5);
  const hatch = hatchLines(visible(scene, extent(area)), area, { pitchPx, falling: nesting.falling });
  return [
    ...knockOut({ d, nesting }, look),
    { kind: "path", d: hatch, stroke: color, strokeWidth: wide ? 0.9 : 1.1, clip: d },
    ...haloOps(area, d, look),
    { kind: "path", d, stroke: color, strokeWidth: fuzzy ? 0.9 : wide ? 1 : 1.3, ...(fuzzy ? { dash: [1, 2] } : {}) },
  ];
}

/** From this size on, the wider the doubt, the thinner its ink: up to twice the pitch. */
const WIDE_PX = 240;

function pitchOf(box: Box, pitchPx: number): number {
  return pitchPx * Math.min(2, Math.max(1, Math.sqrt(Math.sqrt(sizeOfBox(box)) / WIDE_PX)));
}

/** Clears the ground of an inner area and a margin around it, but only where another area's hatch lies. */
function knockOut({ d, nesting }: Pick<Hatched, "d" | "nesting">, look: MapLook): PaintOp[] {
  if (nesting.crossed) return [];
  const land = colorOf(look, "land");
  return nesting.under.flatMap((clip): PaintOp[] => [
    { kind: "path", d, fill: land, rule: "evenodd", clip },
    { kind: "path", d, stroke: land, strokeWidth: NEST_CASING_PX, clip },
  ]);
}

function haloOps(area: AreaGlyph, d: string, look: MapLook): PaintOp[] {
  if (!area.selected && !area.hovered) return [];
  const width = area.selected ? 5.3 : 3.3;
  return [
    { kind: "path", d, stroke: colorOf(look, "halo"), strokeWidth: width },
    { kind: "path", d, stroke: colorOf(look, "casing"), strokeWidth: 2.3 },
  ];
}

/** The category that holds two thirds or more, else neutral: the tag carries the shares. */
function hatchColor({ count, shares }: AreaGlyph, look: MapLook): string {
  const first = shares[0];
  return first !== undefined && first.count * 3 >= count * 2 ? lineOf(look, first.category) : colorOf(look, "ink2");
}

/** The box of its outline or circle. */
export function extent({ rings, lines, radiusPx, x, y }: AreaGlyph): Box {
  if (rings.length + lines.length > 0) return boxOf([...rings, ...lines]);
  const r = radiusPx ?? 0;
  return [x - r, y - r, x + r, y + r];
}

function visible({ widthPx, heightPx }: MapScene, [x0, y0, x1, y1]: Box): Box {
  return [Math.max(x0, -8), Math.max(y0, -8), Math.min(x1, widthPx + 8), Math.min(y1, heightPx + 8)];
}

/** Lines at 45 degrees, rising to the right or falling. Anchored to the area, so that the hatch travels with it. */
function hatchLines(
  [x0, y0, x1, y1]: Box,
  { x, y }: AreaGlyph,
  { pitchPx, falling }: { readonly pitchPx: number; readonly falling: boolean },
): string {
  // A falling hatch is a rising one in the mirror of the area's own axis.
  const mirror = (px: number) => (falling ? 2 * x - px : px);
  const [left, right] = falling ? [mirror(x1), mirror(x0)] : [x0, x1];
  const step = pitchPx * Math.SQRT2;
  const anchor = x + y;
  const parts: string[] = [];
  for (let k = Math.ceil((left + y0 - anchor) / step); k * step + anchor < right + y1; k++) {
    const sum = k * step + anchor;
    const start = Math.max(left, sum - y1);
    const end = Math.min(right, sum - y0);
    if (end <= start) continue;
    const from = [mirror(start), sum - start] as const;
    parts.push(linePath([from, [mirror(end), sum - end]]));
  }
  return parts.join("");
}

const STROKE_PX = 14;
const STROKE_GAP_PX = 4;
const STROKE_ROW_PX = 8;
/** A sea has no outline to fill; more strokes than this say no more. */
const SEA_MAX_PX = 46;

function seaOps(scene: MapScene, area: AreaGlyph, look: MapLook): PaintOp[] {
  const color = hatchColor(area, look);
  const shaped = area.rings.length > 0;
  const r = Math.max(14, Math.min(area.radiusPx ?? SEA_MAX_PX, SEA_MAX_PX));
  const box = shaped
    ? visible(scene, extent(area))
    : ([area.x - r, area.y - r * 0.62, area.x + r, area.y + r * 0.62] as const);
  const parts: string[] = [];
  let odd = false;
  for (let y = box[1] + 4; y <= box[3] - 2; y += STROKE_ROW_PX) {
    const lens = shaped ? 1 : Math.sqrt(Math.max(0, 1 - ((y - area.y) / (r * 0.62)) ** 2));
    const half = ((box[2] - box[0]) / 2) * lens;
    const middle = (box[0] + box[2]) / 2;
    odd = !odd;
    for (let x = middle - half + (odd ? 0 : 7); x + STROKE_PX <= middle + half; x += STROKE_PX + STROKE_GAP_PX) {
      parts.push(`M${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}h${STROKE_PX}`);
    }
  }
  const d = parts.join("");
  const width = area.selected ? 2 : 1.3;
  return [{ kind: "path", d, stroke: color, strokeWidth: width, ...(shaped ? { clip: ringsPath(area.rings) } : {}) }];
}

function cellOps(area: AreaGlyph, look: MapLook): PaintOp[] {
  const [x0, y0, x1, y1] = extent(area);
  const category = area.shares[0]?.category ?? 0;
  const [w, h] = [(x1 - x0) / 4, (y1 - y0) / 4];
  const checks = Array.from({ length: 16 }, (_, i) => [i % 4, Math.floor(i / 4)] as const)
    .filter(([i, j]) => (i + j) % 2 === 0)
    .map(([i, j]) => rectPath(x0 + i * w, y0 + j * h, w, h));
  const d = rectPath(x0, y0, x1 - x0, y1 - y0);
  return [
    { kind: "path", d, fill: fillOf(look, category), fillOpacity: 0.1 },
    { kind: "path", d: checks.join(""), fill: fillOf(look, category), fillOpacity: 0.22 },
    ...haloOps(area, d, look),
    { kind: "path", d, stroke: hatchColor(area, look), strokeWidth: 1.4, join: "miter" },
  ];
}

function lineOps(area: AreaGlyph, look: MapLook): PaintOp[] {
  const d = area.lines.map(linePath).join("");
  return [
    { kind: "path", d, stroke: colorOf(look, area.selected ? "halo" : "casing"), strokeWidth: 6, cap: "round" },
    { kind: "path", d, stroke: hatchColor(area, look), strokeWidth: 3, cap: "round" },
    { kind: "path", d, stroke: fillOf(look, area.shares[0]?.category ?? 0), strokeWidth: 1.4, cap: "round" },
  ];
}
