import type { Meta, StoryObj } from "@storybook/web-components-vite";
import type { Collection } from "@whenwhere/model";
import { expect } from "storybook/test";
import abuDhabi from "../data/abu-dhabi-uav-strike/incidents.json";
import all from "../data/all.json";
import caboDelgado from "../data/cabo-delgado-attacks/incidents.json";
import iranProsecutions from "../data/iran-prosecutions/incidents.json";
import missile358 from "../data/missile-358/incidents.json";
import scoInformationSecurity from "../data/sco-information-security/incidents.json";
import wagner from "../data/wagner-in-africa/incidents.json";
import xinjiang from "../data/xinjiang-drills/incidents.json";
import { drawn, show } from "./collection.ts";

const meta: Meta = { title: "Datasets" };
export default meta;

function dataset(data: unknown): StoryObj {
  const collection = data as Collection;
  return {
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
      // With nothing picked, the record card introduces the dataset: what is known, alleged and not known.
      await expect(collection.description).toMatch(/Not known:/);
      await expect(element.shadowRoot?.querySelector(".ww-card-about")?.textContent).toContain(collection.description);
    },
  };
}

export const CaboDelgado: StoryObj = { name: "Cabo Delgado attacks", ...dataset(caboDelgado) };
export const AbuDhabi: StoryObj = { name: "Abu Dhabi UAV strike", ...dataset(abuDhabi) };
export const Xinjiang: StoryObj = { name: "Xinjiang drills", ...dataset(xinjiang) };
export const Missile358: StoryObj = { name: "358 missile", ...dataset(missile358) };
export const IranProsecutions: StoryObj = { name: "Iran prosecutions", ...dataset(iranProsecutions) };
export const Wagner: StoryObj = { name: "Wagner in Africa", ...dataset(wagner) };
export const ScoInformationSecurity: StoryObj = {
  name: "SCO information security",
  ...dataset(scoInformationSecurity),
};
export const All: StoryObj = { name: "All datasets", ...dataset(all) };

/** A story that is shown again has the addresses that it had. */
const addresses = new Map<unknown, string>();

function addressOf(data: unknown): string {
  const known = addresses.get(data) ?? URL.createObjectURL(new Blob([JSON.stringify(data)]));
  addresses.set(data, known);
  return known;
}

export const AColourEach: StoryObj = {
  name: "Three datasets, a colour each",
  render: () => {
    const main = document.createElement("main");
    const src = [caboDelgado, abuDhabi, xinjiang].map(addressOf).join(" ");
    const element = show("when-where", null, { src, "category-field": "dataset", fragment: "none" });
    element.style.blockSize = "900px";
    main.append(element);
    return main;
  },
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector("when-where") as ReturnType<typeof show>;
    await drawn(element);
    const titles = [caboDelgado, abuDhabi, xinjiang].map(({ title }) => title);
    await expect([...(element.store?.categories ?? [])].sort()).toEqual(titles.sort());
  },
};
