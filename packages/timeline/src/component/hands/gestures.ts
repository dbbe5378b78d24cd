/** What the hand did on a surface, in CSS pixels of it: x along the time, y across it. */
export interface GestureHandlers {
  /** Time runs downward: x and y are swapped. */
  upright(): boolean;
  /** Zoom by `factor` (< 1 = closer) at a point. */
  zoom(factor: number, xPx: number): void;
  pan(byPx: number): void;
  /** A drag in progress; `shift` swaps what dragging does. Return value of `dragStart` is handed on. */
  dragStart(at: { readonly xPx: number; readonly yPx: number; readonly shift: boolean }): void;
  drag(xPx: number, yPx: number): void;
  dragEnd(cancelled: boolean): void;
  click(xPx: number, yPx: number): void;
  doubleClick(xPx: number): void;
  hover(xPx: number, yPx: number): void;
  leave(): void;
  /** A finger rests on one point. The press is no click then. */
  hold(xPx: number, yPx: number): void;
}

const DRAG_FROM_PX = 4;
const WHEEL_MAX_PX = 120;
/** One notch of a wheel zooms by a third at most, whatever the device sends. */
const ZOOM_PER_PX = 0.01;
const ZOOM_MAX = 0.3;
const HOLD_MS = 500;

/**
 * Wheel, pointer and touch on one element. A plain wheel is left to the page; Ctrl or Cmd and trackpad pinch zoom;
 * Shift and horizontal wheel pan, normalised and clamped. One finger drags sideways (the page keeps the vertical), two pinch.
 * Returns the undo.
 */
export function attachGestures(surface: HTMLElement, handlers: GestureHandlers): () => void {
  const abort = new AbortController();
  const { signal } = abort;
  const pointers = new Map<number, { x: number; y: number }>();
  let start: { x: number; y: number; shift: boolean } | null = null;
  let dragging = false;
  let pinchPx = 0;
  let holdTimer: ReturnType<typeof setTimeout> | null = null;
  let held = false;

  const local = (event: MouseEvent): { x: number; y: number } => {
    const box = surface.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    return handlers.upright() ? { x: y, y: x } : { x, y };
  };
  const stopHold = (): void => {
    if (holdTimer !== null) clearTimeout(holdTimer);
    holdTimer = null;
  };
  const startHold = (at: { readonly x: number; readonly y: number }): void => {
    stopHold();
    held = false;
    holdTimer = setTimeout(() => {
      held = true;
      handlers.hold(at.x, at.y);
    }, HOLD_MS);
  };
  const stopDrag = (cancelled: boolean): void => {
    if (dragging) handlers.dragEnd(cancelled);
    dragging = false;
    start = null;
  };
  const pinch = (): void => {
    const [a, b] = [...pointers.values()];
    if (a === undefined || b === undefined) return;
    const awayPx = Math.max(Math.abs(a.x - b.x), 12);
    if (pinchPx > 0) handlers.zoom(pinchPx / awayPx, (a.x + b.x) / 2);
    pinchPx = awayPx;
  };
  const onDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const at = local(event);
    pointers.set(event.pointerId, at);
    if (pointers.size === 2) {
      stopHold();
      stopDrag(true);
      pinchPx = 0;
      pinch();
      return;
    }
    start = { ...at, shift: event.shiftKey };
    if (event.pointerType === "touch") startHold(at);
  };
  const onMove = (event: PointerEvent): void => {
    const at = local(event);
    if (pointers.has(event.pointerId)) pointers.set(event.pointerId, at);
    if (pointers.size === 2) {
      pinch();
      return;
    }
    if (start === null) {
      handlers.hover(at.x, at.y);
      return;
    }
    if (!dragging && Math.hypot(at.x - start.x, at.y - start.y) >= DRAG_FROM_PX) {
      dragging = true;
      stopHold();
      surface.setPointerCapture(event.pointerId);
      handlers.dragStart({ xPx: start.x, yPx: start.y, shift: start.shift });
    }
    if (dragging) handlers.drag(at.x, at.y);
  };
  const onUp = (event: PointerEvent): void => {
    stopHold();
    const known = pointers.delete(event.pointerId);
    if (!known || start === null) return;
    const at = local(event);
    const click = !dragging && !held && event.type === "pointerup";
    held = false;
    stopDrag(event.type === "pointercancel");
    if (click) handlers.click(at.x, at.y);
  };
  const onWheel = (event: WheelEvent): void => {
    const unit = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? 400 : 1;
    const clamp = (value: number): number => Math.min(Math.max(value * unit, -WHEEL_MAX_PX), WHEEL_MAX_PX);
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      // A trackpad's pinch sends many small steps, a wheel one large one.
      const step = Math.min(Math.max(clamp(event.deltaY) * ZOOM_PER_PX, -ZOOM_MAX), ZOOM_MAX);
      handlers.zoom(Math.exp(step), local(event).x);
      return;
    }
    const sideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
    if (!sideways) return;
    event.preventDefault();
    handlers.pan(clamp(event.deltaX === 0 ? event.deltaY : event.deltaX));
  };
  surface.addEventListener("pointerdown", onDown, { signal });
  surface.addEventListener("pointermove", onMove, { signal });
  surface.addEventListener("pointerup", onUp, { signal });
  surface.addEventListener("pointercancel", onUp, { signal });
  surface.addEventListener("pointerleave", () => start === null && handlers.leave(), { signal });
  surface.addEventListener("dblclick", (event) => handlers.doubleClick(local(event).x), { signal });
  surface.addEventListener("wheel", onWheel, { signal, passive: false });
  // A finger that rests asks for the words of a mark, not for the menu of the page.
  surface.addEventListener("contextmenu", (event) => (held || holdTimer !== null) && event.preventDefault(), {
    signal,
  });
  return () => {
    stopHold();
    abort.abort();
  };
}
