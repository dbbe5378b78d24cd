import type { Store } from "@whenwhere/store";
import { h, type Tooltip, type Words } from "@whenwhere/view";
import { columnWords } from "../../scene/bands/column-words.ts";
import { type Hit, hitOverview, hitScene } from "../../scene/hit.ts";
import type { Box, FoldColumn, TimelineScene, TimeSpan } from "../../scene/types.ts";
import { type BrushDrag, startBrushDrag, stripMs } from "../brush/brush-drag.ts";
import { panSpan } from "../motion/view-span.ts";
import { isUpright, lengthPx, shareOf, timeBox } from "../picture/orient.ts";
import { CLAUSE_SOURCE } from "../picture/picture.ts";
import type { Shell } from "../shell.ts";
import { attachGestures } from "./gestures.ts";

/** What pointer gestures may do. */
export interface HandTools {
  readonly shell: Shell;
  readonly tooltip: Tooltip;
  store(): Store;
  scene(): TimelineScene;
  view(): TimeSpan;
  /** The window of the brush; null when there is none. */
  window(): TimeSpan | null;
  full(): TimeSpan;
  mode(): "pan" | "select";
  words(): Words;
  setView(span: TimeSpan, how?: "animate" | "jump"): void;
  setWindow(span: TimeSpan, follow: boolean): void;
  zoomAt(factor: number, at: { readonly anchorMs: number; readonly how: "animate" | "jump" }): void;
  showTip(row: number, anchor: Box): void;
  select(row: number): void;
}

/** Instant under a point of the plot. */
function plotMs(tools: HandTools, alongPx: number): number {
  const scene = tools.scene();
  const view = tools.view();
  return view.startMs + shareOf(scene, timeBox(scene), alongPx) * (view.endMs - view.startMs);
}

/** What lies under a point, along the time and across it. */
function hitAt(tools: HandTools, alongPx: number, acrossPx: number): Hit | null {
  const scene = tools.scene();
  return isUpright(scene) ? hitScene(scene, acrossPx, alongPx) : hitScene(scene, alongPx, acrossPx);
}

/** Binds pointer, wheel and touch to plot and strip. Returns the undo. */
export function attachHands(tools: HandTools): () => void {
  const undo = [attachPlot(tools), attachStrip(tools)];
  return () => {
    for (const one of undo) one();
  };
}

function attachPlot(tools: HandTools): () => void {
  const { surface } = tools.shell;
  let lastPx = 0;
  let selecting: { readonly fromMs: number; readonly before: TimeSpan | null } | null = null;
  const pan = (byPx: number): void => {
    const scene = tools.scene();
    const view = tools.view();
    const byMs = (byPx / lengthPx(scene, timeBox(scene))) * (view.endMs - view.startMs);
    tools.setView(panSpan(view, byMs, tools.full()));
  };
  return attachGestures(surface, {
    upright: () => isUpright(tools.scene()),
    zoom: (factor, xPx) => tools.zoomAt(factor, { anchorMs: plotMs(tools, xPx), how: "jump" }),
    pan,
    hold: (xPx, yPx) => showTipAt(tools, hitAt(tools, xPx, yPx), xPx),
    dragStart({ xPx, shift }) {
      tools.tooltip.hide(true);
      lastPx = xPx;
      const selects = (tools.mode() === "select") !== shift;
      selecting = selects ? { fromMs: plotMs(tools, xPx), before: tools.window() } : null;
      surface.dataset.dragging = selects ? "select" : "pan";
    },
    drag(xPx) {
      if (selecting === null) {
        pan(lastPx - xPx);
        lastPx = xPx;
        return;
      }
      const toMs = plotMs(tools, xPx);
      const startMs = Math.min(selecting.fromMs, toMs);
      tools.setWindow({ startMs, endMs: Math.max(selecting.fromMs, toMs, startMs + 1) }, false);
    },
    dragEnd(cancelled) {
      delete surface.dataset.dragging;
      if (cancelled && selecting !== null) {
        if (selecting.before === null) tools.store().clear(CLAUSE_SOURCE);
        else tools.setWindow(selecting.before, false);
      }
      selecting = null;
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
  });
}

function showTipAt(tools: HandTools, hit: Hit | null, alongPx: number): void {
  if (hit?.type === "mark") tools.showTip(hit.mark.row, pointBox(tools.scene(), hit.mark, alongPx));
  else if (hit?.type === "column") showColumnTip(tools, hit.column);
  else tools.tooltip.hide();
}

/** On a long bar the tooltip stands by the pointer, not by the middle of the bar. */
function pointBox(scene: TimelineScene, mark: Box, alongPx: number): Box {
  if (isUpright(scene)) return mark.heightPx < 80 ? mark : { ...mark, yPx: alongPx - 10, heightPx: 20 };
  return mark.widthPx < 80 ? mark : { ...mark, xPx: alongPx - 10, widthPx: 20 };
}

function showColumnTip(tools: HandTools, column: FoldColumn): void {
  const text = columnWords(column, { words: tools.words() });
  tools.tooltip.show(h("div", null, text), {
    x: column.xPx,
    y: column.yPx,
    widthPx: column.widthPx,
    heightPx: column.heightPx,
  });
}

function attachStrip(tools: HandTools): () => void {
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
      if (!cancelled) return;
      if (before === null) tools.store().clear(CLAUSE_SOURCE);
      else tools.setWindow(before, true);
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

/** The thumbs are dragged as the handles under them. */
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
