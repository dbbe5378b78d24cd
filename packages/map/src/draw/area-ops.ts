import { type Box, boxesMeet, boxOf } from "../scene/plane.ts";
import type { AreaGlyph, MapScene } from "../scene/types.ts";
import { colorOf, fillOf, lineOf, type MapLook } from "./map-look.ts";
import { circlePath, linePath, type PaintOp, rectPath, ringsPath } from "./paint-op.ts";

/** Hatch, strokes, checks and lines of areas; their tags are painted later, above the marks. */
export function areaOps(scene: MapScene, look: MapLook): PaintOp[] {
  const painted: Box[] = [];
  return scene.areas.flatMap((area) => {
    const box = extent(area);
    const covers = painted.some((other) => boxesMeet(other, box));
    painted.push(box);
    return oneArea(scene, { area, covers }, look);
  });
}

function oneArea(scene: MapScene, { area, covers }: { area: AreaGlyph; covers: boolean }, look: MapLook): PaintOp[] {
  if (area.kind === "sea") return seaOps(scene, area, look);
  if (area.lines.length > 0) return lineOps(area, look);
  if (area.kind === "cell") return cellOps(area, look);
  const d = area.rings.length > 0 ? ringsPath(area.rings) : circlePath(area.x, area.y, area.radiusPx ?? 0);
  const color = hatchColor(area, look);
  const wide = area.kind === "country" || area.kind === "region";
  const base: PaintOp[] = covers ? [{ kind: "path", d, fill: colorOf(look, "land"), rule: "evenodd" }] : [];
  // An extent that no source gives has a dotted edge.
  const fuzzy = area.radiusPx !== null;
  return [
    ...base,
    {
      kind: "path",
      d: hatchLines(visible(scene, extent(area)), area, wide ? 8 : 5),
      stroke: color,
      strokeWidth: wide ? 0.9 : 1.1,
      clip: d,
    },
    ...haloOps(area, d, look),
    { kind: "path", d, stroke: color, strokeWidth: fuzzy ? 0.9 : wide ? 1 : 1.3, ...(fuzzy ? { dash: [1, 2] } : {}) },
  ];
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
export function hatchColor({ rows, shares }: AreaGlyph, look: MapLook): string {
  const first = shares[0];
  return first !== undefined && first.count * 3 >= rows.length * 2
    ? lineOf(look, first.category)
    : colorOf(look, "ink2");
}

function extent({ rings, lines, radiusPx, x, y }: AreaGlyph): Box {
  if (rings.length + lines.length > 0) return boxOf([...rings, ...lines]);
  const r = radiusPx ?? 0;
  return [x - r, y - r, x + r, y + r];
}

function visible({ widthPx, heightPx }: MapScene, [x0, y0, x1, y1]: Box): Box {
  return [Math.max(x0, -8), Math.max(y0, -8), Math.min(x1, widthPx + 8), Math.min(y1, heightPx + 8)];
}

/** Lines at 45 degrees, rising to the right. Anchored to the area, so that the hatch travels with it. */
function hatchLines([x0, y0, x1, y1]: Box, { x, y }: AreaGlyph, pitchPx: number): string {
  const step = pitchPx * Math.SQRT2;
  const anchor = x + y;
  const parts: string[] = [];
  for (let k = Math.ceil((x0 + y0 - anchor) / step); k * step + anchor < x1 + y1; k++) {
    const sum = k * step + anchor;
    const left = Math.max(x0, sum - y1);
    const right = Math.min(x1, sum - y0);
    if (right > left)
      parts.push(
        linePath([
          [left, sum - left],
          [right, sum - right],
        ]),
      );
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
