import type { Meta, StoryObj } from "@storybook/web-components-vite";
import { expect } from "storybook/test";
import { collectionOf, drawn, sheet, show, spaced } from "./collection.ts";
import { TIME_GLYPHS } from "./time-glyphs.ts";

const meta: Meta = { title: "Time glyphs" };
export default meta;

/** Two records that hold the axis to the same eight weeks in every story. */
const frame = ["2021-12-27", "2022-02-28"].map((edtf, index) => ({
  id: `frame-${index}`,
  title: index === 0 ? "first day" : "last day",
  category: "other",
  when: { edtf },
}));

function glyph(key: string): StoryObj {
  const { name, says, record } = TIME_GLYPHS[key] as (typeof TIME_GLYPHS)[string];
  return {
    name,
    render: () => sheet(name, says, spaced(record), show("ww-timeline", collectionOf(name, [record, ...frame]))),
    play: async ({ canvasElement }) => {
      const element = canvasElement.querySelector("ww-timeline") as HTMLElement;
      await drawn(element);
      await expect(element.shadowRoot?.querySelector("canvas")).toBeTruthy();
    },
  };
}

export const ExactMoment: StoryObj = glyph("exactMoment");
export const SomeHourThatDay: StoryObj = glyph("someHourThatDay");
export const WithinMonth: StoryObj = glyph("withinMonth");
export const WithinApproximate: StoryObj = glyph("withinApproximate");
export const UncertainDate: StoryObj = glyph("uncertainDate");
export const ThroughoutFaded: StoryObj = glyph("throughoutFaded");
export const OpenEnd: StoryObj = glyph("openEnd");
export const UnknownEnd: StoryObj = glyph("unknownEnd");
export const Ongoing: StoryObj = glyph("ongoing");
export const OnOrBefore: StoryObj = glyph("onOrBefore");
export const OnOrAfter: StoryObj = glyph("onOrAfter");
export const Series: StoryObj = glyph("series");
export const OneOfSet: StoryObj = glyph("oneOfSet");
export const Planned: StoryObj = glyph("planned");
export const Cancelled: StoryObj = glyph("cancelled");
export const Alleged: StoryObj = glyph("alleged");
export const Disputed: StoryObj = glyph("disputed");
export const NoDate: StoryObj = glyph("noDate");
