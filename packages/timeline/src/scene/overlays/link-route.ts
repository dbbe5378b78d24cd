import type { FreeRoom } from "../labels/free-room.ts";
import type { Box, TimeMark } from "../types.ts";

type Point = readonly [xPx: number, yPx: number];
type Side = "top" | "bottom" | "left" | "right";

const POINTS = 20;
/** Distance between an arrow and its mark. */
const CLEAR_PX = 2;
/** Marks closer than this have no room for an arrow between them. */
const LEAST_PX = 12;
/** As much as many points over other things: the longest words of a mark are crossed by no more. */
const WORDS_COST = 12;
/** How far beside its mark an arrow that goes round a corner comes down. */
const CORNER_PX = 18;

const OUTWARD: Readonly<Record<Side, Point>> = { top: [0, -1], bottom: [0, 1], left: [-1, 0], right: [1, 0] };

/**
 * The way from one mark to another: of the curves that leave and arrive square to an edge, the one that hides the fewest marks
 * and words, and of equal ones the shortest. Cost: a few curves of {@link POINTS} points against the boxes of the room.
 */
export function linkRoute(from: TimeMark, to: TimeMark, room: FreeRoom): readonly Point[] {
  const near = room.taken.filter((box) => mayMatter(box, bodyOf(from), bodyOf(to)));
  let best: readonly Point[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const [leave, arrive] of waysOf(from, to)) {
    const [a, b] = [bodyOf(from, leave), bodyOf(to, arrive)];
    const points = curve({ box: a, side: leave }, { box: b, side: arrive }, { near, within: room.within });
    const words = Number(isWorded(from, leave)) + Number(isWorded(to, arrive));
    const cost = costOf(points, { a, b, near, within: room.within }) + words * WORDS_COST;
    if (cost >= least) continue;
    best = points;
    least = cost;
  }
  return best;
}

/** Whether words of a mark, or of its readings, stand at this side of it: an arrow there would run along them. */
function isWorded({ label, bars, bracket, kind }: TimeMark, side: Side): boolean {
  const place = side === "right" ? "end" : side === "left" ? "start" : "";
  return label?.place === place || (bars.length > 1 && kind !== "set" && bracket === place);
}

/** The mark, or the bar of it that reaches furthest to a side: an arrow there crosses no other, nor the count behind it. */
function bodyOf(mark: TimeMark, side?: Side): Box {
  if (mark.form !== "bar") return mark;
  const reach = ({ xPx, yPx, widthPx }: Box): number =>
    side === "bottom" ? yPx : side === "right" ? xPx + widthPx : side === "left" ? -xPx : 0;
  return mark.bars.reduce<Box>((best, bar) => (reach(bar) > reach(best) ? bar : best), mark.bars[0] ?? mark);
}

function mayMatter(box: Box, a: Box, b: Box): boolean {
  const top = Math.min(a.yPx, b.yPx) - 40;
  const bottom = Math.max(a.yPx + a.heightPx, b.yPx + b.heightPx) + 40;
  return box.yPx < bottom && box.yPx + box.heightPx > top;
}

/** Straight ways where the marks stand apart, and an arch above, below or beside them. */
function waysOf(from: TimeMark, to: TimeMark): readonly (readonly [Side, Side])[] {
  const out: (readonly [Side, Side])[] = [];
  const [a, b, lowA, lowB] = [bodyOf(from), bodyOf(to), bodyOf(from, "bottom"), bodyOf(to, "bottom")];
  if (b.yPx - lowA.yPx - lowA.heightPx > LEAST_PX) out.push(["bottom", "top"]);
  if (a.yPx - lowB.yPx - lowB.heightPx > LEAST_PX) out.push(["top", "bottom"]);
  if (b.xPx - a.xPx - a.widthPx > LEAST_PX) out.push(["right", "left"], ["bottom", "left"], ["right", "top"]);
  if (a.xPx - b.xPx - b.widthPx > LEAST_PX) out.push(["left", "right"], ["bottom", "right"], ["left", "top"]);
  // On to a line that follows close: round the corner.
  if (b.yPx >= a.yPx + a.heightPx) out.push(["left", "top"], ["right", "top"]);
  if (a.yPx >= b.yPx + b.heightPx) out.push(["left", "bottom"], ["right", "bottom"]);
  return [...out, ["top", "top"], ["bottom", "bottom"], ["right", "right"], ["left", "left"]];
}

