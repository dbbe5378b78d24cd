import type { TextMetrics } from "./pure/text-metrics.ts";
import { FONT_FAMILY } from "./pure/theme.ts";

const KEPT = 20_000;

/** Measures with a canvas of the page, in the library's own family; results are kept, the oldest half dropped when many. */
export function canvasTextMetrics(family: string = FONT_FAMILY): TextMetrics {
  const context = document.createElement("canvas").getContext("2d");
  /** By size and weight, then by text: a frame asks for hundreds, and joining the three costs more than finding the answer. */
  const fonts = new Map<number, Map<string, number>>();
  // What a canvas says of its font is written anew each time, and rarely as it was set.
  let font = "";
  return {
    width(text, sizePx, weight = 400) {
      const key = weight * 1000 + sizePx;
      let widths = fonts.get(key);
      if (widths === undefined) {
        widths = new Map();
        fonts.set(key, widths);
      }
      const known = widths.get(text);
      if (known !== undefined) return known;
      if (context === null) return text.length * sizePx * 0.55;
      const wanted = `${weight} ${sizePx}px ${family}`;
      if (font !== wanted) context.font = wanted;
      font = wanted;
      const width = context.measureText(text).width;
      if (widths.size >= KEPT) for (const old of [...widths.keys()].slice(0, KEPT / 2)) widths.delete(old);
      widths.set(text, width);
      return width;
    },
  };
}
