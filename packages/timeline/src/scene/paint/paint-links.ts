import type { LinkArrow, SceneLinks } from "../overlays/overlay-types.ts";
import type { Primitive } from "../types.ts";
import { line, rect, words } from "./paint-mark.ts";

const HEAD_PX = 7;

/** Arrows over a casing, so that they can be followed across bars; those of the reader's records last and stronger. */
export function paintLinks(links: SceneLinks): Primitive[] {
  return [...links.arrows].reverse().flatMap(paintArrow);
}

/** Their words. */
export function paintLinkWords(links: SceneLinks, rtl: boolean): Primitive[] {
  return links.arrows.flatMap(({ text, textBox, mine }) => {
    if (textBox === null) return [];
    const fill = mine ? "ink" : "ink2";
    // The arrow is broken under all of them, and not seen between two words.
    const ground = rect([textBox.xPx - 2, textBox.yPx + 1, textBox.widthPx + 4, textBox.heightPx - 2], "page");
    return [ground, words(text, textBox.xPx, textBox.yPx + 10.5, { size: 11, fill, halo: "page", rtl })];
  });
}

function paintArrow(arrow: LinkArrow): Primitive[] {
  const stroke = arrow.mine ? "ink" : "ink2";
  const width = arrow.mine ? 1.5 : 1.1;
  const dash = arrow.dashed ? [5, 3] : [];
  // The line ends inside its head.
  const shaft = arrow.head ? arrow.points.slice(0, -1) : arrow.points;
  const out: Primitive[] = [line(arrow.points, "page", width + 3), line(shaft, stroke, width, dash)];
  return arrow.head ? [...out, headOf(arrow, stroke)] : out;
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
