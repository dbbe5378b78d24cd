import type { Meta, StoryObj } from "@storybook/web-components-vite";
import type { Collection } from "@whenwhere/model";
import { type WorkspaceHandle, workspace } from "@whenwhere/workspace";
import { expect, userEvent, waitFor } from "storybook/test";
import all from "../data/all.json";

/** What lies half behind the open panel has stories of its own, in which nothing covers it. */
const BEHIND: readonly string[] = [".ww-timeline", ".ww-map", ".ww-ws-table", ".ww-ws-card"];
/** Place of the entry in the menu of exports, from its end: the summary stands behind it. */
const FROM_END = -2;

const meta: Meta = {
  title: "Workspace/Run as a file",
  parameters: { layout: "fullscreen", a11y: { context: { exclude: BEHIND } } },
};
export default meta;

const collection = all as unknown as Collection;
const YEAR = {
  source: "timeline",
  kind: "window",
  startMs: Date.UTC(2022, 0, 1),
  endMs: Date.UTC(2022, 6, 1),
} as const;

async function openPanel(main: HTMLElement): Promise<HTMLElement> {
  const menu = [...main.querySelectorAll<HTMLElement>(".ww-ws-buttons .ww-disclosure")].at(-1) as HTMLElement;
  await userEvent.click(menu.querySelector("button") as HTMLElement);
  await userEvent.click([...menu.querySelectorAll<HTMLElement>(".ww-menu-item")].at(FROM_END) as HTMLElement);
  await waitFor(() => expect(main.querySelector(".ww-tool .ww-run")).not.toBeNull());
  return main.querySelector(".ww-tool") as HTMLElement;
}

function story(name: string, then: (panel: HTMLElement) => Promise<void>): StoryObj {
  let handle: WorkspaceHandle | null = null;
  return {
    name,
    beforeEach: () => () => handle?.destroy(),
    render: () => {
      const main = document.createElement("main");
      queueMicrotask(() => {
        const locale = document.documentElement.lang || "en";
        handle = workspace(main, { collection, locale, fragment: false, projection: "flat" });
      });
      return main;
    },
    play: async ({ canvasElement }) => {
      const main = canvasElement.querySelector("main") as HTMLElement;
      await waitFor(() => expect(handle?.store).toBeTruthy());
      await handle?.ready;
      handle?.store?.set(YEAR);
      await waitFor(() => expect(main.querySelector(".ww-map-layer:not(.ww-map-coming) canvas")).not.toBeNull());
      await then(await openPanel(main));
    },
  };
}

/** What is played, how, and as what: it says beforehand how many pictures that will be, and how large. */
export const Choice: StoryObj = story("What is played, and as what file", async (panel) => {
  await expect(panel.querySelectorAll(".ww-run .ww-segments")).toHaveLength(2);
  await expect(panel.querySelector("p")?.textContent).toMatch(/\d/);
});

/** All views show the run while it is taken; at the end the brush stands as it did. */
export const Stopped: StoryObj = story("A run that is stopped", async (panel) => {
  await userEvent.click([...panel.querySelectorAll<HTMLElement>(".ww-run .ww-button")].at(-1) as HTMLElement);
  const progress = () => Number(panel.querySelector("[role=progressbar]")?.getAttribute("aria-valuenow"));
  await waitFor(() => expect(progress()).toBeGreaterThan(0));
  await userEvent.click(panel.querySelector(".ww-run .ww-run .ww-button") as HTMLElement);
  await waitFor(() => expect(panel.querySelector("[role=progressbar]")).toBeNull());
});
