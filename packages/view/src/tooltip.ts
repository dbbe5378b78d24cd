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

function place(element: HTMLElement, container: HTMLElement, { x, y, widthPx = 0, heightPx = 0 }: TooltipAnchor): void {
  setStyle(element, { position: null });
  // Higher than its view, which would cut it, it stands in the window of the page.
  const isHigh = element.offsetHeight + 2 * EDGE_PX > container.clientHeight;
  if (isHigh) setStyle(element, { position: "fixed", left: "0", top: "0" });
  const room = isHigh ? document.documentElement : container;
  const view = container.getBoundingClientRect();
  // An ancestor that is transformed moves what is fixed with it.
  const origin = isHigh ? element.getBoundingClientRect() : view;
  const [leastX, leastY] = isHigh ? [-view.left, -view.top] : [0, 0];
  const { offsetWidth, offsetHeight } = element;
  const within = (px: number, least: number, sparePx: number): number =>
    Math.round(Math.max(least + EDGE_PX, Math.min(px, least + sparePx - EDGE_PX)));
  const above = y - GAP_PX - offsetHeight;
  const clear = Math.round(above < leastY ? y + heightPx + GAP_PX : above);
  const top = within(clear, leastY, room.clientHeight - offsetHeight);
  const left = within(x + (widthPx - offsetWidth) / 2, leastX, room.clientWidth - offsetWidth);
  setStyle(element, {
    left: `${left + view.left - origin.left}px`,
    top: `${top + view.top - origin.top}px`,
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
