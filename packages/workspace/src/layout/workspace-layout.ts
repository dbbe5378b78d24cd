import { createFrameScheduler, h, roving, setStyle, type Words } from "@whenwhere/view";
import { layoutDividers } from "./layout-dividers.ts";
import { gridTemplate, type LayoutGrid, withoutPanes, withSizes } from "./layout-grid.ts";
import { type LayoutState, layoutState, PANES, type Pane, presetGrid } from "./layout-preset.ts";
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

/** What a phone shows at a time. */
export type WorkspaceTab = "views" | "records" | "filter";

const TABS: readonly WorkspaceTab[] = ["views", "records", "filter"];
const PANE_OF: Readonly<Record<WorkspaceTab, Pane>> = { views: "time", records: "table", filter: "side" };
const PHONE_PX = 720;
const WIDE_PX = 1180;

function layoutOf(widthPx: number): LayoutName {
  return widthPx < PHONE_PX ? "phone" : widthPx < WIDE_PX ? "tablet" : "wide";
}

type Areas = Readonly<Record<Pane, HTMLElement>>;

function makeAreas(): Areas {
  const prefix = `ww-${crypto.getRandomValues(new Uint32Array(1))[0]?.toString(36)}`;
  const area = (name: Pane): HTMLElement => h("div", { class: `ww-ws-${name}`, id: `${prefix}-${name}` });
  return { side: area("side"), time: area("time"), map: area("map"), table: area("table"), card: area("card") };
}

/** The strip at the foot of a phone that opens the whole record. */
function cardGrip(card: HTMLElement, words: Words): HTMLElement {
  const grip = h("button", {
    type: "button",
    class: "ww-ws-grip",
    "aria-expanded": "false",
    "aria-label": words.t("card.expand"),
    onclick: () => {
      const open = card.classList.toggle("ww-expanded");
      grip.setAttribute("aria-expanded", String(open));
      grip.setAttribute("aria-label", words.t(open ? "card.collapse" : "card.expand"));
    },
  });
  return grip;
}

interface Tabs {
  readonly element: HTMLElement;
  current: WorkspaceTab;
  /** Shows what belongs to the open tab, or, without tabs, what is not put away. */
  apply(phone: boolean, hidden: readonly Pane[]): void;
  tell(tab: WorkspaceTab, count: string): void;
  destroy(): void;
}

function layoutTabs(areas: Areas, words: Words, onOpen: (tab: WorkspaceTab) => void): Tabs {
  const element = h("div", { class: "ww-ws-tabs", role: "tablist", "aria-label": words.t("workspace.tabs") });
  const tabOf: Readonly<Record<Pane, WorkspaceTab | null>> = {
    side: "filter",
    time: "views",
    map: "views",
    table: "records",
    card: null,
  };
  for (const tab of TABS) {
    const text = words.t(`workspace.tab.${tab}`);
    const count = h("span", { class: "ww-ws-tab-count" });
    const panels = PANES.filter((pane) => tabOf[pane] === tab).map((pane) => areas[pane].id);
    const props = {
      type: "button",
      role: "tab",
      "aria-controls": panels.join(" "),
      onclick: () => onOpen(tab),
    } as const;
    element.append(h("button", props, text, " ", count));
  }
  const keys = roving(element, { items: "button", orientation: "horizontal", onMove: (item) => item.click() });
  const tabs: Tabs = {
    element,
    current: "views",
    apply(phone, hidden) {
      for (const pane of PANES) {
        const tab = tabOf[pane];
        const panel = areas[pane];
        panel.hidden = phone ? tab !== null && tab !== tabs.current : hidden.includes(pane);
        if (phone && tab !== null) {
          panel.setAttribute("role", "tabpanel");
          panel.setAttribute("aria-label", words.t(`workspace.tab.${tab}`));
        } else {
          panel.removeAttribute("role");
          panel.removeAttribute("aria-label");
        }
      }
      for (const [index, button] of [...element.children].entries()) {
        button.setAttribute("aria-selected", String(TABS[index] === tabs.current));
      }
      keys.refresh(element.children[TABS.indexOf(tabs.current)] as HTMLElement);
    },
    tell(tab, count) {
      const place = element.children[TABS.indexOf(tab)]?.querySelector("span");
      if (place && place.textContent !== count) place.textContent = count;
    },
    destroy: keys.destroy,
  };
  return tabs;
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
    setStyle(root, { "grid-template": now === null ? null : gridTemplate(now) });
    root.dataset.tab = tabs.current;
    root.dataset.preset = state.preset;
    for (const pane of PANES) areas[pane].classList.toggle("ww-top", now?.cells[0]?.includes(pane) ?? false);
    areas.time.classList.toggle("ww-sized", now !== null && rooms.row()?.unit !== "auto");
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
  measure();
  const observer = new ResizeObserver(measure);
  observer.observe(root);
  const sight = new ResizeObserver(() => {
    frame.request(fitTime);
  });
  const fitTime = (): void => {
    const row = rooms.row();
    if (form !== null && row !== undefined && row.unit !== "auto") changed(form);
  };
  sight.observe(areas.time);
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
      observer.disconnect();
      sight.disconnect();
      frame.destroy();
      dividers.destroy();
      tabs.destroy();
    },
  };
}
