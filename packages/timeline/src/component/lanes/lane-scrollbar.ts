import { h, setStyle } from "@whenwhere/view";
import type { LaneScroll, TimelineScene } from "../../scene/types.ts";
import { isUpright } from "../picture/orient.ts";

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
  let way: "down" | "right" | "left" = "down";
  let dragFrom: { readonly atPx: number; readonly first: number } | null = null;
  let wheelPx = 0;
  const thumbPx = (of: LaneScroll): number => Math.max((of.heightPx * of.inSight) / of.lines, LEAST_THUMB_PX);
  /** Pixels in the direction in which the lanes stand. */
  const along = (event: PointerEvent): number =>
    way === "down" ? event.clientY : way === "right" ? event.clientX : -event.clientX;
  const ends = ({ top, bottom, left, right }: DOMRect): readonly [number, number] =>
    way === "down" ? [top, bottom] : way === "right" ? [left, right] : [-right, -left];
  const onDown = (event: PointerEvent): void => {
    if (scroll === null || event.button !== 0) return;
    event.preventDefault();
    const [startPx, endPx] = ends(thumb.getBoundingClientRect());
    const atPx = along(event);
    if (atPx < startPx) tools.scrollTo(scroll.first - scroll.inSight);
    else if (atPx > endPx) tools.scrollTo(scroll.first + scroll.inSight);
    else {
      dragFrom = { atPx, first: scroll.first };
      element.setPointerCapture(event.pointerId);
    }
  };
  const onMove = (event: PointerEvent): void => {
    if (scroll === null || dragFrom === null) return;
    const wayPx = Math.max(scroll.heightPx - thumbPx(scroll), 1);
    tools.scrollTo(Math.round(dragFrom.first + ((along(event) - dragFrom.atPx) / wayPx) * scroll.most));
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
      const startPx = most === 0 ? 0 : ((heightPx - thumbPx(scroll)) * first) / most;
      const [start, length] = [`${startPx}px`, `${thumbPx(scroll)}px`];
      way = !isUpright(scene) ? "down" : scene.dir === "rtl" ? "left" : "right";
      element.setAttribute("aria-orientation", way === "down" ? "vertical" : "horizontal");
      if (way === "down") {
        setStyle(element, {
          top: `${yPx}px`,
          height: `${heightPx}px`,
          left: null,
          width: null,
          "inset-inline-end": null,
        });
        setStyle(thumb, { top: start, height: length, "inset-inline": null, width: null });
      } else {
        const { plot } = scene;
        const top = `${plot.yPx + plot.heightPx - 16}px`;
        setStyle(element, {
          top,
          height: "16px",
          left: `${plot.xPx}px`,
          width: `${heightPx}px`,
          "inset-inline-end": "auto",
        });
        setStyle(thumb, { top: "5px", height: "8px", "inset-inline": `${start} auto`, width: length });
      }
      element.setAttribute("aria-label", tools.label());
      element.setAttribute("aria-valuemin", "0");
      element.setAttribute("aria-valuemax", String(most));
      element.setAttribute("aria-valuenow", String(first));
      element.setAttribute("aria-valuetext", text);
    },
    destroy: () => abort.abort(),
  };
}
