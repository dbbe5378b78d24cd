import type { Meta, StoryObj } from "@storybook/web-components-vite";
import type { Collection } from "@whenwhere/model";
import { expect, waitFor } from "storybook/test";
import abuDhabi from "../data/abu-dhabi-uav-strike/incidents.json";
import { collectionOf, drawn, sheet, show } from "./collection.ts";

const meta: Meta = { title: "Timeline/Small timelines" };
export default meta;

/** Made up: some days, some months, one that goes on and one without a date. */
const MADE_UP = collectionOf("Made up", [
  ...Array.from({ length: 40 }, (_, i) => ({
    category: "attack",
    when: { edtf: new Date(Date.UTC(2021, 2, 3 + ((i * i * 7) % 480))).toISOString().slice(0, i % 4 === 0 ? 7 : 10) },
  })),
  { category: "attack", when: { edtf: "2022-05-01/.." } },
  { category: "attack" },
]);

export const Vertical: StoryObj = {
  name: "<ww-timeline orientation=vertical>",
  render: () => {
    const tall = [MADE_UP, abuDhabi as unknown as Collection].map((collection) => {
      const box = document.createElement("div");
      box.style.cssText = "inline-size:min(390px,100%);margin-block:12px";
      box.append(show("ww-timeline", collection, { orientation: "vertical" }));
      return box;
    });
    return sheet(
      "Vertical",
      "Time runs downward and lanes stand side by side. A finger that moves up or down scrolls the page; the strip beside the lanes moves the view.",
      '<ww-timeline src="…" orientation="vertical"></ww-timeline>',
      ...tall,
    );
  },
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector("ww-timeline") as HTMLElement;
    await drawn(element);
    // What draws time downward comes when it is first asked for.
    await waitFor(() => {
      const sliders = [...(element.shadowRoot?.querySelectorAll("[role=slider]") ?? [])];
      return expect(sliders.map((slider) => slider.getAttribute("aria-orientation"))).toEqual(["vertical", "vertical"]);
    });
  },
};

export const Sparkline: StoryObj = {
  name: "<ww-timeline size=sparkline>",
  render: () => {
    const small = [MADE_UP, abuDhabi as unknown as Collection].map((collection) => {
      const box = document.createElement("div");
      box.style.cssText = "max-inline-size:300px;margin-block:12px";
      box.append(show("ww-timeline", collection, { size: "sparkline" }));
      return box;
    });
    return sheet(
      "Sparkline",
      "Counts over time in 60 px: dark what lies in a column, pale what reaches over several. One image, named by a sentence.",
      '<ww-timeline src="…" size="sparkline"></ww-timeline>',
      ...small,
    );
  },
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector("ww-timeline") as HTMLElement;
    await drawn(element);
    await expect(element.shadowRoot?.querySelector("[role=img]")?.getAttribute("aria-label")).toContain("42");
  },
};
