import { FINGER_REACH_PX, POINTER_REACH_PX } from "../../scene/index.ts";
/** What hands can do on the map. Pixels are relative to the surface. */
export interface GestureListener {
  readonly onPan: (dxPx: number, dyPx: number) => void;
  readonly onZoom: (levels: number, at: readonly [x: number, y: number]) => void;
  /** `reachPx`: a finger means more than a pointer does. */
  readonly onTap: (at: readonly [x: number, y: number], reachPx: number) => void;
  readonly onHover: (at: readonly [x: number, y: number] | null) => void;
  /** A box is drawn, or a line around something; null when it is given up. `done` on the last call. */
  readonly onBox: (box: BoxPx | null, done: boolean, line: readonly (readonly [x: number, y: number])[]) => void;
}

/** Corners in pixels of the surface, `x0 <= x1`, `y0 <= y1`. */
export interface BoxPx {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** How the hands are read; asked anew at each gesture. */
export interface GestureModes {
  /** Drag selects instead of panning. */
  readonly selecting: () => boolean;
  /** One finger scrolls the page and two move the map. */
  readonly cooperative: () => boolean;
}

const CLICK_TOLERANCE_PX = 4;

interface Grip {
  readonly x: number;
  readonly y: number;
  readonly spread: number;
}

/**
 * Mouse, pen, touch and wheel on one element, for every kind of ground alike. A plain wheel is left to the page; Ctrl or Cmd
 * with the wheel, and the pinch of a trackpad, which browsers report as the same, zoom at the pointer; Shift with the wheel
 * and the horizontal wheel pan. Returns its undo.
 */
export function listenToGestures(element: HTMLElement, listener: GestureListener, modes: GestureModes): () => void {
  const undo = new AbortController();
  const options = { signal: undo.signal };
  const active = { signal: undo.signal, passive: false };
  listenToPointer(element, { listener, modes, options });
  listenToTouch(element, { listener, modes, options: active });
  element.addEventListener("wheel", (event) => onWheel(event, at(element, event), listener), active);
  element.addEventListener(
    "dblclick",
    (event) => {
      event.preventDefault();
      listener.onZoom(event.shiftKey ? -1 : 1, at(element, event));
    },
    options,
  );
  return () => undo.abort();
}

function at(element: HTMLElement, point: { clientX: number; clientY: number }): readonly [number, number] {
  const box = element.getBoundingClientRect();
  return [point.clientX - box.left, point.clientY - box.top];
}

/** Lines and pages of old mice in pixels, and no more of them at once than a hand can mean. */
function wheelPx(delta: number, mode: number): number {
  const px = mode === 1 ? delta * 20 : mode === 2 ? delta * 200 : delta;
  return Math.max(-200, Math.min(200, px));
}

function onWheel(event: WheelEvent, point: readonly [number, number], listener: GestureListener): void {
  const dx = wheelPx(event.deltaX, event.deltaMode);
  const dy = wheelPx(event.deltaY, event.deltaMode);
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    // A trackpad's pinch comes in many small steps, a wheel in few large ones.
    listener.onZoom(-dy / (Math.abs(dy) < 50 ? 60 : 220), point);
    return;
  }
  const sideways = event.shiftKey && dx === 0 ? dy : dx;
  if (!event.shiftKey && Math.abs(dx) <= Math.abs(dy)) return;
  event.preventDefault();
  listener.onPan(-sideways, 0);
}

interface Wiring {
  readonly listener: GestureListener;
  readonly modes: GestureModes;
  readonly options: AddEventListenerOptions;
}

interface Drag {
  readonly pointerId: number;
  readonly startX: number;
  readonly startY: number;
  readonly selects: boolean;
  lastX: number;
  lastY: number;
  moved: boolean;
  /** Where it has been. */
  readonly line: (readonly [x: number, y: number])[];
}

function boxOf(drag: Drag): BoxPx {
  return {
    x0: Math.min(drag.startX, drag.lastX),
    y0: Math.min(drag.startY, drag.lastY),
    x1: Math.max(drag.startX, drag.lastX),
    y1: Math.max(drag.startY, drag.lastY),
  };
}

