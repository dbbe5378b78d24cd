import { DAY_MS } from "@whenwhere/model";
import type { AxisTicks } from "../axis/axis.ts";
import type { AxisFormat } from "../axis/axis-format.ts";
import type { SceneInput } from "../scene-input.ts";
import type { Primitive, TimelineScene, TimeMark } from "../types.ts";
import { rect, upright, words } from "./paint-mark.ts";

type Unpainted = Omit<TimelineScene, "layers">;
type Interval = readonly [startPx: number, endPx: number];

/** A bar wider than this is no moment any more: its whole width is shown on the axis, and no point of it is singled out. */
const MOMENT_PX = 24;
/** Height of a span on the axis, and the least width of one. */
const SPAN_PX = 3;
/** From a date to its words. */
const TEXT_GAP_PX = 6;

interface PinPaint {
  readonly input: SceneInput;
  readonly ticks: AxisTicks;
  readonly format: AxisFormat;
}

/** The selected record on the axis. */
export interface Pin {
  readonly mark: TimeMark;
  /** Where the triangle stands, or null where the dates are too wide for one. */
  readonly pointPx: number | null;
  /** The day in words; empty where the record says no single day. */
  readonly text: string;
  /** Where the words of the axis give way, or null. */
  readonly room: Interval | null;
}

/** What the axis says of the selected record, or null if there is none with a date in view. */
export function pinOf(scene: Unpainted, { input, ticks, format }: PinPaint): Pin | null {
  const id = input.store.state.selectedId;
  const mark = id === null ? undefined : scene.marks.find((candidate) => candidate.id === id);
  if (mark === undefined || mark.form === "undated") return null;
  const startMs = input.store.columns.outerStartMs.at(mark.row);
  const isDay = input.store.columns.outerEndMs.at(mark.row) - startMs <= DAY_MS * 1.1;
  const text =
    isDay && (ticks.step.unit === "day" || ticks.step.unit === "week")
      ? format.tick(startMs, { unit: "day", count: 1 })
      : "";
  const pointPx = momentOf(mark, scene);
  if (pointPx === null && text === "") return { mark, pointPx, text, room: null };
  const startPx = pointPx ?? within(mark.xPx, scene);
  const widthPx = text === "" ? 0 : input.metrics.width(text, 11.5, 650);
  return { mark, pointPx, text, room: [startPx + TEXT_GAP_PX, startPx + TEXT_GAP_PX + widthPx] };
}

/** The middle of a mark that is hardly wider than the triangle under it. */
function momentOf(mark: TimeMark, scene: Unpainted): number | null {
  const isMoment = mark.form === "shape" || (mark.bars.length === 1 && mark.widthPx <= MOMENT_PX);
  return isMoment ? within(mark.xPx + mark.widthPx / 2, scene) : null;
}

function within(xPx: number, { plot }: Unpainted): number {
  return Math.min(Math.max(xPx, plot.xPx), plot.xPx + plot.widthPx);
}

/** Dotted lines from the selected mark down to its dates: from a moment, or from each edge that the source gives. */
export function paintDrops({ mark, pointPx }: Pin, scene: Unpainted): Primitive[] {
  const fromY = mark.yPx + mark.heightPx + 3;
  const edges =
    pointPx !== null
      ? [pointPx]
      : mark.bars.flatMap((bar) => [
          ...(bar.start === "cap" ? [bar.xPx] : []),
          ...(bar.end === "cap" ? [bar.xPx + bar.widthPx] : []),
        ]);
  const seen = edges.filter((x) => x === within(x, scene));
  return [...new Set(seen)].map((x) => upright(x, [fromY, scene.axis.yPx], "ink", 1, [1, 2]));
}

/** The dates of the selected record on the axis: a triangle under a moment, a thick line under all the rest of them. */
export function paintPin(pin: Pin, scene: Unpainted, rtl: boolean): Primitive[] {
  const y = Math.round(scene.axis.yPx) + 0.5;
  const out = pin.pointPx === null ? spansOf(pin.mark, scene) : [triangle(pin.pointPx, y)];
  if (pin.text !== "" && pin.room !== null)
    out.push(words(pin.text, pin.room[0], y + 14, { weight: 650, halo: "page", rtl }));
  return out;
}

function triangle(xPx: number, y: number): Primitive {
  const points = [
    [xPx - 4, y + 6],
    [xPx + 4, y + 6],
    [xPx, y],
  ] as const;
  return { t: "path", points, stroke: "ink", width: 0.5, dash: [], closed: true, fill: "ink" };
}

/** One line a bar in view, with the fades of the bar: no edge is harder on the axis than above it. */
function spansOf(mark: TimeMark, scene: Unpainted): Primitive[] {
  const { xPx, widthPx } = scene.plot;
  const seen = mark.bars.filter((bar) => bar.xPx + bar.widthPx >= xPx && bar.xPx <= xPx + widthPx);
  return seen.map((bar) => {
    const [startPx, endPx] = [within(bar.xPx, scene), within(bar.xPx + bar.widthPx, scene)];
    const box = [startPx, scene.axis.yPx, Math.max(endPx - startPx, SPAN_PX), SPAN_PX] as const;
    return { ...rect(box, "ink"), fadeLeft: bar.startFadePx, fadeRight: bar.endFadePx } as Primitive;
  });
}
