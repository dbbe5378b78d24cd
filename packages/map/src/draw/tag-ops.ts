import { markPath } from "@whenwhere/view/pure";
import { TAG_HEIGHT_PX, tagWidthPx } from "../scene/glyphs/tag-placing.ts";
import type { AreaGlyph, EdgeGlyph, LabelGlyph } from "../scene/types.ts";
import { colorOf, fillOf, lineOf, type MapLook, styleOf } from "./map-look.ts";
import { linePath, type PaintOp, rectPath } from "./paint-op.ts";

/** Leaders lie under all tags. */
export function leaderOps(areas: readonly AreaGlyph[], look: MapLook): PaintOp[] {
  return areas
    .filter(({ tag }) => tag.leader)
    .flatMap(({ x, y, tag }): PaintOp[] => {
      const d = linePath([
        [x, y],
        [tag.x, tag.y],
      ]);
      return [
        { kind: "path", d, stroke: colorOf(look, "casing"), strokeWidth: 3 },
        { kind: "path", d, stroke: colorOf(look, "ink2"), strokeWidth: 1 },
      ];
    });
}

/** The square tag of an area: the count, and below it a strip with the shares of the categories. */
export function tagOps(area: AreaGlyph, look: MapLook): PaintOp[] {
  const width = tagWidthPx(area);
  const x = area.tag.x - width / 2;
  const y = area.tag.y - TAG_HEIGHT_PX / 2;
  const count = new Intl.NumberFormat(look.locale ?? "en").format(area.count);
  const strong = area.selected || area.hovered;
  return [
    { kind: "path", d: rectPath(x - 1.5, y - 1.5, width + 3, TAG_HEIGHT_PX + 3), fill: colorOf(look, "casing") },
    {
      kind: "path",
      d: rectPath(x, y, width, TAG_HEIGHT_PX),
      fill: colorOf(look, "panel"),
      stroke: colorOf(look, strong ? "halo" : "ink2"),
      strokeWidth: area.selected ? 2 : 1,
      join: "miter",
    },
    {
      kind: "text",
      x: area.tag.x,
      y: y + 12.4,
      text: count,
      sizePx: 12,
      weight: 650,
      anchor: "middle",
      fill: colorOf(look, "ink"),
    },
    ...strip(area, { x: x + 2, y: y + 14.6, width: width - 4 }, look),
  ];
}

function strip(
  { count: whole, shares }: AreaGlyph,
  at: { x: number; y: number; width: number },
  look: MapLook,
): PaintOp[] {
  const gap = shares.length > 1 ? 1.2 : 0;
  const room = at.width - gap * (shares.length - 1);
  let x = at.x;
  return shares.slice(0, 5).map(({ category, count }): PaintOp => {
    const width = Math.max(2, (room * count) / whole);
    const d = rectPath(x, at.y, Math.min(width, at.x + at.width - x), 3.4);
    x += width + gap;
    return {
      kind: "path",
      d,
      fill: fillOf(look, category),
      stroke: lineOf(look, category),
      strokeWidth: 0.8,
      join: "miter",
    };
  });
}

/** Name, count and bearing of what lies beyond the view. */
export function edgeOps(edge: EdgeGlyph, look: MapLook): PaintOp[] {
  const { x, y, widthPx: w, heightPx: h } = edge;
  const left = x - w / 2;
  const more = edge.key === "more";
  const d = markPath(styleOf(look, edge.category).shape, 4.2);
  const mark: PaintOp = {
    kind: "path",
    d,
    at: [left + 14, y],
    fill: fillOf(look, edge.category),
    stroke: lineOf(look, edge.category),
    strokeWidth: 1.2,
  };
  return [
    {
      kind: "path",
      d: rectPath(left, y - h / 2, w, h),
      fill: colorOf(look, "panel"),
      stroke: colorOf(look, "hair"),
      strokeWidth: 1,
      join: "miter",
    },
    ...(more ? [] : [mark]),
    {
      kind: "text",
      x: left + (more ? 8 : 24),
      y: y + 4,
      text: edge.text,
      sizePx: 11.5,
      anchor: "start",
      fill: colorOf(look, "ink"),
    },
    ...(more ? [] : [arrow(x + w / 2 - 13, y, { bearing: edge.bearing, color: colorOf(look, "ink") })]),
  ];
}

function arrow(x: number, y: number, { bearing, color }: { bearing: number; color: string }): PaintOp {
  const [dx, dy] = [Math.sin(bearing), -Math.cos(bearing)];
  const tip = [x + dx * 5, y + dy * 5] as const;
  const wing = (turn: number) =>
    [tip[0] - 4.2 * Math.sin(bearing + turn), tip[1] + 4.2 * Math.cos(bearing + turn)] as const;
  const d = linePath([[x - dx * 5, y - dy * 5], tip]) + linePath([wing(0.6), tip, wing(-0.6)]);
  return { kind: "path", d, stroke: color, strokeWidth: 1.25 };
}

/** As wide as to reach from one line of a hatch to the next. */
const STROKES_HALO_PX = 7;

export function labelOps(label: LabelGlyph, look: MapLook): PaintOp[] {
  const { x, y, anchor, over } = label;
  // Among strokes as thin as its own a word is read only where they stop before it.
  const halo = {
    halo: colorOf(look, over === "sea" ? "water" : "land"),
    haloPx: over === undefined ? 3.2 : STROKES_HALO_PX,
  };
  const weight = label.selected ? 650 : 400;
  const name: PaintOp = {
    kind: "text",
    x,
    y,
    text: label.text,
    sizePx: 11.5,
    weight,
    anchor,
    fill: colorOf(look, "ink"),
    ...halo,
  };
  if (label.sub === null) return [name];
  return [
    name,
    { kind: "text", x, y: y + 13, text: label.sub, sizePx: 11, anchor, fill: colorOf(look, "ink2"), ...halo },
  ];
}
