import { LABEL_SIZE_PX } from "../labels/label-text.ts";
import type { Box } from "../types.ts";

/** Height of a line of words, and the way from them to what they stand beside. */
export const HEIGHT_PX = LABEL_SIZE_PX + 2;
export const GAP_PX = 5;

/** What is free of a drawing whose words stand upright while its marks run downward. */
export interface Room {
  take(box: Box): void;
  /** Free pixels after a point, along the line of text; 0 where it is taken itself. */
  after(xPx: number, yPx: number): number;
  /** The same before it. */
  before(xPx: number, yPx: number): number;
}

/** What is taken, by stripes of the height of a line. */
export function createRoom({ plot, taken }: { readonly plot: Box; readonly taken: readonly Box[] }): Room {
  const stripes = new Map<number, Box[]>();
  const stripesOf = (yPx: number, heightPx: number): number[] => {
    const first = Math.floor(Math.max(yPx, plot.yPx) / HEIGHT_PX);
    const last = Math.floor(Math.min(yPx + heightPx, plot.yPx + plot.heightPx) / HEIGHT_PX);
    return Array.from({ length: Math.max(last - first + 1, 0) }, (_, i) => first + i);
  };
  const take = (box: Box): void => {
    for (const stripe of stripesOf(box.yPx, box.heightPx)) {
      const list = stripes.get(stripe) ?? [];
      stripes.set(stripe, list);
      list.push(box);
    }
  };
  for (const box of taken) take(box);
  const onLine = (yPx: number): readonly Box[] =>
    stripesOf(yPx, HEIGHT_PX)
      .flatMap((stripe) => stripes.get(stripe) ?? [])
      .filter((box) => box.yPx < yPx + HEIGHT_PX && box.yPx + box.heightPx > yPx);
  return {
    take,
    after(xPx, yPx) {
      const walls = onLine(yPx).filter((box) => box.xPx + box.widthPx > xPx);
      return Math.max(Math.min(plot.xPx + plot.widthPx, ...walls.map((box) => box.xPx - GAP_PX)) - xPx, 0);
    },
    before(xPx, yPx) {
      const walls = onLine(yPx).filter((box) => box.xPx < xPx);
      return Math.max(xPx - Math.max(plot.xPx + GAP_PX, ...walls.map((box) => box.xPx + box.widthPx + GAP_PX)), 0);
    },
  };
}
