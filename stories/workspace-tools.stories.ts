import type { Meta, StoryObj } from "@storybook/web-components-vite";
import type { Collection } from "@whenwhere/model";
import { createStore } from "@whenwhere/store";
import { arabic, createWords } from "@whenwhere/view";
import { player, type WorkspaceHandle, type WorkspaceOptions, workspace } from "@whenwhere/workspace";
import { expect, userEvent, waitFor } from "storybook/test";
import all from "../data/all.json";
import caboDelgado from "../data/cabo-delgado-attacks/incidents.json";
import prosecutions from "../data/iran-prosecutions/incidents.json";
import wagner from "../data/wagner-in-africa/incidents.json";

/** What lies half behind an open panel has stories of its own, in which nothing covers it. */
const BEHIND: readonly string[] = [".ww-timeline", ".ww-map", ".ww-ws-table", ".ww-ws-card"];

const meta: Meta = {
  title: "Workspace/Tools",
  parameters: { layout: "fullscreen", a11y: { context: { exclude: BEHIND } } },
};
export default meta;

const collection = all as unknown as Collection;
const datasets = [caboDelgado, prosecutions, wagner] as unknown as readonly Collection[];
const VILLAGES = "mz-cabo-delgado-attacks-2022-01";
const JANUARY = {
  source: "timeline",
  kind: "window",
  startMs: Date.UTC(2022, 0, 1),
  endMs: Date.UTC(2022, 1, 1),
} as const;

/** The workspace speaks the language that the gallery is set to. */
function mount(main: HTMLElement, options: Partial<WorkspaceOptions> = {}): WorkspaceHandle {
  const locale = document.documentElement.lang || "en";
  return workspace(main, { collection, datasets, locale, fragment: false, ...options });
}

interface Shown {
  readonly options?: Partial<WorkspaceOptions>;
  /** What must stand in the page when it has opened, as a selector. */
  readonly shows: string;
  readonly says?: RegExp;
  /** Brings the page into its state. */
  readonly open: (main: HTMLElement, handle: WorkspaceHandle) => void | Promise<void>;
}

function story({ options, shows, says, open }: Shown): StoryObj {
  let handle: WorkspaceHandle | null = null;
  return {
    beforeEach: () => () => handle?.destroy(),
    render: () => {
      const main = document.createElement("main");
      queueMicrotask(() => {
        handle = mount(main, options);
      });
      return main;
    },
    play: async ({ canvasElement }) => {
      const main = canvasElement.querySelector("main") as HTMLElement;
      await waitFor(() => expect(handle?.store).toBeTruthy());
      await handle?.ready;
      await open(main, handle as WorkspaceHandle);
      await waitFor(() => expect(main.querySelector(shows)).not.toBeNull());
      if (says) await waitFor(() => expect(main.querySelector(shows)?.textContent).toMatch(says));
    },
  };
}

const buttonsOf = (main: HTMLElement): HTMLButtonElement[] => [
  ...main.querySelectorAll<HTMLButtonElement>(".ww-ws-buttons .ww-disclosure>button"),
];

async function tool(main: HTMLElement, place?: number): Promise<void> {
  await userEvent.click(buttonsOf(main)[1] as HTMLElement);
  if (place === undefined) return;
  await userEvent.click(main.querySelectorAll<HTMLElement>(".ww-ws-buttons .ww-menu-item")[place] as HTMLElement);
}

export const ToolsMenu: StoryObj = {
  name: "The menu of tools",
  ...story({
    open: (main) => tool(main),
    shows: '.ww-ws-buttons [aria-expanded="true"]+.ww-popover .ww-menu-item:nth-of-type(6)',
  }),
};
export const Summary: StoryObj = {
  name: "A summary in sentences and small charts",
  ...story({
    open: (main) => tool(main, 0),
    shows: ".ww-tool .ww-summary .ww-sum-bars",
  }),
};
export const CompareWindows: StoryObj = {
  name: "Compare two windows",
  ...story({
    open: (main, handle) => {
      handle.store?.set(JANUARY);
      return tool(main, 1);
    },
    shows: ".ww-tool .ww-cmp",
    says: /\d \+ \d/,
  }),
};
export const CompareDatasets: StoryObj = {
  name: "Compare two datasets",
  ...story({
    open: (main) => tool(main, 2),
    shows: ".ww-tool .ww-cmp tr.ww-cmp-differs",
  }),
};
export const CompareAccounts: StoryObj = {
  name: "Compare two accounts of one record",
  ...story({
    open: (main, handle) => {
      handle.store?.select(VILLAGES);
      return tool(main, 3);
    },
    shows: ".ww-tool .ww-cmp td.ww-silent",
  }),
};
export const SavedFilters: StoryObj = {
  name: "Filters under a name",
  ...story({
    options: {
      savedFilters: [
        { name: "Attacks told as fact", filters: "v=1&category=attack&status=happened" },
        { name: "January 2022", filters: "v=1&w=2022-01-01/2022-02-01" },
      ],
    },
    open: async (main, handle) => {
      handle.store?.set({ source: "facet:category", kind: "values", field: "category", values: ["attack"] });
      await userEvent.click(main.querySelector(".ww-filter-bar .ww-disclosure>button") as HTMLElement);
    },
    shows: ".ww-filter-bar .ww-popover .ww-saved-list>li:nth-child(2)",
    says: /January 2022/,
  }),
};
export const ExportMenu: StoryObj = {
  name: "The menu of exports",
  ...story({
    open: async (main) => userEvent.click(buttonsOf(main)[2] as HTMLElement),
    shows: '.ww-ws-buttons [aria-expanded="true"]+.ww-popover .ww-menu-item:nth-of-type(7)',
  }),
};
export const SearchWithMarks: StoryObj = {
  name: "A search, its words marked",
  ...story({
    open: (_, handle) => {
      handle.store?.set({ source: "search", kind: "text", text: "attacks" });
      handle.store?.select(VILLAGES);
    },
    shows: ".ww-card mark",
    says: /attacks/,
  }),
};
export const StoryMaker: StoryObj = {
  name: "A story in the making: two views are its steps",
  ...story({
    open: async (main, handle) => {
      handle.store?.set(JANUARY);
      await tool(main, 4);
      handle.store?.select(VILLAGES);
      await tool(main, 4);
      await tool(main, 5);
    },
    shows: ".ww-story-editor li:nth-child(2)",
  }),
};

const ended: (() => void)[] = [];

export const WithPlayer: StoryObj = {
  name: "A player over a workspace",
  beforeEach: () => () => {
    for (const end of ended.splice(0)) end();
  },
  render: () => {
    const main = document.createElement("main");
    const [bar, body] = [document.createElement("div"), document.createElement("div")];
    main.append(bar, body);
    queueMicrotask(() => {
      const store = createStore(collection);
      const handle = mount(body, { store, title: collection.title ?? "" });
      const locale = document.documentElement.lang || "en";
      const words = createWords(locale, [arabic]);
      const played = player(bar, { store, words, step: "month", mode: "cumulative" });
      played.seek(Date.UTC(2010, 0, 20));
      ended.push(() => {
        played.destroy();
        handle.destroy();
        store.destroy();
      });
    });
    return main;
  },
  play: async ({ canvasElement }) => {
    const counts = () => canvasElement.querySelector(".ww-ws-counts")?.textContent;
    await waitFor(() => expect(counts()).toMatch(/^(?!168)\d+ of 168 shown/));
  },
};
