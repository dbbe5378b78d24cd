import type { ElementTag, OwnTexts } from "../attribute-names.ts";
import { MAP_TEXTS } from "./map-texts.ts";
import { PLAYER_TEXTS } from "./player-texts.ts";
import { STORY_TEXTS } from "./story-texts.ts";
import { TIMELINE_TEXTS } from "./timeline-texts.ts";
import { WORKSPACE_TEXTS } from "./workspace-texts.ts";

/** What an element is, and what its own attributes do. */
interface ElementText<Tag extends ElementTag> {
  readonly description: string;
  readonly attributes: OwnTexts<Tag>;
}

/** The elements in words, for editors and galleries. */
export const ELEMENT_TEXTS: { readonly [Tag in ElementTag]: ElementText<Tag> } = {
  "when-where": {
    description: "Timeline, map, table and record of one collection, linked.",
    attributes: WORKSPACE_TEXTS,
  },
  "ww-timeline": { description: "Incidents in time, in lanes, with a brush.", attributes: TIMELINE_TEXTS },
  "ww-map": { description: "Incidents in space over an offline basemap.", attributes: MAP_TEXTS },
  "ww-player": {
    description: "Plays the records in time: the window of its group moves, and every view follows.",
    attributes: PLAYER_TEXTS,
  },
  "ww-table": { description: "The records as a sortable grid: the accessible twin of the drawings.", attributes: {} },
  "ww-filters": {
    description: "Search and facets with their certain and possible counts.",
    attributes: {
      fields:
        "What is offered, in this order, with blanks between: `category`, `status`, `dated`, `precision`, `country`, `actor`, `source`, `tag`, `figures` (by itself all of them), and text fields of the records themselves.",
    },
  },
  "ww-record": { description: "The selected record with its accounts and sources.", attributes: {} },
  "ww-story": {
    description: "A story read by scrolling: steps of text beside a timeline and a map that follow it.",
    attributes: STORY_TEXTS,
  },
};
