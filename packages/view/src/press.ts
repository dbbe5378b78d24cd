/** In pixels of a surface. */
export interface PressPoint {
  readonly x: number;
  readonly y: number;
}

/** What a press may become. */
export interface PressHandlers {
  /** A drag in progress; `shift` swaps what dragging does. */
  dragStart(at: { readonly xPx: number; readonly yPx: number; readonly shift: boolean }): void;
  drag(xPx: number, yPx: number): void;
  dragEnd(cancelled: boolean): void;
}

/** One button or finger that is down on a surface; what other pointers do meanwhile is not of it. */
export interface Press {
  readonly isDown: boolean;
  readonly isDrag: boolean;
  down(event: PointerEvent, at: PressPoint): void;
  /** It moves or leaves the surface, which makes it a drag; false while nothing is down. */
  move(event: PointerEvent, at: PressPoint): boolean;
  /** It is let go; true when it was a click. */
  up(event: PointerEvent): boolean;
  /** Escape gives a drag up; the key is its own then. */
  key(event: KeyboardEvent): void;
  /** It is given up, by its owner or by the browser. */
  cancel(): void;
}

const DRAG_FROM_PX = 4;

interface Down extends PressPoint {
  readonly id: number;
  readonly shift: boolean;
  isDrag: boolean;
}

/** A drag has the pointer wherever it goes, until it is let go. */
export function createPress(surface: HTMLElement, handlers: PressHandlers): Press {
  let now: Down | null = null;
  const end = (cancelled: boolean): void => {
    const was = now;
    now = null;
    if (was?.isDrag) handlers.dragEnd(cancelled);
  };
  return {
    get isDown() {
      return now !== null;
    },
    get isDrag() {
      return now?.isDrag === true;
    },
    down({ pointerId, shiftKey }, at) {
      now = { ...at, id: pointerId, shift: shiftKey, isDrag: false };
    },
    move({ pointerId, type }, { x, y }) {
      if (now === null || pointerId !== now.id) return now !== null;
      if (!now.isDrag && (type === "pointerleave" || Math.hypot(x - now.x, y - now.y) >= DRAG_FROM_PX)) {
        now.isDrag = true;
        surface.setPointerCapture(pointerId);
        handlers.dragStart({ xPx: now.x, yPx: now.y, shift: now.shift });
      }
      if (now.isDrag) handlers.drag(x, y);
      return true;
    },
    up({ pointerId, type }) {
      if (pointerId !== now?.id) return false;
      const isClick = !now.isDrag && type === "pointerup";
      end(type !== "pointerup");
      return isClick;
    },
    key(event) {
      if (event.key !== "Escape" || !now?.isDrag) return;
      end(true);
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    cancel: () => end(true),
  };
}

/** What is done with the events that make a press, on a surface whose keys are heard by it or by `keys`, until `signal` ends it. */
export interface PressListener {
  readonly keys?: HTMLElement;
  readonly signal: AbortSignal;
  down(event: PointerEvent): void;
  /** Over the surface, or away from it. */
  move(event: PointerEvent): void;
  up(event: PointerEvent): void;
}

/** Hears all that makes a press. */
export function listenToPress(surface: HTMLElement, press: Press, on: PressListener): void {
  const { keys = surface, signal } = on;
  surface.addEventListener("pointerdown", on.down, { signal });
  for (const type of ["pointermove", "pointerleave"] as const) surface.addEventListener(type, on.move, { signal });
  // A menu of the browser may swallow the first two, but not the end of a capture.
  for (const type of ["pointerup", "pointercancel", "lostpointercapture"] as const)
    surface.addEventListener(type, on.up, { signal });
  keys.addEventListener("keydown", press.key, { signal, capture: true });
}
