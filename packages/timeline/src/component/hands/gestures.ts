import { createPress, listenToPress, type PressHandlers, wheelMove } from "@whenwhere/view";
import { createHold } from "./hold.ts";
import { createPinch, type Point } from "./pinch.ts";

/** What the hand did on a surface, in CSS pixels of it: x along the time, y across it. */
export interface GestureHandlers extends PressHandlers {
  /** Time runs downward: x and y are swapped. */
  upright(): boolean;
  /** Zoom by `factor` (< 1 = closer) at a point. */
  zoom(factor: number, xPx: number): void;
  pan(byPx: number): void;
  click(xPx: number, yPx: number): void;
  doubleClick(xPx: number): void;
  hover(xPx: number, yPx: number): void;
  leave(): void;
  /** A finger rests on one point. The press is no click then. */
  hold(xPx: number, yPx: number): void;
}

/** Where hands are read. */
export interface GestureElements {
  readonly on: HTMLElement;
  /** Its pixels are told. */
  readonly within: HTMLElement;
  /** Has the keyboard after a press: its Escape gives a drag up. */
  readonly keys: HTMLElement;
}

/**
 * Wheel, pointer and touch on one element. A plain wheel is left to the page; Ctrl or Cmd and trackpad pinch zoom;
 * Shift and horizontal wheel pan, normalised and clamped. One finger drags sideways (the page keeps the vertical), two pinch.
 * Returns the undo.
 */
export function attachGestures({ on: surface, within, keys }: GestureElements, handlers: GestureHandlers): () => void {
  const abort = new AbortController();
  const { signal } = abort;
  const hold = createHold((xPx, yPx) => handlers.hold(xPx, yPx));
  const pinch = createPinch((factor, xPx) => handlers.zoom(factor, xPx));
  const press = createPress(surface, handlers);
  const local = (event: MouseEvent): Point => {
    const box = within.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    return handlers.upright() ? { x: y, y: x } : { x, y };
  };
  const onDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const at = local(event);
    hold.stop();
    if (pinch.down(event.pointerId, at)) {
      press.cancel();
      return;
    }
    press.down(event, at);
    if (event.pointerType === "touch") hold.start(at.x, at.y);
  };
  const onMove = (event: PointerEvent): void => {
    const at = local(event);
    if (pinch.move(event.pointerId, at)) return;
    const isPressed = press.move(event, at);
    if (press.isDrag) hold.stop();
    if (isPressed) return;
    if (event.type === "pointerleave") handlers.leave();
    // A finger that is left of a pinch points at nothing.
    else if (event.pointerType !== "touch") handlers.hover(at.x, at.y);
  };
  const onUp = (event: PointerEvent): void => {
    hold.stop();
    pinch.up(event.pointerId);
    const isHeld = hold.end();
    if (!press.up(event) || isHeld) return;
    const { x, y } = local(event);
    handlers.click(x, y);
  };
  const onWheel = (event: WheelEvent): void => {
    const move = wheelMove(event);
    if (move === null) return;
    event.preventDefault();
    if ("factor" in move) handlers.zoom(move.factor, local(event).x);
    else handlers.pan(move.panPx);
  };
  listenToPress(surface, press, { keys, signal, down: onDown, move: onMove, up: onUp });
  surface.addEventListener("dblclick", (event) => handlers.doubleClick(local(event).x), { signal });
  surface.addEventListener("wheel", onWheel, { signal, passive: false });
  // A finger that rests asks for the words of a mark, not for the menu of the page.
  surface.addEventListener("contextmenu", (event) => hold.isOn && event.preventDefault(), { signal });
  return () => {
    hold.stop();
    abort.abort();
  };
}
