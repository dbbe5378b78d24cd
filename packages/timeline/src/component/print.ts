import { PAPER, PAPER_TOKENS, readTheme } from "@whenwhere/view";
import type { TimelineCore } from "./core.ts";
import { render } from "./picture/render.ts";

/** Ink on paper, also of what stands beside the drawing. Controls stay on the screen; the count line and the source are printed. */
export const printCss = `@media print{
.ww-timeline{color-scheme:light;${PAPER_TOKENS}}
.ww-timeline{break-inside:avoid;background:#fff}
.ww-timeline :is(.ww-head-tools,.ww-tl-dates,.ww-tl-slider,.ww-tl-scroll,.ww-tl-fold,.ww-tl-drop,.ww-tooltip){display:none}
.ww-tl-beyond{text-decoration:none}
.ww-tl-surface:focus-visible::after{display:none}
}
`;

/** Paints the canvas as on paper while the page is printed: styles cannot reach into it. Returns the undo. */
export function paintForPrint(core: TimelineCore): () => void {
  const abort = new AbortController();
  const { signal } = abort;
  const printed = (): void => {
    core.theme = PAPER;
    render(core);
  };
  const shown = (): void => {
    core.theme = readTheme(core.root.element);
    render(core);
  };
  addEventListener("beforeprint", printed, { signal });
  addEventListener("afterprint", shown, { signal });
  // A preview changes the medium without a print.
  const query = matchMedia("print");
  query.addEventListener("change", ({ matches }) => (matches ? printed() : shown()), { signal });
  return () => abort.abort();
}
