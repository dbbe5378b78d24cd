import { PAPER, readTheme, watchPrint } from "@whenwhere/view";
import type { TimelineCore } from "./core.ts";
import { render } from "./picture/render.ts";

/** Controls stay on the screen; the count line and the source are printed. */
export const printCss = `@media print{
.ww-timeline{break-inside:avoid}
.ww-timeline :is(.ww-tl-dates,.ww-tl-slider,.ww-tl-scroll,.ww-tl-fold,.ww-tl-drop){display:none}
.ww-tl-beyond{text-decoration:none}
.ww-tl-surface:focus-visible::after{display:none}
}
`;

/** Paints the canvas as on paper while the page is printed. Returns the undo. */
export function paintForPrint(core: TimelineCore): () => void {
  return watchPrint((printed) => {
    core.theme = printed ? PAPER : readTheme(core.root.element);
    render(core);
  });
}
