import { hitOverview } from "../../scene/hit.ts";
import { type BrushDrag, dragHandle, startBrushDrag, stripMs } from "../brush/brush-drag.ts";
import { momentOf, restoreMoment, type ViewMoment } from "../motion/view-history.ts";
import { panSpan } from "../motion/view-span.ts";
import { isUpright } from "../picture/orient.ts";
import { CLAUSE_SOURCE } from "../picture/own-window.ts";
import { attachGestures, type GestureHandlers } from "./gestures.ts";
import type { HandTools } from "./hand-tools.ts";
import { panBy } from "./plot-drag.ts";

/** The strip of all dates, and the sliders on it, which are dragged as the handles under them. Returns the undo. */
export function attachStrip(tools: HandTools): () => void {
  const { stage, strip, surface } = tools.shell;
  let drag: BrushDrag | null = null;
  let before: ViewMoment | null = null;
  const handlers: GestureHandlers = {
    upright: () => isUpright(tools.scene()),
    zoom: (factor, xPx) => tools.zoomAt(factor, { anchorMs: stripMs(tools.scene(), xPx), how: "jump" }),
    hold() {},
    pan: (byPx) => panBy(tools, byPx),
    dragStart({ xPx }) {
      before = momentOf(tools.store());
      drag = startBrushDrag(tools.scene(), xPx);
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
  const undo = attachGestures(strip, handlers, surface);
  const abort = new AbortController();
  const { signal } = abort;
  stage.addEventListener("pointerdown", (event) => pressSlider(tools, event), { signal });
  // The strip is no stop of the keyboard: a press on it gives the keys to the drawing, whose Escape undoes the brush.
  const takeKeys = (event: MouseEvent): void => {
    event.preventDefault();
    surface.focus({ preventScroll: true });
  };
  strip.addEventListener("mousedown", takeKeys, { signal });
  return () => {
    abort.abort();
    undo();
  };
}

function pressSlider(tools: HandTools, event: PointerEvent): void {
  const { target, button } = event;
  if (button === 0 && target instanceof HTMLElement && target.role === "slider") dragSlider(tools, target, event);
}

function dragSlider(tools: HandTools, slider: HTMLElement, down: PointerEvent): void {
  const overview = tools.scene().overview;
  if (overview === null) return;
  const which = slider === tools.shell.stage.querySelector("[role=slider]") ? 0 : 1;
  const stageBox = tools.shell.stage.getBoundingClientRect();
  const along = (event: PointerEvent): number =>
    isUpright(tools.scene()) ? event.clientY - stageBox.top : event.clientX - stageBox.left;
  const offsetPx = along(down) - (overview.brushPx[which] as number);
  const before = momentOf(tools.store());
  const spanAt = dragHandle(overview, which);
  slider.setPointerCapture(down.pointerId);
  const abort = new AbortController();
  const how = { signal: abort.signal, capture: true };
  const giveUp = (): void => {
    abort.abort();
    restoreMoment(tools.store(), before);
  };
  const onMove = (event: PointerEvent): void => {
    tools.setWindow(spanAt(stripMs(tools.scene(), along(event) - offsetPx)), true);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    giveUp();
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  slider.addEventListener("pointermove", onMove, how);
  slider.addEventListener("keydown", onKey, how);
  slider.addEventListener("pointerup", () => abort.abort(), how);
  slider.addEventListener("pointercancel", giveUp, how);
}
