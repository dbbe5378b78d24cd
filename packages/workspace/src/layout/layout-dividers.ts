import { createFrameScheduler, type FrameScheduler, h, setStyle, type Words } from "@whenwhere/view";
import { type Divider, dividersOf, type LayoutGrid, movedSizes } from "./layout-grid.ts";
import type { Pane } from "./layout-preset.ts";

/** What the edges of the panes are made with. */
export interface DividersOptions {
  readonly root: HTMLElement;
  readonly words: Words;
  readonly panes: Readonly<Record<Pane, HTMLElement>>;
  /** The grid as it stands; null on a phone. */
  readonly grid: () => LayoutGrid | null;
  /** New sizes of tracks. `isLast` at the end of a gesture. */
  readonly onSizes: (sizes: Readonly<Record<string, number>>) => void;
  /** The sizes of these tracks as the preset has them. */
  readonly onReset: (tracks: readonly string[]) => void;
  readonly onHide: (pane: Pane) => void;
}

/** The movable edges between the panes. */
export interface LayoutDividers {
  /** A wrapper without a box of its own; its children are items of the grid. */
  readonly element: HTMLElement;
  /** Makes the edges of another grid. */
  rebuild(): void;
  /** Says anew where the edges are. */
  refresh(): void;
  destroy(): void;
}

const STEP_PX = 16;
const LEAP_PX = 80;
/** The header is the first row of the grid. */
const ROWS_ABOVE = 1;

function pxOf(list: string): number[] {
  return [...list.matchAll(/(-?[\d.]+)px/g)].map((match) => Number(match[1]));
}

/** Widths or heights of the tracks as the browser laid them out, header aside. */
function measured(root: HTMLElement, axis: Divider["axis"]): readonly number[] {
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

/**
 * Edges that the pointer drags and the arrow keys move (Shift: farther; Home, End: as far as it goes; Enter: the pane before
 * the edge is put away; double click or Delete: as the preset has it).
 */
export function layoutDividers(options: DividersOptions): LayoutDividers {
  const { root, words, panes, grid, onSizes, onReset, onHide } = options;
  const element = h("div", { class: "ww-ws-dividers" });
  const frame = createFrameScheduler();
  let edges: readonly (readonly [Divider, HTMLElement])[] = [];

  const move = (divider: Divider, byPx: number, base?: readonly number[]): void => {
    const now = grid();
    if (now === null) return;
    const tracks = now[divider.axis];
    onSizes(movedSizes(tracks, base ?? measured(root, divider.axis), { index: divider.index, byPx }));
  };
  const reset = ({ axis, index }: Divider): void => {
    const tracks = grid()?.[axis] ?? [];
    // Shares are relative: one of them alone cannot go back.
    const names = tracks.filter((track, at) => track.unit === "share" || at === index || at === index + 1);
    onReset(names.map(({ name }) => name));
  };
  const onKey = (divider: Divider, event: KeyboardEvent): void => {
    const step = keyStep(event, divider.axis, words.dir === "rtl");
    if (step !== null) move(divider, step);
    else if (event.key === "Enter") onHide(divider.before);
    else if (event.key === "Delete") reset(divider);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const edgeOf = (divider: Divider): HTMLElement => {
    const names = { before: words.t(`pane.${divider.before}`), after: words.t(`pane.${divider.after}`) };
    const label = words.t("layout.divider", names);
    const edge = h("div", {
      class: `ww-ws-divider ww-ws-divider-${divider.axis}`,
      role: "separator",
      tabindex: 0,
      "aria-orientation": divider.axis === "columns" ? "vertical" : "horizontal",
      "aria-label": label,
      "aria-valuemin": 0,
      "aria-valuemax": 100,
      "aria-controls": panes[divider.before].id,
      title: `${label}. ${words.t("layout.divider.help")}`,
      style: placeOf(divider),
      onpointerdown: (event: PointerEvent) => {
        if (event.button !== 0) return;
        event.preventDefault();
        edge.focus({ preventScroll: true });
        const base = measured(root, divider.axis);
        const isRtl = words.dir === "rtl";
        drag({ edge, axis: divider.axis, isRtl, frame, onMove: (byPx) => move(divider, byPx, base) }, event);
      },
      ondblclick: () => reset(divider),
      onkeydown: (event: KeyboardEvent) => onKey(divider, event),
    });
    return edge;
  };
  const refresh = (): void => {
    if (edges.length === 0) return;
    const sizes = { columns: measured(root, "columns"), rows: measured(root, "rows") };
    for (const [{ axis, index }, edge] of edges) {
      const [one = 0, two = 0] = sizes[axis].slice(index, index + 2);
      const now = one + two === 0 ? 0 : Math.round((100 * one) / (one + two));
      edge.setAttribute("aria-valuenow", String(now));
      edge.setAttribute("aria-valuetext", words.t("layout.divider.value", { n: now }));
    }
  };
  const rebuild = (): void => {
    const now = grid();
    const kept = document.activeElement === null ? null : edges.find(([, edge]) => edge.matches(":focus"))?.[0];
    edges = (now === null ? [] : dividersOf(now)).map((divider) => [divider, edgeOf(divider)] as const);
    element.replaceChildren(...edges.map(([, edge]) => edge));
    const same = edges.find(([{ axis, before, after }]) => {
      return kept?.axis === axis && kept.before === before && kept.after === after;
    });
    same?.[1].focus({ preventScroll: true });
    refresh();
  };
  return {
    element,
    rebuild,
    refresh,
    destroy() {
      frame.destroy();
      setStyle(root, { "grid-template": null });
      element.remove();
    },
  };
}
