import { h, setStyle } from "@whenwhere/view";
import type { LaneScroll, TimelineScene } from "../scene/types.ts";

/** The bar beside lanes that do not all fit. The wheel over the lanes stays with the page; over the bar it moves them. */
export interface LaneScrollbar {
  readonly element: HTMLElement;
  show(scene: TimelineScene, text: string): void;
  destroy(): void;
}

const LEAST_THUMB_PX = 28;
const WHEEL_LINE_PX = 40;

/** `scrollTo` gets the line that is to be the first in sight; it is clamped by whoever takes it. */
export function createLaneScrollbar(tools: {
  readonly label: () => string;
  readonly scrollTo: (first: number) => void;
}): LaneScrollbar {
  const abort = new AbortController();
  const { signal } = abort;
  const thumb = h("div", { class: "ww-tl-thumb" });
  const element = h(
    "div",
    { class: "ww-tl-scroll", role: "scrollbar", "aria-orientation": "vertical", hidden: true },
    thumb,
  );
  let scroll: LaneScroll | null = null;
  let dragFrom: { readonly yPx: number; readonly first: number } | null = null;
  let wheelPx = 0;
  const thumbPx = (of: LaneScroll): number => Math.max((of.heightPx * of.inSight) / of.lines, LEAST_THUMB_PX);
  const onDown = (event: PointerEvent): void => {
    if (scroll === null || event.button !== 0) return;
    event.preventDefault();
    const box = thumb.getBoundingClientRect();
    if (event.clientY < box.top) tools.scrollTo(scroll.first - scroll.inSight);
    else if (event.clientY > box.bottom) tools.scrollTo(scroll.first + scroll.inSight);
    else {
      dragFrom = { yPx: event.clientY, first: scroll.first };
      element.setPointerCapture(event.pointerId);
    }
  };
  const onMove = (event: PointerEvent): void => {
    if (scroll === null || dragFrom === null) return;
    const wayPx = Math.max(scroll.heightPx - thumbPx(scroll), 1);
    tools.scrollTo(Math.round(dragFrom.first + ((event.clientY - dragFrom.yPx) / wayPx) * scroll.most));
  };
  const onUp = (): void => {
    dragFrom = null;
  };
  const onWheel = (event: WheelEvent): void => {
    if (scroll === null || event.ctrlKey || event.metaKey) return;
    const unit = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? 400 : 1;
    const isEnd = event.deltaY < 0 ? scroll.first === 0 : scroll.first === scroll.most;
    // At its ends the wheel goes on with the page.
    if (isEnd) return;
    event.preventDefault();
    wheelPx += event.deltaY * unit;
    const lines = Math.trunc(wheelPx / WHEEL_LINE_PX);
    wheelPx -= lines * WHEEL_LINE_PX;
    if (lines !== 0) tools.scrollTo(scroll.first + lines);
  };
  element.addEventListener("pointerdown", onDown, { signal });
  element.addEventListener("pointermove", onMove, { signal });
  element.addEventListener("pointerup", onUp, { signal });
  element.addEventListener("pointercancel", onUp, { signal });
  element.addEventListener("wheel", onWheel, { signal, passive: false });
  return {
    element,
    show(scene, text) {
      scroll = scene.scroll;
      element.hidden = scroll === null;
      if (scroll === null) return;
      const { first, most, yPx, heightPx } = scroll;
      setStyle(element, { top: `${yPx}px`, height: `${heightPx}px` });
      const topPx = most === 0 ? 0 : ((heightPx - thumbPx(scroll)) * first) / most;
      setStyle(thumb, { top: `${topPx}px`, height: `${thumbPx(scroll)}px` });
      element.setAttribute("aria-label", tools.label());
      element.setAttribute("aria-valuemin", "0");
      element.setAttribute("aria-valuemax", String(most));
      element.setAttribute("aria-valuenow", String(first));
      element.setAttribute("aria-valuetext", text);
    },
    destroy: () => abort.abort(),
  };
}
