import { createHold } from "./hold.ts";
import { createPinch } from "./pinch.ts";
import { wheelMove } from "./wheel.ts";

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

/** A button or finger that is down. */
interface Press {
  readonly x: number;
  readonly y: number;
  readonly shift: boolean;
  /** It has moved far enough to be a drag, and is no click any more. */
  isDrag: boolean;
}

/**
 * Wheel, pointer and touch on one element. A plain wheel is left to the page; Ctrl or Cmd and trackpad pinch zoom;
 * Shift and horizontal wheel pan, normalised and clamped. One finger drags sideways (the page keeps the vertical), two pinch.
 * Returns the undo.
 */
export function attachGestures(surface: HTMLElement, handlers: GestureHandlers): () => void {
  const abort = new AbortController();
  const { signal } = abort;
  const hold = createHold((xPx, yPx) => handlers.hold(xPx, yPx));
  const pinch = createPinch((factor, xPx) => handlers.zoom(factor, xPx));
  let press: Press | null = null;
  const local = (event: MouseEvent): { x: number; y: number } => {
    const box = surface.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    return handlers.upright() ? { x: y, y: x } : { x, y };
  };
  const endPress = (cancelled: boolean): void => {
    if (press?.isDrag) handlers.dragEnd(cancelled);
    press = null;
  };
  const onDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const at = local(event);
    if (pinch.down(event.pointerId, at)) {
      hold.stop();
      endPress(true);
      return;
    }
    press = { ...at, shift: event.shiftKey, isDrag: false };
    if (event.pointerType === "touch") hold.start(at.x, at.y);
  };
  const onMove = (event: PointerEvent): void => {
    const at = local(event);
    if (pinch.move(event.pointerId, at)) return;
    if (press === null) {
      handlers.hover(at.x, at.y);
      return;
    }
    if (!press.isDrag && Math.hypot(at.x - press.x, at.y - press.y) >= DRAG_FROM_PX) {
      press.isDrag = true;
      hold.stop();
      surface.setPointerCapture(event.pointerId);
      handlers.dragStart({ xPx: press.x, yPx: press.y, shift: press.shift });
    }
    if (press.isDrag) handlers.drag(at.x, at.y);
  };
  const onUp = (event: PointerEvent): void => {
    hold.stop();
    if (!pinch.up(event.pointerId) || press === null) return;
    const at = local(event);
    const isClick = !hold.end() && !press.isDrag && event.type === "pointerup";
    endPress(event.type === "pointercancel");
    if (isClick) handlers.click(at.x, at.y);
  };
  const onWheel = (event: WheelEvent): void => {
    const move = wheelMove(event);
    if (move === null) return;
    event.preventDefault();
    if ("factor" in move) handlers.zoom(move.factor, local(event).x);
    else handlers.pan(move.panPx);
  };
  surface.addEventListener("pointerdown", onDown, { signal });
  surface.addEventListener("pointermove", onMove, { signal });
  surface.addEventListener("pointerup", onUp, { signal });
  surface.addEventListener("pointercancel", onUp, { signal });
  surface.addEventListener("pointerleave", () => press === null && handlers.leave(), { signal });
  surface.addEventListener("dblclick", (event) => handlers.doubleClick(local(event).x), { signal });
  surface.addEventListener("wheel", onWheel, { signal, passive: false });
  // A finger that rests asks for the words of a mark, not for the menu of the page.
  surface.addEventListener("contextmenu", (event) => hold.isOn && event.preventDefault(), { signal });
  return () => {
    hold.stop();
    abort.abort();
  };
}
