import type { Meta, StoryObj } from "@storybook/web-components-vite";
import { type LayoutPreset, type WorkspaceHandle, workspace } from "@whenwhere/workspace";
import { expect, userEvent, waitFor, within } from "storybook/test";
import collection from "../data/all.json";

const meta: Meta = { title: "Workspace/Layouts", parameters: { layout: "fullscreen" } };
export default meta;

const handles = new WeakMap<HTMLElement, WorkspaceHandle>();

function page(layout: LayoutPreset, hash = ""): HTMLElement {
  const main = document.createElement("main");
  queueMicrotask(() => {
    const options = { collection: collection as never, layout, fragment: false } as const;
    handles.set(main, workspace(main, options));
  });
  main.dataset.hash = hash;
  return main;
}

function preset(name: string, layout: LayoutPreset): StoryObj {
  return {
    name,
    render: () => page(layout),
    play: async ({ canvasElement }) => {
      const main = canvasElement.querySelector("main") as HTMLElement;
      await waitFor(() => expect(handles.get(main)).toBeDefined());
      await handles.get(main)?.ready;
      await expect(handles.get(main)?.state.layout?.preset).toBe(layout);
    },
  };
}

export const Dashboard: StoryObj = preset("Dashboard", "dashboard");
export const Story: StoryObj = preset("Story: the record is read", "story");
export const MapFirst: StoryObj = preset("Map first", "map-first");
export const TimelineFirst: StoryObj = preset("Timeline first", "timeline-first");
export const ListFirst: StoryObj = preset("List first", "list-first");

export const MovedByKeys: StoryObj = {
  name: "Edges move by keys, panes are put away",
  render: () => page("dashboard"),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const edge = await canvas.findByRole("separator", { name: "Edge between Filters and When" });
    edge.focus();
    await userEvent.keyboard("{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}");
    const side = canvasElement.querySelector(".ww-ws-side") as HTMLElement;
    await expect(side.getBoundingClientRect().width).toBe(304);
    (await canvas.findByRole("separator", { name: "Edge between Where and Records" })).focus();
    await userEvent.keyboard("{Enter}");
    await expect(canvasElement.querySelector<HTMLElement>(".ww-ws-map")?.hidden).toBe(true);
  },
};
