import { momentOf, restoreMoment } from "../motion/view-history.ts";
import { panSpan } from "../motion/view-span.ts";
import { lengthPx, shareOf, timeBox } from "../picture/orient.ts";
import type { HandTools } from "./hand-tools.ts";

/** A drag over the plot, from its press to its end. */
export interface PlotDrag {
  readonly does: "pan" | "select";
  to(xPx: number): void;
  end(cancelled: boolean): void;
}

/** Instant under a point of the plot. */
export function plotMs(tools: HandTools, alongPx: number): number {
  const scene = tools.scene();
  const view = tools.view();
  return view.startMs + shareOf(scene, timeBox(scene), alongPx) * (view.endMs - view.startMs);
}

/** Moves the view along the time, as far as there are dates. */
export function panBy(tools: HandTools, byPx: number): void {
  const scene = tools.scene();
  const view = tools.view();
  const byMs = (byPx / lengthPx(scene, timeBox(scene))) * (view.endMs - view.startMs);
  tools.setView(panSpan(view, byMs, tools.full()));
}

/** What is under the press stays under it. */
export function panDrag(tools: HandTools, fromPx: number): PlotDrag {
  let lastPx = fromPx;
  return {
    does: "pan",
    to(xPx) {
      panBy(tools, lastPx - xPx);
      lastPx = xPx;
    },
    end() {},
  };
}

/** A window from the press to where the hand is. */
export function selectDrag(tools: HandTools, fromPx: number): PlotDrag {
  const fromMs = plotMs(tools, fromPx);
  const before = momentOf(tools.store());
  return {
    does: "select",
    to(xPx) {
      const toMs = plotMs(tools, xPx);
      const startMs = Math.min(fromMs, toMs);
      tools.setWindow({ startMs, endMs: Math.max(fromMs, toMs, startMs + 1) }, false);
    },
    end(cancelled) {
      if (cancelled) restoreMoment(tools.store(), before);
    },
  };
}
