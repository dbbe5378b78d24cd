import type { TextMetrics, Theme } from "@whenwhere/view";
import { escapeXml, isolatedRtl } from "@whenwhere/view/pure";

/** One line of words on a sheet; `x` counts from the side on which its language begins. */
export interface SheetText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly sizePx: number;
  readonly weight?: number;
  /** Token of the theme. Default `ink`. */
  readonly ink?: string;
}

/** What lines are written with. */
export interface SheetPen {
  readonly widthPx: number;
  readonly rtl: boolean;
  readonly theme: Theme;
  readonly metrics: TextMetrics;
}

/** A line as an SVG element. */
export function textNode({ text, x, y, sizePx, weight = 400, ink = "ink" }: SheetText, pen: SheetPen): string {
  const { widthPx, rtl, theme } = pen;
  const place = `x="${rtl ? widthPx - x : x}" y="${y}" text-anchor="${rtl ? "end" : "start"}"`;
  const style = `font-size="${sizePx}" font-weight="${weight}" fill="${escapeXml(theme[ink] ?? "#000")}"`;
  return `<text ${place} ${style}>${escapeXml(rtl ? isolatedRtl(text) : text)}</text>`;
}

interface Fit {
  readonly sizePx: number;
  readonly metrics: TextMetrics;
}

/** The longest beginning that fits, with an ellipsis; the whole text when it does. */
export function cutText(text: string, roomPx: number, { sizePx, metrics }: Fit): string {
  if (metrics.width(text, sizePx) <= roomPx) return text;
  const letters = [...text];
  let [low, high] = [0, letters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const fits = metrics.width(`${letters.slice(0, middle).join("")}…`, sizePx) <= roomPx;
    if (fits) low = middle;
    else high = middle - 1;
  }
  return `${letters.slice(0, low).join("").trimEnd()}…`;
}

/** A text in lines of a width, cut at blanks. */
export function wrapText(text: string, roomPx: number, fit: Fit): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && fit.metrics.width(longer, fit.sizePx) <= roomPx) lines[lines.length - 1] = longer;
    else lines.push(cutText(word, roomPx, fit));
  }
  return lines;
}
