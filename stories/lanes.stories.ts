import type { Meta, StoryObj } from "@storybook/web-components-vite";
import type { Incident } from "@whenwhere/model";
import { expect, waitFor } from "storybook/test";
import { collectionOf, drawn, madeUpTitle, sheet, show } from "./collection.ts";

const meta: Meta = { title: "Timeline/Lanes" };
export default meta;

const PLACES: readonly (readonly [country: string, admin1: string])[] = [
  ["Mali", "Mopti"],
  ["Niger", "Diffa"],
  ["Mali", "Gao"],
  ["Mozambique", "Cabo Delgado"],
  ["Niger", "Tillabéri"],
  ["Mali", "Kidal"],
];
const CATEGORIES = ["attack", "strike", "arrest", "exercise"];

/** Made up to show the lanes; the third of each four is known to the month only. */
function records(count: number): readonly Partial<Incident>[] {
  return Array.from({ length: count }, (_, i): Partial<Incident> => {
    const [country, admin1] = PLACES[(i * 5) % PLACES.length] as (typeof PLACES)[number];
    const day = new Date(Date.UTC(2022, 0, 4 + ((i * 37) % 330))).toISOString().slice(0, 10);
    return {
      title: madeUpTitle(CATEGORIES[i % 4] as string, i),
      category: CATEGORIES[i % 4] as string,
      kind: `Village ${(i * 7) % count}`,
      when: { edtf: i % 4 === 2 ? day.slice(0, 7) : day },
      where: { name: admin1, country, admin1, precision: "province" },
    };
  });
}

function lanes(name: string, says: string, attributes: Readonly<Record<string, string>>, count = 60): StoryObj {
  const code = Object.entries(attributes).map(([key, value]) => (value === "" ? ` ${key}` : ` ${key}="${value}"`));
  return {
    name,
    render: () =>
      sheet(
        name,
        says,
        `<ww-timeline src="…"${code.join("")}></ww-timeline>`,
        show("ww-timeline", collectionOf(name, records(count)), attributes),
      ),
    play: async ({ canvasElement }) => {
      const element = canvasElement.querySelector("ww-timeline") as HTMLElement;
      await drawn(element);
      // What draws time downward comes when it is first asked for.
      await waitFor(() => expect(element.shadowRoot?.querySelectorAll("[role=treeitem]").length).toBeGreaterThan(2));
    },
  };
}

export const Nested: StoryObj = lanes(
  "Lanes within lanes",
  "A press or Enter opens and closes a group; its number is the sum of its lanes. Countries bear their names.",
  { lane: "country admin1", collapsed: "Niger", histogram: "" },
);

export const NestedDownward: StoryObj = lanes(
  "Lanes within lanes, side by side",
  "Where time runs downward a group stands over its lanes. A press, Enter or Space opens and closes it; so do the arrows down and up.",
  { lane: "country admin1", collapsed: "Niger", orientation: "vertical" },
  24,
);

export const Many: StoryObj = lanes(
  "More lanes than fit",
  "Those in sight are drawn, the count line says how many are not; the wheel over the plot stays with the page.",
  { lane: "kind", "lane-order": "name" },
  240,
);
