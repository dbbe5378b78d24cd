import { createPress, listenToPress, wheelMove } from "@whenwhere/view";
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

type Point = readonly [x: number, y: number];

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

function onWheel(event: WheelEvent, point: readonly [number, number], listener: GestureListener): void {
  const move = wheelMove(event);
  if (move === null) return;
  event.preventDefault();
  if ("factor" in move) listener.onZoom(-Math.log2(move.factor), point);
  else listener.onPan(-move.panPx, 0);
}

interface Wiring {
  readonly listener: GestureListener;
  readonly modes: GestureModes;
  readonly options: AddEventListenerOptions & { readonly signal: AbortSignal };
}

/** From where a drag began to where it is. */
function boxOf(line: readonly Point[]): BoxPx {
  const [[x0, y0], [x1, y1]] = [line[0], line.at(-1)] as [Point, Point];
  return { x0: Math.min(x0, x1), y0: Math.min(y0, y1), x1: Math.max(x0, x1), y1: Math.max(y0, y1) };
}

function listenToPointer(element: HTMLElement, { listener, modes, options }: Wiring): void {
  let selects = false;
  /** Where the drag has been. */
  const line: Point[] = [];
  const press = createPress(element, {
    dragStart({ xPx, yPx, shift }) {
      selects = shift || modes.selecting();
      line.splice(0, line.length, [xPx, yPx]);
      element.dataset.dragging = "";
    },
    drag(x, y) {
      const [lastX, lastY] = line.at(-1) as Point;
      line.push([x, y]);
      if (selects) listener.onBox(boxOf(line), false, line);
      else listener.onPan(x - lastX, y - lastY);
    },
    dragEnd(cancelled) {
      delete element.dataset.dragging;
      if (selects) listener.onBox(cancelled ? null : boxOf(line), true, line);
    },
  });
  const pointOf = (event: MouseEvent) => {
    const [x, y] = at(element, event);
    return { x, y };
  };
  const onDown = (event: PointerEvent): void => {
    // A second finger takes the drawing for a pinch.
    if (press.isDown) press.cancel();
    // A finger that moves the map is read from touch events, which alone can keep the page from scrolling.
    // One that draws was asked to, by the switch in sight.
    else if (event.button === 0 && event.target === element && (event.pointerType !== "touch" || modes.selecting()))
      press.down(event, pointOf(event));
  };
  const onMove = (event: PointerEvent): void => {
    const isPressed = press.move(event, pointOf(event));
    if (!isPressed && event.pointerType !== "touch")
      listener.onHover(event.type === "pointerleave" ? null : at(element, event));
  };
  const onUp = (event: PointerEvent): void => {
    const reachPx = event.pointerType === "touch" ? FINGER_REACH_PX : POINTER_REACH_PX;
    if (press.up(event)) listener.onTap(at(element, event), reachPx);
  };
  listenToPress(element, press, { ...options, down: onDown, move: onMove, up: onUp });
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
    // A touch that the page scrolls by already cannot be taken from it.
    if (event.cancelable) event.preventDefault();
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
