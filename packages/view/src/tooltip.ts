import { type Child, h, ownId, replaceChildren, setStyle } from "./dom.ts";

/** Where a tooltip points, in CSS pixels of its container; it stands clear of the box. */
export interface TooltipAnchor {
  readonly x: number;
  readonly y: number;
  readonly widthPx?: number;
  readonly heightPx?: number;
}

/** One tooltip of a view. Dismissible with Esc, hoverable, and it stays until hover or focus ends (WCAG 1.4.13). */
export interface Tooltip {
  readonly element: HTMLElement;
  /** Id for `aria-describedby`. */
  readonly id: string;
  readonly visible: boolean;
  show(content: Child, anchor: TooltipAnchor): void;
  /** Hides after a moment in which the pointer may move onto the tooltip; `now` skips it. */
  hide(now?: boolean): void;
  destroy(): void;
}

const GRACE_MS = 140;
const GAP_PX = 8;
/** Between a tooltip and the edge of its room. */
const EDGE_PX = 4;

/** Where tooltips of a view may stand, in pixels of the view. */
interface Room {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function place(element: HTMLElement, container: HTMLElement, anchor: TooltipAnchor): void {
  setStyle(element, { position: null });
  const { clientWidth: width, clientHeight: height } = container;
  if (element.offsetHeight + 2 * EDGE_PX <= height) {
    placeIn({ x: 0, y: 0, width, height }, element, anchor);
    return;
  }
  // Higher than its view, which cuts what hangs out: it stands in the window of the page, as wide as anywhere.
  setStyle(element, { position: "fixed", left: "0", top: "0" });
  const { left, top } = container.getBoundingClientRect();
  const origin = element.getBoundingClientRect();
  const page = document.documentElement;
  placeIn({ x: -left, y: -top, width: page.clientWidth, height: page.clientHeight }, element, anchor);
  // An ancestor that is transformed moves what is fixed with it.
  const [x, y] = [left - origin.left, top - origin.top];
  const { left: ownX, top: ownY } = element.style;
  setStyle(element, { left: `${Number.parseFloat(ownX) + x}px`, top: `${Number.parseFloat(ownY) + y}px` });
}

function placeIn(room: Room, element: HTMLElement, { x, y, widthPx = 0, heightPx = 0 }: TooltipAnchor): void {
  const own = { width: element.offsetWidth, height: element.offsetHeight };
  const above = y - GAP_PX - own.height;
  const below = y + heightPx + GAP_PX;
  const clear = Math.round(above < room.y ? below : above);
  const within = (px: number, at: "x" | "y", size: "width" | "height"): number =>
    Math.round(Math.max(room[at] + EDGE_PX, Math.min(px, room[at] + room[size] - own[size] - EDGE_PX)));
  const top = within(clear, "y", "height");
  setStyle(element, {
    left: `${within(x + widthPx / 2 - own.width / 2, "x", "width")}px`,
    top: `${top}px`,
    // In a low view it is whole, and lies over what it tells of: that can be pressed.
    "pointer-events": top < clear ? "none" : null,
  });
}

/** Adds a hidden tooltip to `container`, which must be positioned. Put text into it as text, never as markup. */
export function createTooltip(container: HTMLElement): Tooltip {
  const id = ownId("ww-tip");
  const element = h("div", { class: "ww-tooltip", role: "tooltip", id, hidden: true });
  container.appendChild(element);
  let timer: ReturnType<typeof setTimeout> | null = null;

  const stopTimer = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const close = (): void => {
    stopTimer();
    if (element.hidden) return;
    element.hidden = true;
    window.removeEventListener("keydown", onKey, true);
  };
  // A hovered tooltip has no focus of its own, so Esc is heard on the window, but only while it is shown.
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === "Escape") close();
  };
  element.addEventListener("pointerenter", stopTimer);
  element.addEventListener("pointerleave", close);

  return {
    element,
    id,
    get visible() {
      return !element.hidden;
    },
    show(content, anchor) {
      stopTimer();
      replaceChildren(element, content);
      if (element.hidden) window.addEventListener("keydown", onKey, true);
      element.hidden = false;
      place(element, container, anchor);
    },
    hide(now = false) {
      stopTimer();
      if (now) close();
      else timer = setTimeout(close, GRACE_MS);
    },
    destroy() {
      close();
      element.remove();
    },
  };
}
