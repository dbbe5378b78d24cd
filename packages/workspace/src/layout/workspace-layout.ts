import { createFrameScheduler, h, ownId, setStyle, type Words } from "@whenwhere/view";
import { cardGrip } from "./card-grip.ts";
import { layoutDividers } from "./layout-dividers.ts";
import { gridTemplate, type LayoutGrid, withoutPanes, withSizes } from "./layout-grid.ts";
import { type LayoutState, layoutState, PANES, type Pane, presetGrid } from "./layout-preset.ts";
import { type Areas, layoutTabs, type WorkspaceTab } from "./layout-tabs.ts";
import { type TimeRoom, timeRooms } from "./time-rooms.ts";

/** The parts of a workspace in its grid. */
export interface WorkspaceLayout {
  readonly side: HTMLElement;
  readonly time: HTMLElement;
  readonly map: HTMLElement;
  readonly table: HTMLElement;
  readonly card: HTMLElement;
  /** All that goes below the header, in the order of the page. */
  readonly elements: readonly HTMLElement[];
  readonly name: LayoutName;
  readonly state: LayoutState;
  /** What the timeline has to fit into. */
  readonly timeRoom: TimeRoom;
  /** Other panes, sizes or preset, as far as they are named. */
  set(changes: Partial<LayoutState>): void;
  /** Calls back when the width asks for another layout, and when the timeline has another height to fill. */
  onChange(callback: (name: LayoutName) => void): void;
  /** Calls back when the reader or the host has changed the layout. Returns its own undo. */
  onState(callback: (state: LayoutState) => void): () => void;
  /** Shows the pane or tab that holds an area. */
  open(tab: WorkspaceTab): void;
  /** Writes a number beside the name of a tab; an empty text takes it away. */
  tell(tab: WorkspaceTab, count: string): void;
  destroy(): void;
}

/** How the areas stand: four columns, three, or one with tabs. */
export type LayoutName = "phone" | "tablet" | "wide";

const PANE_OF: Readonly<Record<WorkspaceTab, Pane>> = { views: "time", records: "table", filter: "side" };
const PHONE_PX = 720;
const WIDE_PX = 1180;

function layoutOf(widthPx: number): LayoutName {
  return widthPx < PHONE_PX ? "phone" : widthPx < WIDE_PX ? "tablet" : "wide";
}

function makeAreas(): Areas {
  const prefix = ownId("ww");
  const area = (name: Pane): HTMLElement => h("div", { class: `ww-ws-${name}`, id: `${prefix}-${name}` });
  return { side: area("side"), time: area("time"), map: area("map"), table: area("table"), card: area("card") };
}

/** Puts the panes where the grid has them; null = a phone, where they stand behind tabs. */
function stand(
  root: HTMLElement,
  areas: Areas,
  how: {
    readonly grid: LayoutGrid | null;
    readonly tab: WorkspaceTab;
    readonly preset: LayoutState["preset"];
    /** The timeline fills a height that is given. */
    readonly isSized: boolean;
  },
): void {
  setStyle(root, { "grid-template": how.grid === null ? null : gridTemplate(how.grid) });
  root.dataset.tab = how.tab;
  root.dataset.preset = how.preset;
  for (const pane of PANES) areas[pane].classList.toggle("ww-top", how.grid?.cells[0]?.includes(pane) ?? false);
  areas.time.classList.toggle("ww-sized", how.isSized);
}

/** Calls each back when its element has another size. Returns the undo. */
function watchSizes(...pairs: readonly (readonly [element: HTMLElement, callback: () => void])[]): () => void {
  const observers = pairs.map(([element, callback]) => {
    const observer = new ResizeObserver(callback);
    observer.observe(element);
    return observer;
  });
  return () => {
    for (const observer of observers) observer.disconnect();
  };
}

/**
 * Makes the areas inside `root`. On a wide page and on a tablet they stand as the state says and their edges can be moved; on
 * a phone they stand behind tabs, whatever the state. Keeps `data-layout` and `data-preset` of the root in step.
 */
