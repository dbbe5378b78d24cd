import type { Meta, StoryObj } from "@storybook/web-components-vite";
import { expect, waitFor } from "storybook/test";
import { collectionOf, drawn, madeUpTitle, sheet, show } from "./collection.ts";

const meta: Meta = { title: "Map/Density" };
export default meta;

const TOWNS = [
  ["Aleppo", 37.16, 36.2],
  ["Idlib", 36.63, 35.93],
  ["Damascus", 36.29, 33.51],
  ["Mosul", 43.13, 36.34],
  ["Baghdad", 44.37, 33.31],
  ["Raqqa", 39.01, 35.95],
] as const;

/** Made up: most records at a town, some known to 60 km only, some to a country only. */
const MADE_UP = collectionOf(
  "Made up",
  Array.from({ length: 600 }, (_, i) => {
    const [name, lon, lat] = TOWNS[((i * i) % 7) % TOWNS.length] as (typeof TOWNS)[number];
    // Many at the town itself, fewer the further off.
    const [turn, away] = [i * 2.39996, ((i * 37) % 101) / 101];
    const [dx, dy] = [Math.cos(turn) * away ** 2.4 * 1.9, Math.sin(turn) * away ** 2.4 * 1.4];
    const where =
      i % 9 === 0
        ? { name: "Syria", country: "SY", precision: "country" as const }
        : i % 5 === 0
          ? { name, lon, lat, precision: "district" as const, radiusM: 60_000, country: "SY" }
          : { name, lon: lon + dx, lat: lat + dy, precision: "exact" as const, country: "SY" };
    return {
      title: madeUpTitle("attack", i),
      category: "attack",
      when: { edtf: new Date(Date.UTC(2021, 0, 1 + ((i * 7) % 700))).toISOString().slice(0, 10) },
      where,
    };
  }),
);

function density(kind: "hexbin" | "heat", says: string): StoryObj {
  return {
    name: `<ww-map density=${kind}>`,
    render: () => {
      const map = show("ww-map", MADE_UP, { density: kind });
      map.style.cssText = "block-size:440px";
      return sheet(kind === "heat" ? "Heat" : "Hexagons", says, `<ww-map src="…" density="${kind}"></ww-map>`, map);
    },
    play: async ({ canvasElement }) => {
      const element = canvasElement.querySelector("ww-map") as HTMLElement;
      await drawn(element);
      const legend = element.shadowRoot?.querySelector(".ww-map-legend") as HTMLElement;
      await waitFor(() => expect(legend.hidden).toBe(false));
      await expect(legend.querySelectorAll("ol li").length).toBeGreaterThan(3);
    },
  };
}

export const Hexbin: StoryObj = density(
  "hexbin",
  "Records per area of ground: each hexagon is divided by the ground it covers. What is known to 60 km is spread over them; what is known to a country is left out, and the legend says how many.",
);
export const Heat: StoryObj = density(
  "heat",
  "The same counts as a smooth surface in steps. A step means the same at every date, so nothing flickers while a window moves.",
);
