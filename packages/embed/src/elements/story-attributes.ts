/** Attributes of `<ww-story>` beside the common ones. */
export const STORY_ATTRIBUTES: Readonly<Record<string, string>> = {
  story:
    'Address of the story, one Markdown or JSON file; without it the text of a `<script type="text/markdown">` inside the element.',
  lane: "Field that makes the lanes of the timeline; default `category`.",
  projection: "Form of the map's ground: `mercator` (default), `globe`, `flat`, `equal-earth` or `natural-earth`.",
};
