import { creditLines } from "@whenwhere/view/pure";

const SIZE_PX = 10.5;
const LINE_PX = 14;
const EDGE_PX = 16;

/** The attribution as lines below a picture. */
export interface SvgCredit {
  readonly lines: readonly { readonly text: string; readonly xPx: number; readonly yPx: number }[];
  readonly sizePx: number;
  /** What the lines add to the height of the picture; 0 without any. */
  readonly heightPx: number;
}

/** Sets the attribution of the records under a picture of `heightPx`. */
export function svgCredit(text: string, { widthPx, heightPx }: { widthPx: number; heightPx: number }): SvgCredit {
  const lines = creditLines(text, widthPx - 2 * EDGE_PX, SIZE_PX);
  return {
    lines: lines.map((line, i) => ({ text: line, xPx: EDGE_PX, yPx: heightPx + LINE_PX * (i + 1) })),
    sizePx: SIZE_PX,
    heightPx: lines.length === 0 ? 0 : lines.length * LINE_PX + 6,
  };
}
