import { cutToFit, LABEL_SIZE_PX } from "../labels/label-text.ts";
import type { SceneInput } from "../scene-input.ts";
import type { LaneHead, Primitive, TimelineScene } from "../types.ts";
import { words } from "./paint-mark.ts";

/** How far a lane stands in under its group. */
export const INDENT_PX = 20;

/** The row of all records is a head like the others, at the top. */
const TOTAL = { path: [], depth: 0, open: null, style: null, place: 1, siblings: 1, code: 0 } as const;

/** Names of lanes and groups with their numbers, for a picture without a page around it. */
export function paintHeads(scene: Omit<TimelineScene, "layers">, input: SceneInput): Primitive[] {
  const { histogram } = scene;
  const out = scene.heads.flatMap((head) => paintHead(head, scene, input));
  if (histogram === null) return out;
  const isSide = scene.headers === "side";
  const xPx = isSide ? 0 : histogram.xPx;
  const widthPx = isSide ? histogram.xPx : histogram.widthPx;
  const { name, shown, yPx, heightPx } = histogram;
  const total: LaneHead = { xPx, widthPx, yPx, heightPx, name, shown, ...TOTAL };
  return [...paintHead(total, scene, input), ...out];
}

function paintHead(head: LaneHead, scene: Omit<TimelineScene, "layers">, input: SceneInput): Primitive[] {
  const rtl = input.words.dir === "rtl";
  const isSide = scene.headers === "side";
  // As on the page: the triangle of a group stands before the names, and so does the mark of a category.
  const x = (isSide ? 13 : scene.plot.xPx - 7) + head.depth * INDENT_PX + (isSide || head.open === null ? 0 : 8);
  const y = head.yPx + (isSide || head.code < 0 ? 10.5 : 9);
  const out: Primitive[] = [];
  if (head.open !== null) out.push(triangle(x - 3, y, head.open));
  if (head.style !== null) {
    const { token, shape } = head.style;
    const look = { fill: token, alpha: 1, stroke: `${token}-line`, width: 1.3, dash: [] };
    out.push({ t: "mark", x: x + (head.open === null ? 8 : 14), y, r: 4.8, shape, ...look });
  }
  const nameX = x + (head.style === null ? 0 : 20) + (head.open === null ? 0 : 6);
  const countText = input.words.number(head.shown);
  const countPx = input.metrics.width(countText, 11);
  const weight = head.open === true ? 600 : 400;
  // The cut measures letters of labels, which are a little smaller.
  const roomPx = ((head.xPx + head.widthPx - nameX - countPx - 14) * LABEL_SIZE_PX) / 12;
  const name = cutToFit(head.name, roomPx, { metrics: input.metrics, locale: input.words.locale, weight }) ?? "…";
  const halo = isSide ? null : "page";
  out.push(words(name, nameX, y + 4, { size: 12, weight, rtl, halo }));
  const countX = nameX + input.metrics.width(name, 12, weight) + 6;
  out.push(words(countText, countX, y + 4, { size: 11, fill: "ink2", rtl, halo }));
  return out;
}

/** Points down when the group is open, along the lines of text when it is closed. */
export function triangle(x: number, y: number, isOpen: boolean): Primitive {
  const points: readonly (readonly [number, number])[] = isOpen
    ? [
        [x - 4, y - 2],
        [x + 4, y - 2],
        [x, y + 3],
      ]
    : [
        [x - 2, y - 4],
        [x + 3, y],
        [x - 2, y + 4],
      ];
  return { t: "path", points, stroke: "ink2", width: 0.5, dash: [], closed: true, fill: "ink2" };
}
