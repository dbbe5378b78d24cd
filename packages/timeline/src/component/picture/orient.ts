import { BLEED_PX } from "../../scene/axis/time-scale.ts";
import type { Box, TimelineScene } from "../../scene/types.ts";

/** Which way a scene runs: along the lines of text, or downward. */
type Oriented = Pick<TimelineScene, "dir" | "orientation">;

/** Time runs downward. */
export function isUpright({ orientation }: Pick<TimelineScene, "orientation">): boolean {
  return orientation === "vertical";
}

/** How far along the time a point of the stage lies in a box: 0 where the box begins, 1 where it ends. */
export function shareOf(scene: Oriented, box: Box, alongPx: number): number {
  if (isUpright(scene)) return (alongPx - box.yPx) / Math.max(box.heightPx, 1);
  const share = (alongPx - box.xPx) / Math.max(box.widthPx, 1);
  return scene.dir === "rtl" ? 1 - share : share;
}

/** Length of a box along the time; less than 0 where time runs against the pixels. */
export function lengthPx(scene: Oriented, box: Box): number {
  if (isUpright(scene)) return Math.max(box.heightPx, 1);
  return Math.max(box.widthPx, 1) * (scene.dir === "rtl" ? -1 : 1);
}

/** Where the instants of the view lie: the plot, and downward without the air before and after them. */
export function timeBox({ plot, orientation }: Pick<TimelineScene, "plot" | "orientation">): Box {
  if (orientation === undefined) return plot;
  return { ...plot, yPx: plot.yPx + BLEED_PX, heightPx: plot.heightPx - 2 * BLEED_PX };
}

/** The arrow keys that lead on in time, from lane to lane, and into a group of lanes and out of it. */
export function arrowsOf(scene: Oriented): {
  readonly forward: string;
  readonly back: string;
  readonly nextLane: string;
  readonly lastLane: string;
  readonly inward: string;
  readonly outward: string;
} {
  const isRtl = scene.dir === "rtl";
  const onward = isRtl ? "ArrowLeft" : "ArrowRight";
  const backward = isRtl ? "ArrowRight" : "ArrowLeft";
  const along = { forward: onward, back: backward, inward: onward, outward: backward };
  if (!isUpright(scene)) return { ...along, nextLane: "ArrowDown", lastLane: "ArrowUp" };
  const down = { forward: "ArrowDown", back: "ArrowUp", inward: "ArrowDown", outward: "ArrowUp" };
  return { ...down, nextLane: onward, lastLane: backward };
}
