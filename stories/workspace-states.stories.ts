import type { Meta, StoryObj } from "@storybook/web-components-vite";
import { createStore } from "@whenwhere/store";
import { type WorkspaceHandle, type WorkspaceOptions, workspace } from "@whenwhere/workspace";
import { expect, waitFor } from "storybook/test";
import { collectionOf } from "./collection.ts";

const meta: Meta = { title: "Workspace/States", parameters: { layout: "fullscreen" } };
export default meta;

const FEW = collectionOf("Shelling", [
  { category: "attack", when: { edtf: "2022-02-02" }, where: { country: "YE", name: "Yemen", precision: "country" } },
  { category: "strike", when: { edtf: "2022-01" }, status: "alleged" },
  { category: "unrest" },
]);

interface State {
  readonly options: Partial<WorkspaceOptions>;
  /** What must be read on the page. */
  readonly says: RegExp;
  readonly after?: (handle: WorkspaceHandle) => void;
}

function story({ options, says, after }: State): StoryObj {
  return {
    render: () => {
      const main = document.createElement("main");
      queueMicrotask(() => {
        const handle = workspace(main, { fragment: false, ...options });
        after?.(handle);
      });
      return main;
    },
    play: async ({ canvasElement }) => {
      await waitFor(() => expect(canvasElement.textContent).toMatch(says));
      await waitFor(() => expect(canvasElement.querySelector(".ww-ws-placeholder")).toBeNull());
    },
  };
}

export const Empty: StoryObj = {
  name: "Empty: a collection without records",
  ...story({
    options: { collection: { whenwhere: 1, title: "Nothing yet", incidents: [] } },
    says: /There are no records here/,
  }),
};
export const Loading: StoryObj = {
  name: "Loading: how far, and a way out",
  ...story({
    options: { title: "Events of 2022", loading: { rows: 128_000, share: 0.4, onCancel: () => {} } },
    says: /128,000 records read/,
  }),
};
export const LoadingUnknown: StoryObj = {
  name: "Loading: nobody knows how much",
  ...story({
    options: { title: "Events of 2022", loading: {} },
    says: /Reading the records/,
  }),
};
export const Failed: StoryObj = {
  name: "Error: found, expected, what helps",
  ...story({
    options: {
      title: "Events of 2022",
      error: {
        title: "incidents.csv cannot be read",
        found: "a web page (HTML), 14 kB",
        expected: "a table with a column of dates",
        remedy: "Download the file itself, not the page that shows it.",
      },
    },
    says: /Download the file itself/,
  }),
};
export const Partial: StoryObj = {
  name: "Partial: the first records are here, more are read",
  ...story({
    options: { collection: FEW, loading: { rows: 3, share: 0.1, onCancel: () => {} } },
    says: /Records so far: 3; more are being read/,
  }),
};
export const NothingPasses: StoryObj = {
  name: "Nothing passes the filters",
  ...story({
    options: { collection: FEW },
    says: /No record passes the filters/,
    after: (handle) => handle.store?.set({ source: "search", kind: "text", text: "no such word" }),
  }),
};

/** Seeded days, places and categories. */
function million(length: number) {
  let seed = 11;
  const next = (): number => {
    seed = (seed * 48271) % 2147483647;
    return seed / 2147483647;
  };
  const day = 86_400_000;
  const startMs = Float64Array.from({ length }, () => Math.floor(next() ** 1.5 * 5000) * day + Date.UTC(2010, 0, 1));
  return {
    startMs,
    endMs: startMs.map((start, row) => start + (row % 5 === 0 ? 30 * day : day)),
    lon: Float64Array.from({ length }, () => 30 + next() * 25),
    lat: Float64Array.from({ length }, () => 5 + next() * 30),
    category: {
      codes: Uint8Array.from({ length }, () => Math.floor(next() * 4)),
      values: ["attack", "strike", "arrest", "unrest"],
    },
  };
}

export const Huge: StoryObj = {
  name: "Huge: a million records",
  render: () => {
    const main = document.createElement("main");
    queueMicrotask(() => {
      workspace(main, { store: createStore({ columns: million(1_000_000) }), title: "A million", fragment: false });
    });
    return main;
  },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.textContent).toMatch(/1,000,000 of 1,000,000 shown/));
    await waitFor(() =>
      expect(canvasElement.querySelector("[role=grid]")?.getAttribute("aria-rowcount")).toBe("1000002"),
    );
  },
};
