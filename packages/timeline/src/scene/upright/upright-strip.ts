import type { AxisFormat } from "../axis/axis-format.ts";
import type { TimeScale } from "../axis/time-scale.ts";
import { layOverview } from "../bands/overview.ts";
import { turnBox, turnItems } from "../paint/turn.ts";
import type { SceneInput } from "../scene-input.ts";
import type { MarkStyle, OverviewBox, Primitive } from "../types.ts";

/** Width of the strip of all dates where time runs downward. */
export const STRIP_PX = 40;
/** Distance of what is drawn from the edge of the picture. */
export const EDGE_PX = 14;
/** The line of words of a strip along the lines has no place in one across them. */
const WORDS_PX = 13;

/** The strip of all dates beside the lanes, as long as they are. Its ticks have no words: the sliders and the axis say the dates. */
export function layStrip(
  input: SceneInput,
  place: {
    readonly scale: TimeScale;
    readonly styles: readonly MarkStyle[];
    readonly format: AxisFormat;
    readonly xPx: number;
  },
): { readonly box: OverviewBox; readonly items: readonly Primitive[] } | null {
  if (input.overview === null) return null;
  const { startPx, endPx, calendar } = place.scale;
  const tools = { input, startPx, endPx, calendar, topPx: place.xPx - WORDS_PX };
  const { box, items } = layOverview(input.overview, { ...tools, styles: place.styles, format: place.format });
  return {
    box: { ...turnBox(box), xPx: place.xPx, widthPx: STRIP_PX },
    items: turnItems(items.filter(({ t }) => t !== "text")),
  };
}
