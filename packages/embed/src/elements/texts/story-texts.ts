import type { OwnTexts } from "../attribute-names.ts";

/** What the attributes of `<ww-story>` do. */
export const STORY_TEXTS: OwnTexts<"ww-story"> = {
  story:
    'Address of the story, one Markdown or JSON file; without it the text of a `<script type="text/markdown">` inside the element.',
  lane: "Field that makes the lanes of the timeline; default `category`.",
  projection: "Form of the map's ground: `mercator` (default), `globe`, `flat`, `equal-earth` or `natural-earth`.",
};
