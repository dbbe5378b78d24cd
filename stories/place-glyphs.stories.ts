import type { Meta, StoryObj } from "@storybook/web-components-vite";
import { expect } from "storybook/test";
import { collectionOf, drawn, sheet, show, spaced } from "./collection.ts";
import { PLACE_GLYPHS } from "./place-glyphs.ts";

const meta: Meta = { title: "Place glyphs" };
export default meta;

function glyph(key: string): StoryObj {
  const { name, says, records } = PLACE_GLYPHS[key] as (typeof PLACE_GLYPHS)[string];
  return {
    name,
    render: () => sheet(name, says, spaced(records[0] ?? {}), show("ww-map", collectionOf(name, records))),
    play: async ({ canvasElement }) => {
      const element = canvasElement.querySelector("ww-map") as HTMLElement;
      await drawn(element);
      await expect(element.shadowRoot?.querySelector("canvas")).toBeTruthy();
    },
  };
}

export const ExactPoint: StoryObj = glyph("exactPoint");
export const Town: StoryObj = glyph("town");
export const Radius: StoryObj = glyph("radius");
export const Province: StoryObj = glyph("province");
export const Country: StoryObj = glyph("country");
export const Sea: StoryObj = glyph("sea");
export const Obscured: StoryObj = glyph("obscured");
export const Line: StoryObj = glyph("line");
export const TwoPlaces: StoryObj = glyph("twoPlaces");
export const RivalPlaces: StoryObj = glyph("rivalPlaces");
export const Cluster: StoryObj = glyph("cluster");
export const UnknownPlace: StoryObj = glyph("unknownPlace");
