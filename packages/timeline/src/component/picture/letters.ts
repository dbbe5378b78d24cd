import { canvasTextMetrics, readFont, type TextMetrics } from "@whenwhere/view";

/** The letters of a drawing: those that the page sets with `--ww-font`, so that a canvas speaks as the page around it does. */
export interface Letters {
  /** List of font families. */
  readonly family: string;
  /** Their widths, measured anew when a font of the page arrives. */
  readonly metrics: TextMetrics;
  /** Calls back when their widths may have changed. Returns the undo. */
  watch(onChange: () => void): () => void;
}

/** The letters of what is drawn in `target`. */
export function createLetters(target: Element): Letters {
  const family = readFont(target);
  let now = canvasTextMetrics(family);
  return {
    family,
    metrics: { width: (text, sizePx, weight) => now.width(text, sizePx, weight) },
    watch(onChange) {
      const abort = new AbortController();
      const onFonts = (): void => {
        now = canvasTextMetrics(family);
        onChange();
      };
      document.fonts.addEventListener("loadingdone", onFonts, { signal: abort.signal });
      return () => abort.abort();
    },
  };
}