function listenToPointer(element: HTMLElement, { listener, modes, options }: Wiring): void {
  let drag: Drag | null = null;
  const end = (given: boolean) => {
    if (drag?.selects && drag.moved) listener.onBox(given ? boxOf(drag) : null, true, drag.line);
    drag = null;
    delete element.dataset.dragging;
  };
  const start = (event: PointerEvent) => {
    // A second finger takes the drawing for a pinch.
    if (drag !== null) {
      end(false);
      return;
    }
    if (event.button !== 0 || event.target !== element) return;
    const [x, y] = at(element, event);
    const selects = event.shiftKey || modes.selecting();
    // A finger that moves the map is read from touch events, which alone can keep the page from scrolling.
    // One that draws was asked to, by the switch in sight.
    if (event.pointerType === "touch" && !modes.selecting()) return;
    drag = {
      pointerId: event.pointerId,
      startX: x,
      startY: y,
      lastX: x,
      lastY: y,
      selects,
      moved: false,
      line: [[x, y]],
    };
    element.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent) => {
    const [x, y] = at(element, event);
    if (drag === null || drag.pointerId !== event.pointerId) {
      if (event.pointerType !== "touch") listener.onHover([x, y]);
      return;
    }
    drag.moved ||= Math.hypot(x - drag.startX, y - drag.startY) > CLICK_TOLERANCE_PX;
    if (!drag.moved) return;
    element.dataset.dragging = "";
    const dx = x - drag.lastX;
    const dy = y - drag.lastY;
    drag.lastX = x;
    drag.lastY = y;
    drag.line.push([x, y]);
    if (drag.selects) listener.onBox(boxOf(drag), false, drag.line);
    else listener.onPan(dx, dy);
  };
  element.addEventListener("pointerdown", start, options);
  element.addEventListener("pointermove", move, options);
  element.addEventListener(
    "pointerup",
    (event) => {
      if (drag?.pointerId !== event.pointerId) return;
      const tapped = !drag.moved;
      end(true);
      const reachPx = event.pointerType === "touch" ? FINGER_REACH_PX : POINTER_REACH_PX;
      if (tapped) listener.onTap(at(element, event), reachPx);
    },
    options,
  );
  // A menu of the browser may swallow the end of a drag, but not that of its capture.
  for (const type of ["pointercancel", "lostpointercapture"] as const) {
    element.addEventListener(type, ({ pointerId }) => drag?.pointerId === pointerId && end(false), options);
  }
  element.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || !drag?.moved) return;
      end(false);
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { ...options, capture: true },
  );
  element.addEventListener("pointerleave", () => listener.onHover(null), options);
}

function grip(element: HTMLElement, touches: TouchList): Grip {
  const points = [...touches].slice(0, 2).map((touch) => at(element, touch));
  const [a, b] = [points[0] as readonly [number, number], points[1] ?? (points[0] as readonly [number, number])];
  return { x: (a[0] + b[0]) / 2, y: (a[1] + b[1]) / 2, spread: Math.hypot(a[0] - b[0], a[1] - b[1]) };
}

/** What a tap has opened under the finger is not to take the click that browsers send after it. */
function isCovered(element: HTMLElement, finger: Touch | undefined): boolean {
  const root = element.getRootNode() as Document | ShadowRoot;
  return finger !== undefined && root.elementFromPoint(finger.clientX, finger.clientY) !== element;
}

function listenToTouch(element: HTMLElement, { listener, modes, options }: Wiring): void {
  let last: Grip | null = null;
  let start: Grip | null = null;
  let moved = false;
  const begin = (event: TouchEvent) => {
    last = grip(element, event.targetTouches);
    if (event.targetTouches.length > 1) moved = true;
    else {
      start = last;
      moved = false;
    }
    if (event.targetTouches.length > 1) event.preventDefault();
  };
  const move = (event: TouchEvent) => {
    const now = grip(element, event.targetTouches);
    const before = last;
    last = now;
    if (start !== null && Math.hypot(now.x - start.x, now.y - start.y) > CLICK_TOLERANCE_PX * 2) moved = true;
    const fingers = event.targetTouches.length;
    if (before === null || (fingers < 2 && (modes.cooperative() || modes.selecting() || !moved))) return;
    event.preventDefault();
    listener.onPan(now.x - before.x, now.y - before.y);
    if (now.spread > 0 && before.spread > 0) listener.onZoom(Math.log2(now.spread / before.spread), [now.x, now.y]);
  };
  const end = (event: TouchEvent) => {
    const left = event.targetTouches.length;
    if (left === 0 && !moved && start !== null && !modes.selecting())
      listener.onTap([start.x, start.y], FINGER_REACH_PX);
    if (isCovered(element, event.changedTouches[0])) event.preventDefault();
    last = left > 0 ? grip(element, event.targetTouches) : null;
    if (left === 0) start = null;
  };
  element.addEventListener("touchstart", begin, options);
  element.addEventListener("touchmove", move, options);
  element.addEventListener("touchend", end, options);
  element.addEventListener(
    "touchcancel",
    () => {
      last = null;
      start = null;
    },
    options,
  );
}
