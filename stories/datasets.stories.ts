import type { Meta, StoryObj } from "@storybook/web-components-vite";
import type { Collection } from "@whenwhere/model";
import { expect } from "storybook/test";
import abuDhabi from "../data/abu-dhabi-uav-strike/incidents.json";
import caboDelgado from "../data/cabo-delgado-attacks/incidents.json";
import xinjiang from "../data/xinjiang-drills/incidents.json";
import { drawn, show } from "./collection.ts";

const meta: Meta = { title: "Datasets" };
export default meta;

function dataset(name: string, data: unknown): StoryObj {
  const collection = data as Collection;
  return {
    name,
    render: () => {
      const main = document.createElement("main");
      const element = show("when-where", collection);
      element.style.blockSize = "900px";
      main.append(element);
      return main;
    },
    play: async ({ canvasElement }) => {
      const element = canvasElement.querySelector("when-where") as ReturnType<typeof show>;
      await drawn(element);
      await expect(element.store?.count().total).toBe(collection.incidents.length);
    },
  };
}

export const CaboDelgado: StoryObj = dataset("Cabo Delgado attacks", caboDelgado);
export const AbuDhabi: StoryObj = dataset("Abu Dhabi UAV strike", abuDhabi);
export const Xinjiang: StoryObj = dataset("Xinjiang drills", xinjiang);
