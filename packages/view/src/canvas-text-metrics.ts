import type { TextMetrics } from "./pure/text-metrics.ts";
import { FONT_FAMILY } from "./pure/theme.ts";

const KEPT = 20_000;

/** Measures with a canvas of the page, in the library's own family; results are kept, the oldest half dropped when many. */
export function canvasTextMetrics(family: string = FONT_FAMILY): TextMetrics {
  const context = document.createElement("canvas").getContext("2d");
  const widths = new Map<string, number>();
  return {
    width(text, sizePx, weight = 400) {
      const font = `${weight} ${sizePx}px ${family}`;
      const key = `${weight}/${sizePx}/${text}`;
      const known = widths.get(key);
      if (known !== undefined) return known;
      if (context === null) return text.length * sizePx * 0.55;
      if (context.font !== font) context.font = font;
      const width = context.measureText(text).width;
      if (widths.size >= KEPT) for (const old of [...widths.keys()].slice(0, KEPT / 2)) widths.delete(old);
      widths.set(key, width);
      return width;
    },
  };
}
