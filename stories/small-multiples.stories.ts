import type { Meta, StoryObj } from "@storybook/web-components-vite";
import type { IncidentMapHandle } from "@whenwhere/map";
import type { Collection, Incident } from "@whenwhere/model";
import { createWords } from "@whenwhere/view/pure";
import { expect } from "storybook/test";
import cabo from "../data/cabo-delgado-attacks/incidents.json";
import { collectionOf, drawn, sheet, show } from "./collection.ts";

const meta: Meta = { title: "Map/Small multiples" };
export default meta;

/** Made up: 24 months of a conflict that moves along a coast. */
const MONTHS = Array.from({ length: 24 }, (_, month) => {
  const year = 2020 + Math.floor(month / 12);
  const edtf = `${year}-${String((month % 12) + 1).padStart(2, "0")}`;
  const name = new Date(Date.UTC(year, month % 12)).toLocaleDateString("en", {
    ...{ month: "long", year: "numeric", timeZone: "UTC" },
  });
  const records = Array.from({ length: 3 + ((month * 7) % 9) }, (_, i): Partial<Incident> => {
    const drift = month / 24;
    const [lon, lat] = [38.6 + ((i * 37 + month * 11) % 23) / 10, -10.8 - 2.4 * drift - ((i * 53 + month) % 17) / 12];
    const category = ["attack", "strike", "arrest"][(i + month) % 3] as string;
    const doubt = i % 4 === 0 ? { precision: "settlement" as const, radiusM: 30_000 } : { precision: "exact" as const };
    return { category, when: { edtf }, where: { name: "", lon, lat, ...doubt, basis: "assumed" } };
  });
  return { name, collection: collectionOf(name, records) };
});

/** One map of a sheet, with its caption and how many records it shows. */
function small(name: string, collection: Collection, attributes: Readonly<Record<string, string>>): HTMLElement {
  const figure = document.createElement("figure");
  figure.style.cssText = "margin:0;min-inline-size:0";
  const caption = document.createElement("figcaption");
  caption.style.cssText = "font:650 12px/20px var(--ww-font, sans-serif);display:flex;justify-content:space-between";
  const count = document.createElement("span");
  count.style.fontWeight = "400";
  count.textContent = String(collection.incidents.length);
  caption.append(name, count);
  const map = show("ww-map", collection, { group: name, header: "none", popup: "several", ...attributes });
  map.style.cssText = "display:block;block-size:190px;min-block-size:0";
  figure.append(caption, map);
  return figure;
}

function grid(figures: readonly HTMLElement[], leastPx = 168): HTMLElement {
  const element = document.createElement("div");
  element.style.cssText = `display:grid;grid-template-columns:repeat(auto-fill,minmax(${leastPx}px,1fr));gap:16px 12px`;
  element.append(...figures);
  return element;
}

/** What is moved on one map moves on all: one camera, one scale. */
function shareCamera(root: HTMLElement): void {
  const maps = [...root.querySelectorAll("ww-map")] as (HTMLElement & { handle: IncidentMapHandle | null })[];
  let following = false;
  for (const map of maps) {
    map.addEventListener("ww-ready", () => {
      map.handle?.on("camera", (camera) => {
        if (following) return;
        following = true;
        for (const other of maps) if (other !== map) other.handle?.update({ camera });
        following = false;
      });
    });
  }
}

export const ByMonth: StoryObj = {
  name: "24 months, one camera",
  render: () => {
    const camera = "39.8 -12.4 4.6";
    const figures = MONTHS.map(({ name, collection }) => small(name, collection, { camera, projection: "flat" }));
    const main = sheet(
      "Small multiples",
      "One map a month, all with one camera and one scale: what is moved on one moves on all. Drawn without WebGL, of which a page has room for sixteen maps only.",
      '<ww-map src="…" header="none" camera="39.8 -12.4 4.6" projection="flat"></ww-map>',
      grid(figures),
    );
    shareCamera(main);
    return main;
  },
  play: async ({ canvasElement }) => {
    const maps = [...canvasElement.querySelectorAll("ww-map")];
    await expect(maps).toHaveLength(24);
    await Promise.all(maps.map(drawn));
  },
};

export const ByCategory: StoryObj = {
  name: "One map a category",
  render: () => {
    // What is owed to whom is said once, under all of them.
    const { incidents, attribution, license, ...rest } = cabo as unknown as Collection;
    const words = createWords("en");
    const categories = [...new Set(incidents.map(({ category }) => category ?? ""))];
    const figures = categories.map((category) => {
      const own = incidents.filter((one) => (one.category ?? "") === category);
      return small(
        words.category(category),
        { ...rest, title: `${rest.title}: ${category}`, incidents: own },
        { camera: "39.5 -14.5 3.6" },
      );
    });
    const credit = document.createElement("p");
    credit.textContent = [attribution, license].join(" · ");
    const main = sheet("By category", "One dataset, a map for each of its categories.", "", grid(figures, 200), credit);
    shareCamera(main);
    return main;
  },
  play: async ({ canvasElement }) => {
    await Promise.all([...canvasElement.querySelectorAll("ww-map")].map(drawn));
  },
};
