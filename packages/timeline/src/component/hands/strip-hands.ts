import { hitOverview } from "../../scene/hit.ts";
import type { TimeSpan } from "../../scene/types.ts";
import { type BrushDrag, startBrushDrag, stripMs } from "../brush/brush-drag.ts";
import { panSpan } from "../motion/view-span.ts";
import { isUpright } from "../picture/orient.ts";
import { CLAUSE_SOURCE } from "../picture/own-window.ts";
import { attachGestures } from "./gestures.ts";
import { type HandTools, putWindowBack } from "./hand-tools.ts";

/** The strip of all dates, and the sliders on it, which are dragged as the handles under them. Returns the undo. */
export function attachStrip(tools: HandTools): () => void {
  const { strip } = tools.shell;
  let drag: BrushDrag | null = null;
  let before: TimeSpan | null = null;
  const undo = attachGestures(strip, {
    upright: () => isUpright(tools.scene()),
    zoom: (factor, xPx) => tools.zoomAt(factor, { anchorMs: stripMs(tools.scene(), xPx), how: "jump" }),
    hold() {},
    pan() {},
    dragStart({ xPx }) {
      before = tools.window();
      drag = startBrushDrag(tools.scene(), xPx);
    },
    drag(xPx) {
      if (drag !== null) tools.setWindow(drag.at(xPx), true);
    },
    dragEnd(cancelled) {
      drag = null;
      if (cancelled) putWindowBack(tools, before, true);
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
  });
  return attachSliderPointers(tools, undo);
}

function attachSliderPointers(tools: HandTools, undoStrip: () => void): () => void {
  const abort = new AbortController();
  tools.shell.stage.addEventListener(
    "pointerdown",
    (event) => {
      const slider =
        event.target instanceof HTMLElement && event.target.getAttribute("role") === "slider" ? event.target : null;
      if (slider === null || event.button !== 0) return;
      dragSlider(tools, slider, event);
    },
    { signal: abort.signal },
  );
  return () => {
    abort.abort();
    undoStrip();
  };
}

function dragSlider(tools: HandTools, slider: HTMLElement, down: PointerEvent): void {
  const overview = tools.scene().overview;
  if (overview === null) return;
  const which = slider === tools.shell.stage.querySelector("[role=slider]") ? 0 : 1;
  const stageBox = tools.shell.stage.getBoundingClientRect();
  const along = (event: PointerEvent): number =>
    isUpright(tools.scene()) ? event.clientY - stageBox.top : event.clientX - stageBox.left;
  const offsetPx = along(down) - (overview.brushPx[which] as number);
  const [startMs, endMs] = overview.brushMs;
  slider.setPointerCapture(down.pointerId);
  const abort = new AbortController();
  const { signal } = abort;
  slider.addEventListener(
    "pointermove",
    (event) => {
      const ms = stripMs(tools.scene(), along(event) - offsetPx);
      const span =
        which === 0 ? { startMs: Math.min(ms, endMs - 1), endMs } : { startMs, endMs: Math.max(ms, startMs + 1) };
      tools.setWindow(span, true);
    },
    { signal },
  );
  for (const type of ["pointerup", "pointercancel"] as const) {
    slider.addEventListener(type, () => abort.abort(), { signal });
  }
}
