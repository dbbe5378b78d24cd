import type { Theme } from "@whenwhere/view";
import type { Box, LaneBox, TimelineScene, TimeSpan } from "../../scene/types.ts";
import { isUpright, lengthPx, timeBox } from "./orient.ts";

/**
 * What a zoom counts or draws in another way takes the place of what stood there over a few frames. The scene of each frame is
 * one exact scene; the picture before it is a copy of pixels that goes out, stretched so that its instants stay where they are.
 */
export interface CrossFade {
  /** Before a scene is painted: keeps the pixels that it replaces where it draws some lane in another form. */
  meet(canvas: HTMLCanvasElement, now: Painting): void;
  /** After it was painted: lays what is left of the pixels before over it. Cost: one fill and one `drawImage`. */
  paint(context: CanvasRenderingContext2D, now: Painting): void;
  /** Ends it; what is painted next is the scene alone. True when it was under way. */
  stop(): boolean;
}

/** A scene as it is painted. */
export interface Painting {
  readonly scene: TimelineScene;
  readonly theme: Theme;
  readonly scale: number;
}

/** As long as a glide settles. */
const FADE_MS = 180;
/** The first frame shows something of what comes. */
const FIRST_MS = 16;
/** Frames that come later than this have better things to do, and so have those of the while after them. */
const LATE_MS = 30;
const PAUSE_MS = 2_000;
/** A step that shows more or less than this many times the time is another view, not the same one nearer. */
const MOST_FACTOR = 4;
/** Columns of one level differ in length by this factor at least; those of one step (28 and 31 days) by less. */
const STEP_FACTOR = 1.3;

interface Fading {
  readonly pixels: HTMLCanvasElement;
  readonly before: Painting;
  readonly boxes: readonly Box[];
  /** Set when it is painted first: the scene before it may have taken long. */
  startedMs: number;
  /** When it was painted last; infinite before the first time. */
  paintedMs: number;
}

/** `again` asks for a frame that paints the same scene once more, unless another one is due; where `isOn` says no nothing fades. */
export function createCrossFade(tools: {
  readonly again: () => void;
  readonly isOn: () => boolean;
  readonly clockMs: () => number;
}): CrossFade {
  let fading: Fading | null = null;
  /** Used again by the next fade: a canvas anew for each step of a zoom is megabytes for the garbage collector. */
  let copy: HTMLCanvasElement | null = null;
  let last: Painting | null = null;
  let pauseUntilMs = Number.NEGATIVE_INFINITY;
  const stop = (): boolean => {
    const was = fading !== null;
    fading = null;
    return was;
  };
  return {
    meet(canvas, now) {
      const before = last;
      last = now;
      if (before === null || before.scene === now.scene) return;
      if (!isAlike(before, now)) {
        stop();
        return;
      }
      const boxes = changedBoxes(before.scene, now.scene);
      if (boxes.length === 0) return;
      // Asked last: a question about the reader's wishes costs the platform a fifth of a millisecond.
      if (tools.clockMs() < pauseUntilMs || !tools.isOn()) {
        stop();
        return;
      }
      // What is still fading goes on in the copy.
      const startedMs = tools.clockMs();
      copy = copyOf(canvas, copy);
      fading = { pixels: copy, before, boxes, startedMs, paintedMs: Number.POSITIVE_INFINITY };
    },
    paint(context, now) {
      if (fading === null) return;
      const nowMs = tools.clockMs();
      if (fading.paintedMs === Number.POSITIVE_INFINITY) fading.startedMs = nowMs - FIRST_MS;
      const share = (nowMs - fading.startedMs) / FADE_MS;
      // Where frames come late the scene alone is drawn: being there in time is worth more than coming softly.
      const isLate = nowMs - fading.paintedMs > LATE_MS;
      if (isLate) pauseUntilMs = nowMs + PAUSE_MS;
      if (share >= 1 || isLate) {
        fading = null;
        return;
      }
      fading.paintedMs = nowMs;
      layOver(context, { ...fading, now, alpha: (1 - Math.max(share, 0)) ** 2 });
      tools.again();
    },
    stop,
  };
}

/** The same lanes in the same room and ink, so that pixels of the one may stand in the other. */
function isAlike(a: Painting, b: Painting): boolean {
  return (
    a.theme === b.theme &&
    a.scale === b.scale &&
    a.scene.widthPx === b.scene.widthPx &&
    a.scene.orientation === b.scene.orientation &&
    lengthPx(a.scene, timeBox(a.scene)) === lengthPx(b.scene, timeBox(b.scene)) &&
    a.scene.lanes.length === b.scene.lanes.length &&
    a.scene.lanes.every(({ code }, i) => code === b.scene.lanes[i]?.code)
  );
}

