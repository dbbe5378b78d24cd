import type { Frame } from "../frame.ts";
import { type Box, boxOf, centeredBox } from "../plane.ts";
import type { AreaGlyph, EdgeGlyph, MapScene } from "../types.ts";
import { TakenBoxes } from "./taken-boxes.ts";

/** Height of the square tag that stands for an area. */
export const TAG_HEIGHT_PX = 20;

/** Width of a tag: by the digits of its count, a little wider where several categories share it. */
export function tagWidthPx({ count, shares }: Pick<AreaGlyph, "count" | "shares">): number {
  const digits = String(count).length;
  return Math.max(shares.length > 1 ? 26 : 18, 11 + digits * 7.5);
}

/** The box of a tag. */
export function tagBox(area: Pick<AreaGlyph, "count" | "shares" | "tag">): Box {
  return centeredBox(area.tag, tagWidthPx(area) / 2, TAG_HEIGHT_PX / 2);
}

/** The box of a tag at the edge of the view. */
export function edgeBox(edge: EdgeGlyph): Box {
  return centeredBox(edge, edge.widthPx / 2, edge.heightPx / 2);
}

/** How far around its area a tag looks for room, in how many directions. */
const [RINGS, RING_PX, PLACES] = [8, 22, 24];

type Others = Pick<MapScene, "marks" | "clusters" | "edges"> & { readonly areas: readonly AreaGlyph[] };

/** Moves tags off marks, clusters and each other: beside their area by a leader when there is no room inside it. */
export function placeTags(frame: Frame, { areas, marks, clusters, edges }: Others): AreaGlyph[] {
  const taken = new TakenBoxes();
  const fixed = [
    ...frame.covers,
    ...marks.map((mark) => centeredBox(mark, 7)),
    ...clusters.map((cluster) => centeredBox(cluster, cluster.radiusPx + 3)),
    ...edges.map(edgeBox),
  ];
  for (const box of fixed) taken.add(box);
  return areas.map((area) => {
    const { count, shares } = area;
    const isRoom = (wish: AreaGlyph["tag"]): boolean => isFree(frame, { count, shares, tag: wish }, taken);
    const wishes = [...insideWishes(area), ...besideWishes(area)];
    const tag = wishes.find(isRoom) ?? aroundWishes(frame, area).find(isRoom) ?? area.tag;
    taken.add(tagBox({ count, shares, tag }));
    return Object.defineProperty(area, "tag", { value: tag, enumerable: true });
  });
}

function isFree(frame: Frame, area: Parameters<typeof tagBox>[0], taken: TakenBoxes): boolean {
  const [x0, y0, x1, y1] = tagBox(area);
  const { viewport, insets } = frame;
  const within = x0 >= insets.left + 2 && y0 >= insets.top + 2 && x1 <= viewport.widthPx - insets.right - 2;
  return within && y1 <= viewport.heightPx - insets.bottom - 2 && !taken.meets([x0 - 2, y0 - 2, x1 + 2, y1 + 2]);
}

function insideWishes({ x, y, tag }: AreaGlyph): AreaGlyph["tag"][] {
  if (tag.leader) return [];
  return [
    [0, 0],
    [0, -24],
    [0, 24],
    [30, 0],
    [-30, 0],
    [30, -24],
    [-30, -24],
    [30, 24],
    [-30, 24],
  ].map(([dx = 0, dy = 0]) => ({
    x: x + dx,
    y: y + dy,
    leader: false,
  }));
}

function besideWishes(area: AreaGlyph): AreaGlyph["tag"][] {
  const [x0, y0, x1, y1] = extentOf(area);
  const reach = 14 + tagWidthPx(area) / 2;
  const far = reach + 34;
  const places: (readonly [number, number])[] = [
    [x1 + reach, area.y],
    [x0 - reach, area.y],
    [area.x, y0 - 24],
    [area.x, y1 + 24],
    [x1 + reach, y0 - 12],
    [x0 - reach, y0 - 12],
    [x1 + reach, y1 + 12],
    [x0 - reach, y1 + 12],
    [area.x, y0 - 52],
    [area.x, y1 + 52],
    [x1 + far, area.y],
    [x0 - far, area.y],
    [x1 + far, y0 - 30],
    [x0 - far, y0 - 30],
    [x1 + far, y1 + 30],
    [x0 - far, y1 + 30],
  ];
  return places.map(([x, y]) => ({ x, y, leader: true }));
}

/** Rings of places around the area, from near to far: in a crowd a tag goes where it hides no other count. */
function aroundWishes({ viewport }: Frame, { x, y }: AreaGlyph): AreaGlyph["tag"][] {
  const cx = Math.min(Math.max(x, 0), viewport.widthPx);
  const cy = Math.min(Math.max(y, 0), viewport.heightPx);
  return Array.from({ length: RINGS * PLACES }, (_, i) => {
    const radiusPx = RING_PX * (2 + Math.floor(i / PLACES));
    const turn = ((i % PLACES) / PLACES) * 2 * Math.PI;
    return { x: cx + radiusPx * Math.cos(turn), y: cy + radiusPx * Math.sin(turn), leader: true };
  });
}

/** What is to be seen of the area; a line counts as its middle. */
function extentOf(area: AreaGlyph): Box {
  if (area.rings.length > 0 && area.tag.leader) return boxOf(area.rings);
  return centeredBox(area, area.lines.length > 0 ? 4 : Math.min(area.radiusPx ?? 12, 60));
}
