import type { Meta, StoryObj } from "@storybook/web-components-vite";
import { expect } from "storybook/test";
import { collectionOf, drawn, madeUpTitle, sheet, show } from "./collection.ts";

const meta: Meta = { title: "Map/Points" };
export default meta;

const CATEGORIES = ["attack", "strike", "arrest", "exercise"] as const;
const ROWS = 600;

/** Records of a year around three towns, one in nine known to a month only, one in twenty to a province. */
function records() {
  return Array.from({ length: ROWS }, (_, i) => {
    const category = CATEGORIES[(i * 7) % 4] as (typeof CATEGORIES)[number];
    const town = i % 3;
    const turn = i * 2.39996;
    const away = Math.sqrt(i / ROWS) * 2.2;
    const lon = [36.5, 44.2, 47.5][town] as number;
    const lat = [35, 33.3, 15.5][town] as number;
    const month = String((i % 12) + 1).padStart(2, "0");
    const exact = {
      name: "Town",
      lon: lon + away * Math.cos(turn),
      lat: lat + away * Math.sin(turn),
      precision: "exact",
    };
    const province = { name: "Shabwah", precision: "province", country: "YE", admin1: "Shabwah" };
    return {
      title: madeUpTitle(category, i),
      category,
      status: i % 11 === 0 ? ("alleged" as const) : ("happened" as const),
      when: { edtf: i % 9 === 0 ? `2022-${month}` : `2022-${month}-${String((i % 27) + 1).padStart(2, "0")}` },
      where: (i % 20 === 0 ? province : exact) as { name: string },
    };
  });
}

function story(name: string, says: string, attributes: Readonly<Record<string, string>>): StoryObj {
  const code = `<ww-map ${Object.entries(attributes)
    .map(([key, value]) => `${key}="${value}"`)
    .join(" ")}></ww-map>`;
  return {
    name,
    render: () => {
      const map = show("ww-map", collectionOf(name, records()), attributes);
      map.style.cssText = "display:block;block-size:460px";
      return sheet(name, says, code, map);
    },
    play: async ({ canvasElement }) => {
      const element = canvasElement.querySelector("ww-map") as HTMLElement;
      await drawn(element);
      await expect(element.shadowRoot?.querySelector("canvas")).toBeTruthy();
    },
  };
}

export const EachRecord: StoryObj = story(
  "Each record a point",
  "Hue and shape say what, fill says whether it is certain; the province keeps its hatch and its number.",
  { points: "all" },
);
export const EachRecordOnAGlobe: StoryObj = story("Points on a globe", "What is behind the horizon is not drawn.", {
  points: "all",
  projection: "globe",
  camera: "20 12 1.3",
});
export const EachRecordDrawnFlat: StoryObj = story("Points without WebGL", "The same marks, drawn by the canvas.", {
  points: "all",
  projection: "flat",
});
