import type { TextMetrics } from "@whenwhere/view/pure";
import type { Box, TimeMark } from "../types.ts";
import { LABEL_SIZE_PX } from "./label-text.ts";

/** Where words may stand and what is in their way. */
export interface FreeRoom {
  readonly within: Box;
  readonly taken: readonly Box[];
}

const CLEAR_PX = 2;

/** The box itself when it lies inside and touches nothing, else null. */
export function freeSpot(box: Box, { within, taken }: FreeRoom): Box | null {
  const inside =
    box.xPx >= within.xPx &&
    box.yPx >= within.yPx &&
    box.xPx + box.widthPx <= within.xPx + within.widthPx &&
    box.yPx + box.heightPx <= within.yPx + within.heightPx;
  return inside && !taken.some((other) => touches(box, other)) ? box : null;
}

function touches(a: Box, b: Box): boolean {
  return (
    a.xPx < b.xPx + b.widthPx + CLEAR_PX &&
    b.xPx < a.xPx + a.widthPx + CLEAR_PX &&
    a.yPx < b.yPx + b.heightPx &&
    b.yPx < a.yPx + a.heightPx
  );
}

/** All that a mark covers: bars with their signs, count, speakers and words. */
export function inkBoxes(mark: TimeMark, metrics: TextMetrics): Box[] {
  const boxes: Box[] = mark.bars.map((bar) => ({ ...bar, xPx: bar.xPx - 2, widthPx: bar.widthPx + 4 }));
  const last = mark.bars[mark.bars.length - 1];
  if (mark.form !== "bar") boxes.push(mark);
  if (mark.label !== null) boxes.push(mark.label);
  if (mark.form !== "bar" || last === undefined) return boxes;
  const endPx = Math.max(...mark.bars.map((bar) => bar.xPx + bar.widthPx));
  const startPx = Math.min(...mark.bars.map((bar) => bar.xPx));
  const countPx = mark.countText === null ? 0 : 5 + metrics.width(mark.countText, LABEL_SIZE_PX, 650);
  const signPx = mark.uncertain || last.end === "unknown" ? 11 : 0;
  if (countPx + signPx > 0) boxes.push({ ...mark, xPx: endPx, widthPx: countPx + signPx });
  if (mark.bars.length < 2 || mark.kind === "set" || mark.bracket === "inside") return boxes;
  const byPx = 22 + Math.max(...mark.bars.map((bar) => metrics.width(bar.by ?? "", LABEL_SIZE_PX, 400)));
  boxes.push({ ...mark, xPx: mark.bracket === "end" ? endPx : startPx - byPx, widthPx: byPx + countPx });
  return boxes;
}
