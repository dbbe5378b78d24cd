import type { CategoryStyle, Theme } from "@whenwhere/view/pure";
import { FONT_FAMILY } from "@whenwhere/view/pure";

/** Colours and shapes: all that a scene leaves open. */
export interface MapLook {
  readonly theme: Theme;
  /** By category code, from `categoryStyles(store.categories)`. */
  readonly styles: readonly CategoryStyle[];
  /** Default: the library's own family. */
  readonly fontFamily?: string;
  /** Device pixels per CSS pixel of the canvas. Default 1. */
  readonly pixelRatio?: number;
  /** BCP 47, for digits. Default `en`. */
  readonly locale?: string;
  /** Writes the number of a bubble. Made once a picture from `locale`: a formatter costs more than the bubble. */
  readonly numbers?: (value: number) => string;
}

/** Numbers for bubbles: whole up to 9,999, then as "12K". */
export function numbersOf(locale = "en"): (value: number) => string {
  const whole = new Intl.NumberFormat(locale);
  const compact = new Intl.NumberFormat(locale, { notation: "compact" });
  return (value) => (value > 9999 ? compact : whole).format(value);
}

const FALLBACK: CategoryStyle = { token: "other", shape: "ring" };

export function styleOf(look: MapLook, category: number): CategoryStyle {
  return look.styles[category] ?? FALLBACK;
}

/** A colour of the theme by token; ink when the theme lacks it, so that a gap is seen. */
export function colorOf(look: MapLook, token: string): string {
  return look.theme[token] ?? look.theme.ink ?? "#000";
}

export const fillOf = (look: MapLook, category: number): string => colorOf(look, styleOf(look, category).token);
export const lineOf = (look: MapLook, category: number): string =>
  colorOf(look, `${styleOf(look, category).token}-line`);
export const familyOf = (look: MapLook): string => look.fontFamily ?? FONT_FAMILY;