/** Rooms of the lanes that look otherwise, before and now, and of those that they push away; none where the zoom is the same. */
function changedBoxes(a: TimelineScene, b: TimelineScene): readonly Box[] {
  const factor = lengthMs(b.view) / lengthMs(a.view);
  if (Math.abs(factor - 1) < 1e-6 || factor > MOST_FACTOR || factor < 1 / MOST_FACTOR) return [];
  const pairs = [a, b].map((scene) => (scene.histogram === null ? scene.lanes : [scene.histogram, ...scene.lanes]));
  const [before, now] = pairs as [readonly LaneBox[], readonly LaneBox[]];
  if (!before.some((lane, i) => isOtherForm(lane, now[i]))) return [];
  return before.flatMap((lane, i) => {
    const next = now[i] as LaneBox;
    const isSame = SIDES.every((side) => lane[side] === next[side]) && !isOtherForm(lane, next);
    return isSame ? [] : [lane, next];
  });
}

const SIDES = ["xPx", "yPx", "widthPx", "heightPx"] as const;

function isOtherForm(a: LaneBox, b: LaneBox | undefined): boolean {
  if (b === undefined || a.level !== b.level) return true;
  const factor = columnMs(a) / columnMs(b);
  return factor > STEP_FACTOR || factor < 1 / STEP_FACTOR;
}

/** Length of a lane's columns; 1 where it has none. The columns of a band are not made for this. */
function columnMs(lane: LaneBox): number {
  const edgesMs = lane.band?.tiles[0]?.bins.edgesMs;
  if (edgesMs !== undefined) return (edgesMs[1] as number) - (edgesMs[0] as number);
  const first = lane.columns[0];
  return first === undefined ? 1 : first.endMs - first.startMs;
}

function lengthMs({ startMs, endMs }: TimeSpan): number {
  return endMs - startMs;
}

/** The pixels of a canvas, in the place of those of an earlier copy. */
function copyOf(canvas: HTMLCanvasElement, earlier: HTMLCanvasElement | null): HTMLCanvasElement {
  const copy = earlier ?? canvas.ownerDocument.createElement("canvas");
  const { width, height } = canvas;
  if (copy.width !== width || copy.height !== height) Object.assign(copy, { width, height });
  const context = copy.getContext("2d");
  if (context === null) return copy;
  context.globalCompositeOperation = "copy";
  context.drawImage(canvas, 0, 0);
  return copy;
}

/** Takes `alpha` of what is painted away and puts as much of the pixels before there: where both are alike nothing changes. */
function layOver(
  context: CanvasRenderingContext2D,
  { pixels, before, boxes, now, alpha }: Fading & { readonly now: Painting; readonly alpha: number },
): void {
  const { scene, scale } = now;
  const { plot } = scene;
  const from = timeBox(before.scene);
  const to = stretched(from, before.scene, scene);
  context.save();
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.beginPath();
  for (const box of boxes) context.rect(box.xPx, box.yPx, box.widthPx, box.heightPx);
  context.clip();
  context.globalAlpha = alpha;
  context.globalCompositeOperation = "destination-out";
  context.fillRect(plot.xPx, plot.yPx, plot.widthPx, scene.heightPx);
  context.globalCompositeOperation = "lighter";
  // What goes out within a few frames need not be smooth: without a graphics card that costs more than the whole picture.
  context.imageSmoothingEnabled = false;
  const source = [from.xPx * scale, from.yPx * scale, from.widthPx * scale, from.heightPx * scale] as const;
  context.drawImage(pixels, ...source, to.xPx, to.yPx, to.widthPx, to.heightPx);
  context.restore();
}

/** Where the time before lies now, by its instants. */
function stretched(box: Box, before: TimelineScene, now: TimelineScene): Box {
  const share = lengthMs(before.view) / lengthMs(now.view);
  const start = (before.view.startMs - now.view.startMs) / lengthMs(now.view);
  if (isUpright(now)) {
    return { ...box, yPx: box.yPx + start * box.heightPx, heightPx: share * box.heightPx };
  }
  const widthPx = share * box.widthPx;
  const startPx = start * box.widthPx;
  return { ...box, widthPx, xPx: now.dir === "ltr" ? box.xPx + startPx : box.xPx + box.widthPx - startPx - widthPx };
}
