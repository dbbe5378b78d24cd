import type { Box } from "../../scene/index.ts";
import type { SizePx } from "../../scene/plane.ts";

const NARROW_PX = 600;
const SLACK_PX = 3;

/** What the visible `controls` cover of the stage, in its pixels. */
export function coveredBoxes(stage: Element, controls: readonly Element[]): Box[] {
  const origin = stage.getBoundingClientRect();
  return controls.flatMap((control): Box[] => {
    const { left, top, right, bottom } = control.getBoundingClientRect();
    if (right - left < 1 || bottom - top < 1) return [];
    return [[left - origin.left, top - origin.top, right - origin.left, bottom - origin.top]];
  });
}

/** Whether each of these boxes lies in one of `covers`, but for what nobody sees. */
export function areHeld(boxes: readonly Box[], covers: readonly Box[]): boolean {
  return boxes.every(([x0, y0, x1, y1]) =>
    covers.some(
      (box) => x0 >= box[0] - SLACK_PX && y0 >= box[1] - SLACK_PX && x1 <= box[2] + SLACK_PX && y1 <= box[3] + SLACK_PX,
    ),
  );
}

/** Height of the strip at the foot of the stage in which the low controls stand; tall ones (an open list) do not count. */
export function footPx(covers: readonly Box[], { widthPx, heightPx }: SizePx): number {
  // On a narrow map what stands above the scale reaches far into the middle.
  const strip = widthPx < NARROW_PX ? 64 : 16;
  const low = covers.filter(([, y0, , y1]) => y1 > heightPx - strip && y1 - y0 < 60);
  return low.reduce((most, [, y0]) => Math.max(most, heightPx - y0), 0);
}
