import { holds } from "../overlays/link-route.ts";
import type { LinkArrow, SceneLinks } from "../overlays/overlay-types.ts";
import type { Box, Primitive, TimelineScene } from "../types.ts";
import { line, words } from "./paint-mark.ts";

type Point = readonly [xPx: number, yPx: number];

const HEAD_PX = 7;
/** Two points of an arrow are no further apart, so that it ends close to the words that break it. */
const STEP_PX = 2;
const CLEAR_PX = 2;

/** Arrows over a casing, so that they can be told apart where they cross; those of the reader's records last and stronger. */
export function paintLinks(scene: Pick<TimelineScene, "links" | "marks" | "notes">): Primitive[] {
  const { arrows } = scene.links;
  if (arrows.length === 0) return [];
  const said = [
    ...scene.marks.flatMap(({ label }) => label ?? []),
    ...scene.notes.flatMap(({ labelBox }) => labelBox ?? []),
    ...arrows.flatMap(({ textBox }) => textBox ?? []),
  ];
  return [...arrows].reverse().flatMap((arrow) => paintArrow(arrow, said));
}

/** Their words. */
export function paintLinkWords(links: SceneLinks, rtl: boolean): Primitive[] {
  return links.arrows.flatMap(({ text, textBox, mine }) => {
    if (textBox === null) return [];
    const fill = mine ? "ink" : "ink2";
    return [words(text, textBox.xPx, textBox.yPx + 10.5, { size: 11, fill, halo: "page", rtl })];
  });
}

function paintArrow(arrow: LinkArrow, said: readonly Box[]): Primitive[] {
  const stroke = arrow.mine ? "ink" : "ink2";
  const width = arrow.mine ? 1.5 : 1.1;
  const dash = arrow.dashed ? [5, 3] : [];
  // The line ends inside its head.
  const shaft = arrow.head ? arrow.points.slice(0, -1) : arrow.points;
  const out: Primitive[] = [
    ...clearOf(arrow.points, said).map((part) => line(part, "page", width + 3)),
    ...clearOf(shaft, said).map((part) => line(part, stroke, width, dash)),
  ];
  return arrow.head ? [...out, headOf(arrow, stroke)] : out;
}

/** The parts of a way that no words stand on: it is broken under them, and strikes none out. */
function clearOf(points: readonly Point[], said: readonly Box[]): readonly Point[][] {
  const parts: Point[][] = [[]];
  for (const point of densely(points)) {
    const part = parts[parts.length - 1] as Point[];
    if (!said.some((box) => holds(box, point, CLEAR_PX))) part.push(point);
    else if (part.length > 0) parts.push([]);
  }
  return parts.filter(({ length }) => length > 1);
}

function densely(points: readonly Point[]): readonly Point[] {
  return points.flatMap(([x, y], at) => {
    const [fromX, fromY] = points[at - 1] ?? [x, y];
    const steps = Math.max(1, Math.ceil(Math.hypot(x - fromX, y - fromY) / STEP_PX));
    return Array.from({ length: steps }, (_, i): Point => {
      const left = 1 - (i + 1) / steps;
      return [x + (fromX - x) * left, y + (fromY - y) * left];
    });
  });
}

function headOf({ points }: LinkArrow, fill: string): Primitive {
  const [tipX, tipY] = points[points.length - 1] as readonly [number, number];
  const [fromX, fromY] = points[points.length - 3] as readonly [number, number];
  const length = Math.max(Math.hypot(tipX - fromX, tipY - fromY), 1e-6);
  const [dx, dy] = [(tipX - fromX) / length, (tipY - fromY) / length];
  const [baseX, baseY] = [tipX - dx * HEAD_PX, tipY - dy * HEAD_PX];
  const half = HEAD_PX * 0.42;
  return {
    t: "path",
    points: [
      [baseX - dy * half, baseY + dx * half],
      [tipX, tipY],
      [baseX + dy * half, baseY - dx * half],
    ],
    stroke: fill,
    width: 0.5,
    dash: [],
    closed: true,
    fill,
  };
}
