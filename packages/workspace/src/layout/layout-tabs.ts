import { h, roving, setText, type Words } from "@whenwhere/view";
import { PANES, type Pane } from "./layout-preset.ts";

/** What a phone shows at a time. */
export type WorkspaceTab = "views" | "records" | "filter";

const TABS: readonly WorkspaceTab[] = ["views", "records", "filter"];

/** The elements of the panes. */
export type Areas = Readonly<Record<Pane, HTMLElement>>;

/** Which tab of a phone a pane stands behind; the card lies over all of them. */
const TAB_OF: Readonly<Record<Pane, WorkspaceTab | null>> = {
  side: "filter",
  time: "views",
  map: "views",
  table: "records",
  card: null,
};

/** The tabs of a phone. */
export interface LayoutTabs {
  readonly element: HTMLElement;
  current: WorkspaceTab;
  /** Shows what belongs to the open tab, or, without tabs, what is not put away. */
  apply(phone: boolean, hidden: readonly Pane[]): void;
  tell(tab: WorkspaceTab, count: string): void;
  destroy(): void;
}

/** `onOpen` is told which tab the reader presses; who made them says what is then applied. */
export function layoutTabs(areas: Areas, words: Words, onOpen: (tab: WorkspaceTab) => void): LayoutTabs {
  const element = h("div", { class: "ww-ws-tabs", role: "tablist", "aria-label": words.t("workspace.tabs") });
  for (const tab of TABS) {
    const text = words.t(`workspace.tab.${tab}`);
    const count = h("span", { class: "ww-ws-tab-count" });
    const panels = PANES.filter((pane) => TAB_OF[pane] === tab).map((pane) => areas[pane].id);
    const props = {
      type: "button",
      role: "tab",
      "aria-controls": panels.join(" "),
      onclick: () => onOpen(tab),
    } as const;
    element.append(h("button", props, text, " ", count));
  }
  const keys = roving(element, { items: "button", orientation: "horizontal", onMove: (item) => item.click() });
  const tabs: LayoutTabs = {
    element,
    current: "views",
    apply(phone, hidden) {
      for (const pane of PANES) {
        const tab = TAB_OF[pane];
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
      if (place) setText(place, count);
    },
    destroy: keys.destroy,
  };
  return tabs;
}