export function workspaceLayout(
  root: HTMLElement,
  words: Words,
  first: LayoutState = layoutState(undefined),
): WorkspaceLayout {
  const areas = makeAreas();
  areas.card.append(cardGrip(areas.card, words));
  let state = first;
  let form: LayoutName | null = null;
  let cap: number | null = null;
  let changed: (name: LayoutName) => void = () => {};
  const told = new Set<(state: LayoutState) => void>();
  const frame = createFrameScheduler();
  const grid = (): LayoutGrid | null => {
    if (form === null || form === "phone") return null;
    return withSizes(withoutPanes(presetGrid(state.preset, form), state.hidden), state.sizes);
  };
  const rooms = timeRooms({ root, time: areas.time, isWide: () => form === "wide", grid });
  const open = (tab: WorkspaceTab): void => {
    tabs.current = tab;
    if (state.hidden.includes(PANE_OF[tab])) set({ hidden: state.hidden.filter((pane) => pane !== PANE_OF[tab]) });
    else apply();
  };
  const tabs = layoutTabs(areas, words, open);
  tabs.current = first.preset === "list-first" ? "records" : "views";
  const dividers = layoutDividers({
    root,
    words,
    panes: areas,
    grid,
    onSizes: (sizes) => set({ sizes: { ...state.sizes, ...sizes } }),
    onReset: (names) =>
      set({ sizes: Object.fromEntries(Object.entries(state.sizes).filter(([name]) => !names.includes(name))) }),
    onHide: (pane) => set({ hidden: [...state.hidden, pane] }),
  });
  const template = (): void => {
    const now = grid();
    const isSized = now !== null && rooms.row()?.unit !== "auto";
    stand(root, areas, { grid: now, tab: tabs.current, preset: state.preset, isSized });
  };
  const apply = (): void => {
    tabs.apply(form === "phone", state.hidden);
    template();
    dividers.rebuild();
  };
  function set(changes: Partial<LayoutState>): void {
    const isOther = changes.preset !== undefined && changes.preset !== state.preset;
    const next = isOther ? layoutState(changes) : layoutState({ ...state, ...changes });
    const sameParts = !isOther && next.hidden.join() === state.hidden.join();
    state = next;
    if (sameParts) template();
    else apply();
    dividers.refresh();
    if (form !== null) changed(form);
    for (const callback of told) callback(state);
  }
  const measure = (): void => {
    const layout = layoutOf(root.clientWidth);
    const capBefore = cap;
    if (form === layout) {
      cap = rooms.room().capPx;
      dividers.refresh();
      if (cap !== capBefore) changed(layout);
      return;
    }
    form = layout;
    root.dataset.layout = layout;
    apply();
    cap = rooms.room().capPx;
    changed(layout);
  };
  const fitTime = (): void => {
    const row = rooms.row();
    if (form !== null && row !== undefined && row.unit !== "auto") changed(form);
  };
  measure();
  // In a frame of their own: to give a size out while sizes are being told is an error of the page.
  const unwatch = watchSizes([root, () => frame.request(measure)], [areas.time, () => frame.request(fitTime)]);
  return {
    ...areas,
    elements: [tabs.element, areas.side, areas.time, areas.map, areas.table, areas.card, dividers.element],
    get name() {
      return layoutOf(root.clientWidth);
    },
    get state() {
      return state;
    },
    get timeRoom() {
      return rooms.room();
    },
    set,
    onChange(callback) {
      changed = callback;
    },
    onState(callback) {
      told.add(callback);
      return () => told.delete(callback);
    },
    open,
    tell: tabs.tell,
    destroy() {
      told.clear();
      // An engine may keep what reads the name of a layout for as long as the page: the views are not to be kept with it.
      changed = () => {};
      unwatch();
      frame.destroy();
      dividers.destroy();
      tabs.destroy();
    },
  };
}
