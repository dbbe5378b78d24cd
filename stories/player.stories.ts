import type { Meta, StoryObj } from "@storybook/web-components-vite";
import type { Collection } from "@whenwhere/model";
import type { PlayerHandle } from "@whenwhere/workspace";
import { expect, userEvent, waitFor } from "storybook/test";
import all from "../data/all.json";
import { drawn, sheet, show } from "./collection.ts";

const meta: Meta = { title: "Timeline/Player" };
export default meta;

const collection = all as unknown as Collection;

function played(name: string, says: string, attributes: Readonly<Record<string, string>>): StoryObj {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`);
  return {
    name,
    render: () => {
      const timeline = show("ww-timeline", collection);
      const map = show("ww-map", null, { projection: "flat" });
      map.style.cssText = "display:block;block-size:460px";
      return sheet(
        name,
        says,
        `<ww-timeline src="…"></ww-timeline> <ww-player${written.join("")}></ww-player> <ww-map></ww-map>`,
        timeline,
        show("ww-player", null, attributes),
        map,
      );
    },
    play: async ({ canvasElement }) => {
      const element = canvasElement.querySelector("ww-player") as HTMLElement & { handle: PlayerHandle };
      await drawn(element);
      element.handle.seek(Date.UTC(2022, 0, 20));
      await expect(element.handle.state.frame).not.toBeNull();
      await expect(element.handle.state.playing).toBe(false);
    },
  };
}

export const Window: StoryObj = played(
  "<ww-player>",
  "A window moves through time, and timeline, map and table follow. It never begins by itself; the space bar on its line plays and pauses.",
  { step: "month", width: "3" },
);
export const Cumulative: StoryObj = played(
  "<ww-player mode=cumulative>",
  "Everything from the beginning up to the knob.",
  {
    mode: "cumulative",
    step: "month",
  },
);
export const Trail: StoryObj = played(
  "<ww-player mode=trail>",
  "The last months; on the map what is certain and older is paler. What is only possibly in the window keeps its look, because thin ink there already says doubt.",
  { mode: "trail", step: "month" },
);

/** Beside a map the run can be taken away: what the player plays, as a GIF or a film. */
export const SavedRun: StoryObj = {
  ...Trail,
  name: "<ww-player> and the file of its run",
  play: async (context) => {
    await Trail.play?.(context);
    const root = context.canvasElement.querySelector("ww-player")?.shadowRoot as ShadowRoot;
    const save = () => root.querySelector<HTMLElement>("[aria-expanded]:not([hidden])") as HTMLElement;
    await waitFor(() => expect(save()).not.toBeNull());
    context.canvasElement.querySelector("ww-map")?.scrollIntoView({ block: "end" });
    await waitFor(() => {
      const map = context.canvasElement.querySelector("ww-map")?.shadowRoot;
      return expect(map?.querySelector(".ww-map-layer:not(.ww-map-coming) canvas")).toBeTruthy();
    });
    await userEvent.click(save());
    await waitFor(() => expect(root.querySelectorAll(".ww-run .ww-segments")).toHaveLength(2));
  },
};
