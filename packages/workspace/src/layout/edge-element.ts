import { type FrameScheduler, h, type Words } from "@whenwhere/view";
import type { Divider } from "./layout-grid.ts";

/** What an edge between two panes is made with, and what the hand on it does. */
export interface EdgeOptions {
  readonly root: HTMLElement;
  readonly words: Words;
  readonly frame: FrameScheduler;
  /** Id of the pane before it. */
  readonly controls: string;
  /** Moves it, from where the tracks are or were; see {@link measured}. */
  move(byPx: number, base: readonly number[]): void;
  /** As the preset has it. */
  reset(): void;
  /** Puts the pane before it away. */
  hide(): void;
}

/** The header is the first row of the grid. */
const ROWS_ABOVE = 1;

const STEP_PX = 16;
const LEAP_PX = 80;
function pxOf(list: string): number[] {
  return [...list.matchAll(/(-?[\d.]+)px/g)].map((match) => Number(match[1]));
}

/** Widths or heights of the tracks as the browser laid them out, header aside. */
export function measured(root: HTMLElement, axis: Divider["axis"]): readonly number[] {
  const style = getComputedStyle(root);
  if (axis === "columns") return pxOf(style.gridTemplateColumns);
  return pxOf(style.gridTemplateRows).slice(ROWS_ABOVE);
}

function placeOf({ axis, index, from, to }: Divider): Readonly<Record<string, string>> {
  const own = `${index + 1}/${index + 2}`;
  const other = `${from + 1}/${to + 1}`;
  const shifted = (lines: string): string => lines.replace(/\d+/g, (line) => String(Number(line) + ROWS_ABOVE));
  return axis === "columns"
    ? { "grid-column": own, "grid-row": shifted(other) }
    : { "grid-row": shifted(own), "grid-column": other };
}

/** How far a key moves an edge; to the least or the greatest for Home and End. Null when it moves none. */
function keyStep(event: KeyboardEvent, axis: Divider["axis"], rtl: boolean): number | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.key === "Home") return Number.NEGATIVE_INFINITY;
  if (event.key === "End") return Number.POSITIVE_INFINITY;
  const step = event.shiftKey ? LEAP_PX : STEP_PX;
  if (axis === "rows") return event.key === "ArrowDown" ? step : event.key === "ArrowUp" ? -step : null;
  const sign = rtl ? -1 : 1;
  return event.key === "ArrowRight" ? sign * step : event.key === "ArrowLeft" ? -sign * step : null;
}

interface Drag {
  readonly edge: HTMLElement;
  readonly axis: Divider["axis"];
  readonly isRtl: boolean;
  readonly frame: FrameScheduler;
  /** How far from where the gesture began, in the reading direction; at most once a frame. */
  readonly onMove: (byPx: number) => void;
}

/** Follows the pointer that was put on an edge; Esc takes the gesture back. */
function drag({ edge, axis, isRtl, frame, onMove }: Drag, start: PointerEvent): void {
  const sign = axis === "columns" && isRtl ? -1 : 1;
  const at = (event: PointerEvent): number => (axis === "columns" ? event.clientX : event.clientY);
  const from = at(start);
  let byPx = 0;
  const apply = (): void => onMove(byPx);
  const abort = new AbortController();
  const { signal } = abort;
  const end = (): void => {
    frame.flush();
    abort.abort();
    delete edge.dataset.dragged;
  };
  const follow = (event: PointerEvent): void => {
    byPx = sign * (at(event) - from);
    frame.request(apply);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    byPx = 0;
    apply();
    end();
  };
  edge.dataset.dragged = "";
  edge.setPointerCapture(start.pointerId);
  edge.addEventListener("pointermove", follow, { signal });
  edge.addEventListener("lostpointercapture", end, { signal });
  edge.addEventListener("keydown", onKey, { signal });
}

/** A separator that the pointer drags and the keys move. Who made it says where it is. */
export function edgeElement(divider: Divider, options: EdgeOptions): HTMLElement {
  const { root, words, frame, move, reset, hide } = options;
  const { axis, before, after } = divider;
  const label = words.t("layout.divider", { before: words.t(`pane.${before}`), after: words.t(`pane.${after}`) });
  const isRtl = words.dir === "rtl";
  const onKey = (event: KeyboardEvent): void => {
    const step = keyStep(event, axis, isRtl);
    if (step !== null) move(step, measured(root, axis));
    else if (event.key === "Enter") hide();
    else if (event.key === "Delete") reset();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    event.preventDefault();
    edge.focus({ preventScroll: true });
    const base = measured(root, axis);
    drag({ edge, axis, isRtl, frame, onMove: (byPx) => move(byPx, base) }, event);
  };
  const edge = h("div", {
    class: `ww-ws-divider ww-ws-divider-${axis}`,
    role: "separator",
    tabindex: 0,
    "aria-orientation": axis === "columns" ? "vertical" : "horizontal",
    "aria-label": label,
    "aria-valuemin": 0,
    "aria-valuemax": 100,
    "aria-controls": options.controls,
    title: `${label}. ${words.t("layout.divider.help")}`,
    style: placeOf(divider),
    onpointerdown: onDown,
    ondblclick: reset,
    onkeydown: onKey,
  });
  return edge;
}
