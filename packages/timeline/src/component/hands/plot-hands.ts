import { type Hit, hitScene } from "../../scene/hit.ts";
import type { Box, TimelineScene } from "../../scene/types.ts";
import { isUpright } from "../picture/orient.ts";
import { showColumnTip } from "./column-stop.ts";
import { attachGestures, type GestureHandlers } from "./gestures.ts";
import type { HandTools } from "./hand-tools.ts";
import { type PlotDrag, panBy, panDrag, plotMs, selectDrag } from "./plot-drag.ts";

/** Pointer, wheel and touch over the lanes: drags pan or select, a click selects a record, a rest or a hover tells of it. Returns the undo. */
export function attachPlot(tools: HandTools): () => void {
  const { surface } = tools.shell;
  let drag: PlotDrag | null = null;
  const handlers: GestureHandlers = {
    upright: () => isUpright(tools.scene()),
    zoom: (factor, xPx) => tools.zoomAt(factor, { anchorMs: plotMs(tools, xPx), how: "jump" }),
    pan: (byPx) => panBy(tools, byPx),
    hold: (xPx, yPx) => showTipAt(tools, hitAt(tools, xPx, yPx), xPx),
    dragStart({ xPx, shift }) {
      tools.tooltip.hide(true);
      const isSelect = (tools.mode() === "select") !== shift;
      drag = isSelect ? selectDrag(tools, xPx) : panDrag(tools, xPx);
      surface.dataset.dragging = drag.does;
    },
    drag: (xPx) => drag?.to(xPx),
    dragEnd(cancelled) {
      delete surface.dataset.dragging;
      drag?.end(cancelled);
      drag = null;
    },
    click(xPx, yPx) {
      const hit = hitAt(tools, xPx, yPx);
      if (hit?.type === "mark") tools.select(hit.mark.row);
      else if (hit?.type === "column")
        tools.setView({ startMs: hit.column.startMs, endMs: hit.column.endMs }, "animate");
      else tools.store().select(null);
    },
    doubleClick(xPx) {
      tools.zoomAt(0.5, { anchorMs: plotMs(tools, xPx), how: "animate" });
    },
    hover(xPx, yPx) {
      const hit = hitAt(tools, xPx, yPx);
      const store = tools.store();
      surface.dataset.over = hit?.type === "mark" || hit?.type === "column" ? "mark" : "";
      const id = hit?.type === "mark" ? hit.mark.id : null;
      if (store.state.hoveredId !== id) store.hover(id);
      showTipAt(tools, hit, xPx);
    },
    leave() {
      if (tools.store().state.hoveredId !== null) tools.store().hover(null);
      tools.tooltip.hide();
    },
  };
  return attachGestures({ on: surface, within: surface, keys: surface }, handlers);
}

/** What lies under a point, along the time and across it. */
function hitAt(tools: HandTools, alongPx: number, acrossPx: number): Hit | null {
  const scene = tools.scene();
  return isUpright(scene) ? hitScene(scene, acrossPx, alongPx) : hitScene(scene, alongPx, acrossPx);
}

function showTipAt(tools: HandTools, hit: Hit | null, alongPx: number): void {
  if (hit?.type === "mark") tools.showTip(hit.mark.row, pointBox(tools.scene(), hit.mark, alongPx));
  else if (hit?.type === "column") showColumnTip(tools.tooltip, hit.column, tools.words());
  else tools.tooltip.hide();
}

/** On a long bar the tooltip stands by the pointer, not by the middle of the bar. */
function pointBox(scene: TimelineScene, mark: Box, alongPx: number): Box {
  if (isUpright(scene)) return mark.heightPx < 80 ? mark : { ...mark, yPx: alongPx - 10, heightPx: 20 };
  return mark.widthPx < 80 ? mark : { ...mark, xPx: alongPx - 10, widthPx: 20 };
}
