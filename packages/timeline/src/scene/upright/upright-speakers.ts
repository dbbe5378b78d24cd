import { isRtlText, type TextMetrics } from "@whenwhere/view/pure";
import { cutToFit, LABEL_SIZE_PX } from "../labels/label-text.ts";
import type { Box, MarkBar, MarkLabel, TimeGlyph, TimeMark } from "../types.ts";
import { GAP_PX, HEIGHT_PX, type Room } from "./upright-room.ts";

/** Names are not cut for less room. */
const LEAST_PX = 48;
/** From one height along a bar at which its speaker is tried to the next, and how many of them. */
const STEP_PX = 6;
const TRIES = 48;

/** Records whose readings rival each other, each with its own bar; those of a set belong to one speaker. */
export function isRival(mark: TimeMark): boolean {
  return mark.kind !== "set" && mark.form === "bar" && mark.bars.length > 1;
}

/**
 * Who gives each of the rival readings, where time runs downward: after its bar, or before it, wherever along the bar the
 * readings beside it leave room; readings differ, and so one stands alone somewhere. Takes the room. A speaker without room is
 * left out, and said only.
 */
export function speakersOf(
  mark: TimeMark,
  ground: {
    readonly readings: TimeGlyph["readings"];
    readonly room: Room;
    readonly plot: Box;
    readonly metrics: TextMetrics;
    readonly locale: string;
  },
): readonly MarkLabel[] {
  const { readings, room } = ground;
  const lines = [...new Set(mark.bars.map(({ line }) => line))].sort((a, b) => a - b);
  if (lines.length !== readings.length) return [];
  const out: MarkLabel[] = [];
  lines.forEach((line, i) => {
    const by = readings[i]?.by ?? null;
    const bars = mark.bars.filter((bar) => bar.line === line);
    const label = by === null ? null : speakerOf(by, bars, ground);
    if (label === null) return;
    room.take(label);
    out.push(label);
  });
  return out;
}

function speakerOf(
  by: string,
  bars: readonly MarkBar[],
  { room, plot, metrics, locale }: Parameters<typeof speakersOf>[1],
): MarkLabel | null {
  const places = bars.flatMap((bar) =>
    heightsOf(bar, plot).flatMap((yPx) => {
      const [endPx, startPx] = [bar.xPx + bar.widthPx + GAP_PX, bar.xPx - GAP_PX];
      return [
        { yPx, place: "end", atPx: endPx, roomPx: room.after(endPx, yPx) } as const,
        { yPx, place: "start", atPx: startPx, roomPx: room.before(startPx, yPx) } as const,
      ];
    }),
  );
  const widthPx = metrics.width(by, LABEL_SIZE_PX);
  const whole = places.find(({ place, roomPx }) => place === "end" && roomPx >= widthPx);
  const roomiest = places.reduce<(typeof places)[number] | null>(
    (best, one) => (best === null || one.roomPx > best.roomPx ? one : best),
    null,
  );
  const at = whole ?? roomiest;
  if (at === null || at.roomPx < Math.min(widthPx, LEAST_PX)) return null;
  const text = cutToFit(by, at.roomPx, { metrics, locale, weight: 400 });
  if (text === null) return null;
  const ownPx = metrics.width(text, LABEL_SIZE_PX);
  const xPx = at.place === "end" ? at.atPx : at.atPx - ownPx;
  const box = { xPx, yPx: at.yPx, widthPx: ownPx, heightPx: HEIGHT_PX };
  return { ...box, text, full: by, place: at.place, rtl: isRtlText(by) };
}

/** From the upper end of a bar to its lower one, as far as both are in view. */
function heightsOf(bar: Box, plot: Box): readonly number[] {
  const topPx = Math.max(bar.yPx, plot.yPx);
  const lastPx = Math.min(bar.yPx + bar.heightPx, plot.yPx + plot.heightPx) - HEIGHT_PX;
  if (lastPx <= topPx) return [];
  const count = Math.min(Math.ceil((lastPx - topPx) / STEP_PX), TRIES);
  const stepPx = (lastPx - topPx) / count;
  return Array.from({ length: count + 1 }, (_, i) => topPx + i * stepPx);
}
