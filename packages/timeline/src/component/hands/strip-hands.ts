import { hitOverview } from "../../scene/hit.ts";
import { type BrushDrag, startBrushDrag, startHandleDrag, stripMs } from "../brush/brush-drag.ts";
import { momentOf, restoreMoment, type ViewMoment } from "../motion/view-history.ts";
import { panSpan } from "../motion/view-span.ts";
import { isUpright } from "../picture/orient.ts";
import { CLAUSE_SOURCE } from "../picture/own-window.ts";
import { attachGestures, type GestureHandlers } from "./gestures.ts";
import type { HandTools } from "./hand-tools.ts";
import { panBy } from "./plot-drag.ts";

/** The strip of all dates, and the sliders on it, which are dragged as the handles under them. Returns the undo. */
export function attachStrip(tools: HandTools, sliders: readonly HTMLElement[]): () => void {
  const { strip, surface } = tools.shell;
  const handlers = stripHandlers(tools, (xPx) => startBrushDrag(tools.scene(), xPx));
  // The strip is no stop of the keyboard: a press on it gives the keys to the drawing, whose Escape undoes the brush.
  const takeKeys = (event: MouseEvent): void => {
    event.preventDefault();
    surface.focus({ preventScroll: true });
  };
  strip.addEventListener("mousedown", takeKeys);
  const undo = [
    () => strip.removeEventListener("mousedown", takeKeys),
    attachGestures({ on: strip, within: strip, keys: surface }, handlers),
    ...sliders.map((slider, which) => {
      const own = stripHandlers(tools, (xPx) => startHandleDrag(tools.scene(), which as 0 | 1, xPx));
      return attachGestures({ on: slider, within: strip, keys: slider }, { ...own, click() {} });
    }),
  ];
  return () => {
    for (const one of undo) one();
  };
}

/** A drag sets the window, and takes window and view back when it is given up. */
function stripHandlers(tools: HandTools, start: (xPx: number) => BrushDrag): GestureHandlers {
  const { strip } = tools.shell;
  let drag: BrushDrag | null = null;
  let before: ViewMoment | null = null;
  return {
    upright: () => isUpright(tools.scene()),
    zoom: (factor, xPx) => tools.zoomAt(factor, { anchorMs: stripMs(tools.scene(), xPx), how: "jump" }),
    hold() {},
    pan: (byPx) => panBy(tools, byPx),
    dragStart({ xPx }) {
      before = momentOf(tools.store());
      drag = start(xPx);
    },
    drag(xPx) {
      if (drag !== null) tools.setWindow(drag.at(xPx), true);
    },
    dragEnd(cancelled) {
      drag = null;
      if (cancelled && before !== null) restoreMoment(tools.store(), before);
    },
    click(xPx) {
      const { overview } = tools.scene();
      if (overview === null) return;
      const [startMs, endMs] = overview.brushMs;
      const byMs = stripMs(tools.scene(), xPx) - (startMs + endMs) / 2;
      const full = { startMs: overview.startMs, endMs: overview.endMs };
      if (tools.window() === null) tools.setView(panSpan(tools.view(), byMs, full));
      else tools.setWindow(panSpan({ startMs, endMs }, byMs, full), true);
    },
    doubleClick() {
      tools.store().clear(CLAUSE_SOURCE);
    },
    hover(xPx) {
      const scene = tools.scene();
      const hit = scene.overview === null ? null : hitOverview(scene, xPx);
      strip.dataset.over = hit?.type ?? "";
    },
    leave() {
      strip.dataset.over = "";
    },
  };
}
