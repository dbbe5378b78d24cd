import { h, setStyle, wheelUnitPx } from "@whenwhere/view";
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

/** Where the lanes that follow stand. */
type Way = "down" | "right" | "left";

function wayOf(scene: TimelineScene): Way {
  if (!isUpright(scene)) return "down";
  return scene.dir === "rtl" ? "left" : "right";
}

/** Where a pointer is on that way. */
function along(event: PointerEvent, way: Way): number {
  return way === "down" ? event.clientY : way === "right" ? event.clientX : -event.clientX;
}

/** Where a box begins and ends on it. */
function endsOf({ top, bottom, left, right }: DOMRect, way: Way): readonly [startPx: number, endPx: number] {
  return way === "down" ? [top, bottom] : way === "right" ? [left, right] : [-right, -left];
}

function thumbPx({ heightPx, inSight, lines }: LaneScroll): number {
  return Math.max((heightPx * inSight) / lines, LEAST_THUMB_PX);
}

/** Beside the lanes; under them where they stand beside each other. */
function place(
  bar: HTMLElement,
  thumb: HTMLElement,
  at: { readonly scene: TimelineScene; readonly scroll: LaneScroll },
): void {
  const { yPx, heightPx, first, most } = at.scroll;
  const start = `${most === 0 ? 0 : ((heightPx - thumbPx(at.scroll)) * first) / most}px`;
  const length = `${thumbPx(at.scroll)}px`;
  if (wayOf(at.scene) === "down") {
    setStyle(bar, { top: `${yPx}px`, height: `${heightPx}px`, left: null, width: null, "inset-inline-end": null });
    setStyle(thumb, { top: start, height: length, "inset-inline": null, width: null });
    return;
  }
  const { plot } = at.scene;
  const top = `${plot.yPx + plot.heightPx - 16}px`;
  const width = `${heightPx}px`;
  setStyle(bar, { top, height: "16px", left: `${plot.xPx}px`, width, "inset-inline-end": "auto" });
  setStyle(thumb, { top: "5px", height: "8px", "inset-inline": `${start} auto`, width: length });
}

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
  let way: Way = "down";
  let dragFrom: { readonly atPx: number; readonly first: number } | null = null;
  let wheelPx = 0;
  const onDown = (event: PointerEvent): void => {
    if (scroll === null || event.button !== 0) return;
    event.preventDefault();
    const [startPx, endPx] = endsOf(thumb.getBoundingClientRect(), way);
    const atPx = along(event, way);
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
    tools.scrollTo(Math.round(dragFrom.first + ((along(event, way) - dragFrom.atPx) / wayPx) * scroll.most));
  };
  const onUp = (): void => {
    dragFrom = null;
  };
  const onWheel = (event: WheelEvent): void => {
    if (scroll === null || event.ctrlKey || event.metaKey) return;
    const isEnd = event.deltaY < 0 ? scroll.first === 0 : scroll.first === scroll.most;
    // At its ends the wheel goes on with the page.
    if (isEnd) return;
    event.preventDefault();
    wheelPx += event.deltaY * wheelUnitPx(event);
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
      way = wayOf(scene);
      place(element, thumb, { scene, scroll });
      element.setAttribute("aria-orientation", way === "down" ? "vertical" : "horizontal");
      element.setAttribute("aria-label", tools.label());
      element.setAttribute("aria-valuemin", "0");
      element.setAttribute("aria-valuemax", String(scroll.most));
      element.setAttribute("aria-valuenow", String(scroll.first));
      element.setAttribute("aria-valuetext", text);
    },
    destroy: () => abort.abort(),
  };
}
