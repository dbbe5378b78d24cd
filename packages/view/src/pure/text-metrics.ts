/** Measures text in CSS pixels. Injected, so that scenes are pure: the browser passes a canvas, tests a fixed width. */
export interface TextMetrics {
  /** Width in pixels of one line in the view's own font at `sizePx`. */
  readonly width: (text: string, sizePx: number, weight?: number) => number;
}

/** Every character equally wide. For tests, and for servers without a canvas. */
export function fixedTextMetrics(emWidth = 0.55): TextMetrics {
  return { width: (text, sizePx) => Array.from(text).length * sizePx * emWidth };
}