interface Surroundings {
  readonly near: readonly Box[];
  readonly within: Box;
}

interface End {
  readonly box: Box;
  readonly side: Side;
}

function curve(a: End, b: End, around: Surroundings): readonly Point[] {
  const middle = b.box.xPx + b.box.widthPx / 2;
  const start = portOf(a, middle, around);
  const end = portOf(b, start[0] + OUTWARD[a.side][0] * CORNER_PX, around);
  const arch = a.side === b.side;
  const [dx, dy] = [Math.abs(end[0] - start[0]), Math.abs(end[1] - start[1])];
  const pull = (side: Side): number =>
    arch ? Math.min(42, 20 + dx * 0.06) : Math.min(Math.max(14, (OUTWARD[side][0] === 0 ? dy : dx) * 0.5), 160);
  const control = (at: Point, side: Side): Point => [
    at[0] + OUTWARD[side][0] * pull(side),
    at[1] + OUTWARD[side][1] * pull(side),
  ];
  const [c, d] = [control(start, a.side), control(end, b.side)];
  return Array.from({ length: POINTS + 1 }, (_, i): Point => {
    const t = i / POINTS;
    const [u, v, w, z] = [(1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t ** 2, t ** 3];
    return [u * start[0] + v * c[0] + w * d[0] + z * end[0], u * start[1] + v * c[1] + w * d[1] + z * end[1]];
  });
}

/** Where an arrow leaves or meets an edge: at the middle of an upright one, else as near to the other mark as the part in view lets it. */
function portOf({ box, side }: End, towardsPx: number, { near, within }: Surroundings): Point {
  const y = box.yPx + box.heightPx / 2;
  if (side === "left") return [box.xPx - CLEAR_PX, y];
  if (side === "right") return [inkEnd(box, near) + CLEAR_PX, y];
  const inset = Math.min(4, box.widthPx / 2);
  const low = Math.max(box.xPx + inset, Math.min(within.xPx + 4, box.xPx + box.widthPx - inset));
  const high = Math.min(box.xPx + box.widthPx - inset, Math.max(within.xPx + within.widthPx - 4, box.xPx + inset));
  const x = Math.min(Math.max(towardsPx, low), Math.max(low, high));
  return [x, side === "top" ? box.yPx - CLEAR_PX : box.yPx + box.heightPx + CLEAR_PX];
}

/** Where the ink of a mark ends after it: its count and sign stand close behind it, and are not crossed out. */
function inkEnd({ xPx, yPx, widthPx, heightPx }: Box, near: readonly Box[]): number {
  const [edge, middle] = [xPx + widthPx, yPx + heightPx / 2];
  const behind = near.filter((box) => {
    const isLevel = box.yPx < middle && box.yPx + box.heightPx > middle;
    return isLevel && Math.abs(box.xPx - edge) <= CLEAR_PX;
  });
  return Math.max(edge, ...behind.map((box) => box.xPx + box.widthPx));
}

interface Terrain extends Surroundings {
  readonly a: Box;
  readonly b: Box;
}

function costOf(points: readonly Point[], { a, b, near, within }: Terrain): number {
  let cost = 0;
  let lengthPx = 0;
  points.forEach((point, i) => {
    if (i > 0) lengthPx += Math.hypot(point[0] - (points[i - 1] as Point)[0], point[1] - (points[i - 1] as Point)[1]);
    if (!holds(within, point, 0)) cost += 3;
    if (i > 2 && i < points.length - 3 && (holds(a, point, 0) || holds(b, point, 0))) cost += 2;
    else if (near.some((box) => holds(box, point, 1)) && !holds(a, point, 4) && !holds(b, point, 4)) cost += 1;
  });
  return cost + lengthPx / 150;
}

/** Whether a point lies in a box, or so near to it. */
export function holds(box: Box, [x, y]: Point, marginPx: number): boolean {
  return (
    x > box.xPx - marginPx &&
    x < box.xPx + box.widthPx + marginPx &&
    y > box.yPx - marginPx &&
    y < box.yPx + box.heightPx + marginPx
  );
}
