import type { Meta, StoryObj } from "@storybook/web-components-vite";
import type { Collection } from "@whenwhere/model";
import { expect } from "storybook/test";
import abuDhabi from "../data/abu-dhabi-uav-strike/incidents.json";
import abuDhabiStory from "../data/abu-dhabi-uav-strike/story.md?raw";
import caboDelgado from "../data/cabo-delgado-attacks/incidents.json";
import caboDelgadoStory from "../data/cabo-delgado-attacks/story.md?raw";
import { drawn, show } from "./collection.ts";

const meta: Meta = { title: "Stories", parameters: { layout: "fullscreen" } };
export default meta;

function told(data: unknown, markdown: string): StoryObj {
  return {
    render: () => {
      const main = document.createElement("main");
      const element = show("ww-story", data as Collection);
      const text = document.createElement("script");
      text.type = "text/markdown";
      text.textContent = markdown;
      element.append(text);
      main.append(element);
      return main;
    },
    play: async ({ canvasElement }) => {
      const element = canvasElement.querySelector("ww-story") as ReturnType<typeof show>;
      await drawn(element);
      const steps = element.shadowRoot?.querySelectorAll("section[aria-labelledby]") ?? [];
      await expect(steps.length).toBe(markdown.match(/^## /gm)?.length);
    },
  };
}

export const CaboDelgado: StoryObj = { name: "A fortnight in Cabo Delgado", ...told(caboDelgado, caboDelgadoStory) };
export const AbuDhabi: StoryObj = { name: "One strike, four speakers", ...told(abuDhabi, abuDhabiStory) };
