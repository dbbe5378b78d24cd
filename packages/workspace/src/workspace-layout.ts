import { h, roving, type Words } from "@whenwhere/view";

/** The parts of a workspace in its grid. */
export interface WorkspaceLayout {
  readonly side: HTMLElement;
  readonly time: HTMLElement;
  readonly map: HTMLElement;
  readonly table: HTMLElement;
  readonly card: HTMLElement;
  readonly tabs: HTMLElement;
  readonly name: LayoutName;
  /** Calls back when the width asks for another layout. */
  onChange(callback: (name: LayoutName) => void): void;
  /** Opens the tab that holds an area; only a phone has tabs. */
  open(tab: WorkspaceTab): void;
  destroy(): void;
}

/** How the areas stand: four columns, three, or one with tabs. */
export type LayoutName = "phone" | "tablet" | "wide";

/** What a phone shows at a time. */
export type WorkspaceTab = "views" | "records" | "filter";

const TABS: readonly WorkspaceTab[] = ["views", "records", "filter"];
const PHONE_PX = 720;
const WIDE_PX = 1180;

function layoutOf(widthPx: number): LayoutName {
  return widthPx < PHONE_PX ? "phone" : widthPx < WIDE_PX ? "tablet" : "wide";
}

/** Makes the areas inside `root` and keeps its `data-layout` in step with its width. */
export function workspaceLayout(root: HTMLElement, words: Words): WorkspaceLayout {
  const area = (name: string): HTMLElement => h("div", { class: `ww-ws-${name}` });
  const [side, time, map, table, card] = ["side", "time", "map", "table", "card"].map(area) as [
    HTMLElement,
    HTMLElement,
    HTMLElement,
    HTMLElement,
    HTMLElement,
  ];
  const panels: Readonly<Record<WorkspaceTab, readonly HTMLElement[]>> = {
    views: [time, map],
    records: [table],
    filter: [side],
  };
  const tabs = h("div", { class: "ww-ws-tabs", role: "tablist", "aria-label": words.t("workspace.tabs") });
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
  card.append(grip);
  let current: WorkspaceTab = "views";
  let changed: (name: LayoutName) => void = () => {};

  const apply = (): void => {
    const phone = root.dataset.layout === "phone";
    root.dataset.tab = current;
    for (const tab of TABS) {
      for (const panel of panels[tab]) panel.hidden = phone && tab !== current;
      for (const panel of panels[tab]) {
        if (phone) panel.setAttribute("role", "tabpanel");
        else panel.removeAttribute("role");
        if (phone) panel.setAttribute("aria-label", words.t(`workspace.tab.${tab}`));
        else panel.removeAttribute("aria-label");
      }
    }
    for (const [index, button] of [...tabs.children].entries()) {
      button.setAttribute("aria-selected", String(TABS[index] === current));
    }
  };
  const open = (tab: WorkspaceTab): void => {
    current = tab;
    apply();
    keys.refresh(tabs.children[TABS.indexOf(tab)] as HTMLElement);
  };
  for (const tab of TABS) {
    const text = words.t(`workspace.tab.${tab}`);
    tabs.append(h("button", { type: "button", role: "tab", onclick: () => open(tab) }, text));
  }
  const keys = roving(tabs, { items: "button", orientation: "horizontal", onMove: (item) => item.click() });
  const measure = (): void => {
    const layout = layoutOf(root.clientWidth);
    if (root.dataset.layout === layout) return;
    root.dataset.layout = layout;
    apply();
    changed(layout);
  };
  measure();
  const observer = new ResizeObserver(measure);
  observer.observe(root);
  return {
    side,
    time,
    map,
    table,
    card,
    tabs,
    get name() {
      return layoutOf(root.clientWidth);
    },
    onChange(callback) {
      changed = callback;
    },
    open,
    destroy() {
      observer.disconnect();
      keys.destroy();
    },
  };
}
