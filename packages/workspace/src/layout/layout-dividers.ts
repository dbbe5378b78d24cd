import { createFrameScheduler, h, setStyle, type Words } from "@whenwhere/view";
import { edgeElement, measured } from "./edge-element.ts";
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

/**
 * Edges that the pointer drags and the arrow keys move (Shift: farther; Home, End: as far as it goes; Enter: the pane before
 * the edge is put away; double click or Delete: as the preset has it).
 */
export function layoutDividers(options: DividersOptions): LayoutDividers {
  const { root, words, panes, grid, onSizes, onReset, onHide } = options;
  const element = h("div", { class: "ww-ws-dividers" });
  const frame = createFrameScheduler();
  let edges: readonly (readonly [Divider, HTMLElement])[] = [];

  const move = (divider: Divider, byPx: number, base: readonly number[]): void => {
    const now = grid();
    if (now === null) return;
    const tracks = now[divider.axis];
    onSizes(movedSizes(tracks, base, { index: divider.index, byPx }));
  };
  const reset = ({ axis, index }: Divider): void => {
    const tracks = grid()?.[axis] ?? [];
    // Shares are relative: one of them alone cannot go back.
    const names = tracks.filter((track, at) => track.unit === "share" || at === index || at === index + 1);
    onReset(names.map(({ name }) => name));
  };
  const edgeOf = (divider: Divider): HTMLElement =>
    edgeElement(divider, {
      root,
      words,
      frame,
      controls: panes[divider.before].id,
      move: (byPx, base) => move(divider, byPx, base),
      reset: () => reset(divider),
      hide: () => onHide(divider.before),
    });
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
