import { withColumns } from "../lanes/lane-columns.ts";
import type { Box, LaneBox, MarkBar, Primitive, TimelineScene, TimeMark } from "../types.ts";
import { mirrorScene } from "./mirror.ts";

/** A box laid out along the lines, with time running downward. */
export function turnBox<T extends Box>(box: T): T {
  return { ...box, xPx: box.yPx, yPx: box.xPx, widthPx: box.heightPx, heightPx: box.widthPx };
}

/** A mark with its bars. Lengths along the time (fades, ticks, what is stated) stay what they are, and so are now counted downward. */
export function turnMark(mark: TimeMark): TimeMark {
  return { ...turnBox(mark), bars: mark.bars.map(turnBox) };
}

/** A lane as a column; its columns of time are turned when somebody asks for them. */
export function turnLane(lane: LaneBox): LaneBox {
  const { code, name, level, shown, drawn, folded, style, band, peak, xPx, yPx, widthPx, heightPx } = lane;
  const own = { code, name, level, shown, drawn, folded, style, peak, ...(band === undefined ? {} : { band }) };
  return withColumns({ ...own, ...turnBox({ xPx, yPx, widthPx, heightPx }) }, () => lane.columns.map(turnBox));
}

/** Where a length of `sizePx` at a place across the lanes comes to stand. */
type Across = (atPx: number, sizePx?: number) => number;

/**
 * Strokes laid out along the lines, with time running downward. Words stay upright: they are centered where their line was, and
 * stand below what they stood after. With `ground`, the box of a lane before it is turned, what stands on the lane's ground
 * grows along the lines of text, and the words beside it follow.
 */
export function turnItems(items: readonly Primitive[], ground: Box | null = null): Primitive[] {
  const across: Across =
    ground === null ? (atPx) => atPx : (atPx, sizePx = 0) => 2 * ground.yPx + ground.heightPx - atPx - sizePx;
  return items.flatMap((item) => turnItem(item, across, ground !== null));
}

function turnItem(item: Primitive, across: Across, isGrounded: boolean): Primitive | Primitive[] {
  if (item.t === "rect") {
    const { x, y, w, h, fadeLeft, fadeRight } = item;
    const turned = { ...item, x: across(y, h), y: x, w: h, h: w };
    return fadeLeft + fadeRight > 0 ? { ...turned, down: true } : turned;
  }
  if (item.t === "rects") return { ...item, boxes: turnBoxes(item.boxes, 0, across) };
  if (item.t === "band") {
    return item.parts.map(({ boxes, fill, alpha }) => ({
      t: "rects",
      boxes: turnBoxes(boxes, item.x, across),
      fill,
      alpha,
    }));
  }
  if (item.t === "path") return { ...item, points: item.points.map(([x, y]) => [across(y), x] as const) };
  if (item.t === "mark") return { ...item, x: across(item.y), y: item.x };
  return turnText(item, across, isGrounded);
}

const DOWN = { left: 0.8, center: 0.35, right: -0.2 } as const;

function turnText(item: Extract<Primitive, { t: "text" }>, across: Across, isGrounded: boolean): Primitive {
  const y = item.x + DOWN[item.anchor] * item.size;
  if (isGrounded) return { ...item, x: across(item.y), y, anchor: "left" };
  return { ...item, x: across(item.y - 0.35 * item.size), y, anchor: "center" };
}

function turnBoxes(boxes: Float32Array, startPx: number, across: Across): Float32Array {
  const out = new Float32Array(boxes.length);
  for (let i = 0; i < boxes.length; i += 4) {
    const [x, y, w, h] = boxes.subarray(i, i + 4) as unknown as [number, number, number, number];
    out.set([across(y, h), startPx + x, h, w], i);
  }
  return out;
}

/** Right to left: lanes, axis and words change sides; time runs downward still. */
export function mirrorUpright(scene: TimelineScene): TimelineScene {
  const mirrored = mirrorScene(scene);
  return {
    ...mirrored,
    axis: scene.axis,
    overview:
      mirrored.overview === null || scene.overview === null
        ? null
        : { ...mirrored.overview, brushPx: scene.overview.brushPx },
    marks: scene.marks.map((before, i) => {
      const mark = mirrored.marks[i] as TimeMark;
      const bars = before.bars.map(({ stated, ticksPx }, j) => ({ ...(mark.bars[j] as MarkBar), stated, ticksPx }));
      return { ...mark, bars };
    }),
  };
}
