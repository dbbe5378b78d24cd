import type { Meta, StoryObj } from "@storybook/web-components-vite";
import type { Collection } from "@whenwhere/model";
import { expect } from "storybook/test";
import abuDhabi from "../data/abu-dhabi-uav-strike/incidents.json";
import { attributeFields, writtenAttributes } from "./attribute-fields.ts";
import { drawn, sheet, show } from "./collection.ts";

const collection = abuDhabi as unknown as Collection;
const meta: Meta = { title: "Elements/All" };
export default meta;

/** Other stories are one state each. */
const WITH_FIELDS = { controls: { disable: false, expanded: true } };

async function ready(root: HTMLElement, tag: string): Promise<HTMLElement> {
  const element = root.querySelector(tag) as HTMLElement;
  await drawn(element);
  return element;
}

/** A map with room for the names on it. */
function mapOf(attributes: Readonly<Record<string, string>>): HTMLElement {
  const map = show("ww-map", collection, attributes);
  map.style.cssText = "display:block;block-size:440px";
  return map;
}

export const Timeline: StoryObj = {
  name: "<ww-timeline>",
  argTypes: attributeFields("ww-timeline"),
  parameters: WITH_FIELDS,
  render: (args) =>
    sheet(
      "Timeline",
      "Lanes by category. Drag to pan, Shift and drag to choose a window. The panel (key A) has a field for each attribute.",
      '<ww-timeline src="…"></ww-timeline>',
      show("ww-timeline", collection, writtenAttributes(args)),
    ),
  play: async ({ canvasElement }) => {
    const element = await ready(canvasElement, "ww-timeline");
    await expect(element.shadowRoot?.querySelectorAll('[role="slider"]').length).toBe(2);
  },
};

export const IncidentMap: StoryObj = {
  name: "<ww-map>",
  argTypes: attributeFields("ww-map"),
  parameters: WITH_FIELDS,
  render: (args) =>
    sheet(
      "Map",
      "An offline basemap; nothing is fetched. The panel (key A) has a field for each attribute.",
      '<ww-map src="…"></ww-map>',
      mapOf(writtenAttributes(args)),
    ),
  play: async ({ canvasElement }) => {
    const element = await ready(canvasElement, "ww-map");
    await expect(element.shadowRoot?.querySelector("canvas")).toBeTruthy();
  },
};

export const FlatMap: StoryObj = {
  name: "<ww-map projection=flat>",
  render: () =>
    sheet(
      "Flat map",
      "The same scene without WebGL.",
      '<ww-map src="…" projection="flat"></ww-map>',
      mapOf({ projection: "flat" }),
    ),
  play: async ({ canvasElement }) => {
    const element = await ready(canvasElement, "ww-map");
    await expect(element.shadowRoot?.querySelector("canvas")).toBeTruthy();
  },
};

export const Globe: StoryObj = {
  name: "<ww-map projection=globe>",
  render: () =>
    sheet(
      "Globe",
      "The same records on a globe.",
      '<ww-map src="…" projection="globe" camera="30 20 1"></ww-map>',
      mapOf({ projection: "globe", camera: "30 20 1" }),
    ),
  play: async ({ canvasElement }) => {
    const element = await ready(canvasElement, "ww-map");
    await expect(element.shadowRoot?.querySelector("canvas")).toBeTruthy();
  },
};

export const Table: StoryObj = {
  name: "<ww-table>",
  render: () =>
    sheet(
      "Table",
      "The accessible twin of the drawings.",
      '<ww-table src="…"></ww-table>',
      show("ww-table", collection),
    ),
  play: async ({ canvasElement }) => {
    const element = await ready(canvasElement, "ww-table");
    await expect(element.shadowRoot?.querySelector('[role="grid"]')).toBeTruthy();
  },
};

export const Filters: StoryObj = {
  name: "<ww-filters>",
  render: () =>
    sheet(
      "Filters",
      "Every value with its certain and its possible count; a facet leaves its own choice out.",
      '<ww-filters src="…"></ww-filters>',
      show("ww-filters", collection),
    ),
  play: async ({ canvasElement }) => {
    const element = await ready(canvasElement, "ww-filters");
    await expect(element.shadowRoot?.querySelector('input[type="search"], input')).toBeTruthy();
  },
};

export const RecordCard: StoryObj = {
  name: "<ww-record>",
  render: () =>
    sheet(
      "Record",
      "The selected record with its accounts and sources.",
      '<ww-record src="…"></ww-record>',
      show("ww-record", collection),
    ),
  play: async ({ canvasElement }) => {
    const element = (await ready(canvasElement, "ww-record")) as ReturnType<typeof show>;
    element.store?.select("ae-abu-dhabi-uav-2022-02-02");
    await expect(element.shadowRoot?.textContent).toContain("Drones launched at Abu Dhabi");
  },
};

export const Linked: StoryObj = {
  name: "Linked by group",
  render: () => {
    const main = sheet(
      "Linked parts",
      "Only the timeline has data; the others borrow its store.",
      '<ww-timeline src="…"></ww-timeline> <ww-map></ww-map> <ww-table></ww-table>',
    );
    main.append(show("ww-timeline", collection), show("ww-map", null), show("ww-table", null));
    return main;
  },
  play: async ({ canvasElement }) => {
    const timeline = (await ready(canvasElement, "ww-timeline")) as ReturnType<typeof show>;
    const table = (await ready(canvasElement, "ww-table")) as ReturnType<typeof show>;
    await expect(table.store).toBe(timeline.store);
  },
};
