import { type IncidentMapOptions, incidentMap } from "@whenwhere/map";
import { type TimelineOptions, timeline } from "@whenwhere/timeline";
import { h } from "@whenwhere/view";
import { facets, recordCard, recordTable, workspace } from "@whenwhere/workspace";
import type { ElementKind, MountContext } from "./element-kind.ts";

const block = (minBlockSizePx: number): string =>
  `:host{display:block;position:relative;min-block-size:${minBlockSizePx}px}:host([hidden]){display:none}.ww-host{block-size:100%}`;

const mounted = <H extends { destroy(): void }>(handle: H) => ({ handle, destroy: () => handle.destroy() });

/** Options that are given, without those whose attribute is absent. */
function given<T extends Readonly<Record<string, unknown>>>(options: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== null && value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
}

/** A number in an attribute; null when it is absent or not a number. */
function numberOf(text: string | null): number | null {
  return text === null || text.trim() === "" || Number.isNaN(Number(text)) ? null : Number(text);
}

/** Names in an attribute, with semicolons between them, since names hold spaces and commas; a single word of `words` is that word. */
function namesOf<W extends string>(text: string | null, words: readonly W[]): W | readonly string[] | null {
  if (text === null) return null;
  const word = words.find((one) => one === text.trim());
  return word ?? text.split(";").flatMap((name) => name.trim() || []);
}

/** One field, or several with spaces between them: lanes within lanes. */
function laneOf(text: string | null): string | readonly string[] | null {
  const fields = text?.trim().split(/\s+/) ?? [];
  return fields.length > 1 ? fields : text;
}

/** Present and empty is the reader's clock. */
function nowOf(text: string | null): boolean | string | null {
  return text === "" ? true : text;
}

function mountTimeline({ target, store, words, attribute }: MountContext) {
  const options = given({
    lane: laneOf(attribute("lane")),
    collapsed: namesOf(attribute("collapsed"), ["all"]) as TimelineOptions["collapsed"] | null,
    laneOrder: namesOf(attribute("lane-order"), ["size", "name", "first"]) as TimelineOptions["laneOrder"] | null,
    histogram: attribute("histogram") === null ? null : true,
    motion: attribute("motion") as TimelineOptions["motion"] | null,
    height: numberOf(attribute("height-px")),
    size: attribute("size") as TimelineOptions["size"] | null,
    now: nowOf(attribute("now")),
    links: attribute("links") as TimelineOptions["links"] | null,
    zone: attribute("zone"),
    calendars: attribute("calendars")?.trim().split(/\s+/) ?? null,
  });
  return mounted(timeline(target, { store, words, ...options }));
}

function mountMap({ target, store, words, attribute }: MountContext) {
  const projection = attribute("projection") as IncidentMapOptions["projection"] | null;
  const cooperativeGestures = attribute("cooperative-gestures") === null ? null : true;
  return mounted(incidentMap(target, { store, words, ...given({ projection, cooperativeGestures }) }));
}

/**
 * The elements. `when-where` is the linked whole; the others are its parts, which share the store of their group
 * when they have no data of their own.
 */
export const ELEMENT_KINDS: readonly ElementKind[] = [
  {
    tag: "when-where",
    description: "Timeline, map, table and record of one collection, linked.",
    attributes: {
      lane: "Field that makes the lanes; default `category`.",
      projection: "`mercator`, `globe` or `flat` (no WebGL); default `mercator`.",
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
        lane: attribute("lane"),
        projection: attribute("projection") as "mercator" | null,
      });
      return mounted(workspace(target, { store, words, title, ...options }));
    },
  },
  {
    tag: "ww-timeline",
    description: "Incidents in time, in lanes, with a brush.",
    attributes: {
      lane: "Field that makes the lanes, or several for lanes within lanes: `country admin1`; default `category`.",
      collapsed: "Groups of lanes that are closed: `all`, or names with semicolons between them.",
      "lane-order": "`size`, `name`, `first` (the default), or names with semicolons between them.",
      histogram: "Present: a row of all records stands above the lanes.",
      motion: "What glides in place of jumping: `gestures` (the default), `all` or `none`.",
      "height-px": "Height of the drawing in CSS pixels; default: by content.",
      size: "`full` (the default), or `sparkline`: counts, first and last date and the total in 60 px.",
      now: "Present: a line at the reader's present; or an ISO date or date-time, at which it stands.",
      links:
        "Ties between records drawn as arrows: `selected` (the default: those of the selected and the hovered record), `all` or `none`.",
      zone: "Time zone of the axis: an IANA name such as `Africa/Maputo`, `UTC`, or `local` for the reader's; default `UTC`.",
      calendars:
        "Calendars of the axis, by Unicode name: `gregory persian`. Each after the Gregorian gets a line of its own.",
    },
    css: `${block(160)}:host([size=sparkline]){min-block-size:0}`,
    mount: mountTimeline,
  },
  {
    tag: "ww-map",
    description: "Incidents in space over an offline basemap.",
    attributes: {
      projection: "`mercator`, `globe` or `flat` (no WebGL); default `mercator`.",
      "cooperative-gestures": "Present: one finger and the plain wheel stay with the page.",
    },
    css: block(320),
    mount: mountMap,
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
];
