import { allLanguages, h } from "@whenwhere/view";
import { facets, recordCard, recordTable, workspace } from "@whenwhere/workspace";
import type { ElementData } from "./element-data.ts";
import type { ElementKind } from "./element-kind.ts";
import { given } from "./given.ts";
import { MAP_ATTRIBUTES, mountMap } from "./map-element.ts";
import { mountPlayer, PLAYER_ATTRIBUTES } from "./player-element.ts";
import { mountStory, STORY_ATTRIBUTES } from "./story-element.ts";
import {
  mountTimeline,
  SHARED_TIMELINE_ATTRIBUTES,
  sharedTimelineOptions,
  TIMELINE_ATTRIBUTES,
} from "./timeline-element.ts";

const block = (minBlockSizePx: number): string =>
  `:host{display:block;position:relative;min-block-size:${minBlockSizePx}px}:host([hidden]){display:none}.ww-host{block-size:100%}`;

const mounted = <H extends { destroy(): void }>(handle: H) => ({ handle, destroy: () => handle.destroy() });

/**
 * The elements. `when-where` is the linked whole; the others are its parts, which share the store of their group
 * when they have no data of their own.
 */
export const ELEMENT_KINDS: readonly ElementKind[] = [
  {
    tag: "when-where",
    description: "Timeline, map, table and record of one collection, linked.",
    attributes: {
      ...SHARED_TIMELINE_ATTRIBUTES,
      projection: "`mercator`, `globe` or `flat` (no WebGL); default `mercator`.",
      layout: "`dashboard` (the default), `story`, `map-first`, `timeline-first` or `list-first`.",
      fragment:
        "`live`: the address bar follows the view; `none`: the element leaves it alone. Default: links are restored.",
      "data-version": "Your own word for the version of the records; shared links say it.",
      "remember-filters": "Name under which the browser keeps the filters that a reader saves.",
      files:
        "Present: readers may open files of their own, by a button or by dropping them. So they may where it has no data.",
    },
    css: `${block(480)}`,
    opensFiles: true,
    mount: ({ target, host, store, words, data, attribute }) => {
      const title = attribute("heading") ?? data.title ?? "";
      const { report } = data;
      const headerContent = host.querySelector(':scope > [slot="header"]') && h("slot", { name: "header" });
      const options = given({
        report,
        headerContent,
        description: data.description,
        timeline: sharedTimelineOptions(attribute),
        projection: attribute("projection") as "mercator" | null,
        layout: attribute("layout") as "dashboard" | null,
        dataVersion: attribute("data-version"),
        rememberFilters: attribute("remember-filters"),
      });
      const links = attribute("fragment");
      const fragment = links === "live" ? "live" : links !== "none";
      const handle = workspace(target, { store, words, title, fragment, languages: allLanguages, ...options });
      const renew = (now: ElementData) =>
        handle.update({
          title: attribute("heading") ?? now.title ?? "",
          ...(now.report === null ? {} : { report: now.report }),
        });
      return { ...mounted(handle), renew };
    },
  },
  {
    tag: "ww-timeline",
    description: "Incidents in time, in lanes, with a brush.",
    attributes: TIMELINE_ATTRIBUTES,
    css: `${block(160)}:host([size=sparkline]){min-block-size:0}`,
    mount: mountTimeline,
  },
  {
    tag: "ww-map",
    description: "Incidents in space over an offline basemap.",
    attributes: MAP_ATTRIBUTES,
    css: block(320),
    mount: mountMap,
  },
  {
    tag: "ww-player",
    description: "Plays the records in time: the window of its group moves, and every view follows.",
    attributes: PLAYER_ATTRIBUTES,
    css: block(44),
    mount: mountPlayer,
  },
  {
    tag: "ww-table",
    description: "The records as a sortable grid: the accessible twin of the drawings.",
    attributes: {},
    css: block(240),
    mount: ({ target, store, words }) => mounted(recordTable(target, { store, words })),
  },
  {
    tag: "ww-filters",
    description: "Search and facets with their certain and possible counts.",
    attributes: {},
    css: block(240),
    mount: ({ target, store, words }) => mounted(facets(target, { store, words })),
  },
  {
    tag: "ww-record",
    description: "The selected record with its accounts and sources.",
    attributes: {},
    css: block(120),
    mount: ({ target, store, words }) => mounted(recordCard(target, { store, words })),
  },
  {
    tag: "ww-story",
    description: "A story read by scrolling: steps of text beside a timeline and a map that follow it.",
    attributes: STORY_ATTRIBUTES,
    css: `:host{display:block;position:relative}:host([hidden]){display:none}`,
    mount: mountStory,
  },
];
