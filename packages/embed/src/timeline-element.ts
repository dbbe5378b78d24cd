import { WhenWhereError } from "@whenwhere/model";
import { type TimelineOptions, timeline } from "@whenwhere/timeline";
import type { MountContext, Mounted } from "./element-kind.ts";
import { given } from "./given.ts";

/** Attributes of `<ww-timeline>` that `<when-where>` hands to its timeline too: options under their own names. */
export const SHARED_TIMELINE_ATTRIBUTES: Readonly<Record<string, string>> = {
  lane: "Field that makes the lanes, or several for lanes within lanes: `country admin1`; default `category`.",
  lanes: "Fields that the reader may choose lanes by: `category country kind`.",
  collapsed: "Groups of lanes that are closed: `all`, or names with semicolons between them.",
  "lane-order": "`size`, `name`, `first` (the default), or names with semicolons between them.",
  histogram: "Present: a row of all records stands above the lanes.",
  motion: "What glides in place of jumping: `gestures` (the default), `all` or `none`.",
  orientation:
    "`vertical`: time runs downward and lanes stand side by side, for phones and narrow columns; default `horizontal`.",
  mode: "What a drag does: `pan` (the default) or `select`; Shift swaps it.",
  now: "Present: a line at the reader's present; or an ISO date or date-time, at which it stands.",
  links:
    "Ties between records drawn as arrows: `selected` (the default: those of the selected and the hovered record), `all` or `none`.",
  "label-priority":
    "Whose words come first where there is no room for all: a measure such as `killed`, or a field that holds a number; the greater goes first.",
  eras: "Stretches of time behind the lanes, an EDTF date and a label each, with semicolons between them: `2021-11/2022-04~ Rainy season; 2023 Truce`.",
  annotations: "Remarks at dates, written as `eras` are: `2022-02-02 Ceasefire`.",
  zone: "Time zone of the axis: an IANA name such as `Africa/Maputo`, `UTC`, or `local` for the reader's; default `UTC`.",
  calendars:
    "Calendars of the axis, by Unicode name: `gregory persian`. Each after the Gregorian gets a line of its own.",
};

/** Attributes of `<ww-timeline>`. */
export const TIMELINE_ATTRIBUTES: Readonly<Record<string, string>> = {
  ...SHARED_TIMELINE_ATTRIBUTES,
  "height-px": "Height of the drawing in CSS pixels; default: by content.",
  size: "`full` (the default), or `sparkline`: counts, first and last date and the total in 60 px.",
  overview: "`off`: without the strip of all dates and its brush.",
  header: "`off`: without title, hint and controls above the drawing.",
  footer: "`off`: without the count line and the date inputs below it.",
};

type Attribute = MountContext["attribute"];

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

/** Fields with blanks between them; null when there are none. */
function fieldsOf(text: string | null): readonly string[] | null {
  const fields = text?.split(/\s+/).filter((field) => field !== "") ?? [];
  return fields.length === 0 ? null : fields;
}

/** One field, or several: lanes within lanes. */
function laneOf(text: string | null): string | readonly string[] | null {
  const fields = fieldsOf(text);
  return fields?.length === 1 ? (fields[0] as string) : fields;
}

/** Present and empty is the reader's clock. */
function nowOf(text: string | null): boolean | string | null {
  return text === "" ? true : text;
}

/** `2021-11/2022-04~ Rainy season; 2023 Truce`: EDTF has no blanks, so that the first one ends the date. */
function notesOf(text: string | null): readonly { readonly when: string; readonly label: string }[] | null {
  if (text === null) return null;
  return text.split(";").flatMap((one) => {
    const [, when, label] = /^\s*(\S+)\s*(.*?)\s*$/s.exec(one) ?? [];
    return when === undefined || label === undefined ? [] : [{ when, label }];
  });
}

/** @throws WhenWhereError `element/attribute` naming the words that are expected. */
function wordOf<W extends string>(attribute: Attribute, name: string, words: readonly W[]): W | null {
  const text = attribute(name);
  const word = words.find((one) => one === text?.trim());
  if (text === null || word !== undefined) return word ?? null;
  throw new WhenWhereError(
    "element/attribute",
    `The attribute \`${name}\` is ${JSON.stringify(text)}.`,
    `Write ${words.map((one) => `\`${one}\``).join(" or ")}, or leave it out.`,
  );
}

/** Options of the timeline that `<when-where>` has attributes for. */
export function sharedTimelineOptions(attribute: Attribute) {
  return given({
    lane: laneOf(attribute("lane")),
    lanes: fieldsOf(attribute("lanes")),
    collapsed: namesOf(attribute("collapsed"), ["all"]) as TimelineOptions["collapsed"] | null,
    laneOrder: namesOf(attribute("lane-order"), ["size", "name", "first"]) as TimelineOptions["laneOrder"] | null,
    histogram: attribute("histogram") === null ? null : true,
    motion: wordOf<NonNullable<TimelineOptions["motion"]>>(attribute, "motion", ["gestures", "all", "none"]),
    orientation: wordOf<NonNullable<TimelineOptions["orientation"]>>(attribute, "orientation", [
      "horizontal",
      "vertical",
    ]),
    mode: wordOf<NonNullable<TimelineOptions["mode"]>>(attribute, "mode", ["pan", "select"]),
    now: nowOf(attribute("now")),
    links: wordOf<NonNullable<TimelineOptions["links"]>>(attribute, "links", ["selected", "all", "none"]),
    labelPriority: attribute("label-priority"),
    eras: notesOf(attribute("eras")),
    annotations: notesOf(attribute("annotations")),
    zone: attribute("zone"),
    calendars: fieldsOf(attribute("calendars")),
  });
}

/** Makes the timeline of a `<ww-timeline>`. */
export function mountTimeline({ target, store, words, attribute }: MountContext): Mounted {
  const isShown = (name: string): boolean | null => (attribute(name) === "off" ? false : null);
  const own = given({
    height: numberOf(attribute("height-px")),
    size: wordOf<NonNullable<TimelineOptions["size"]>>(attribute, "size", ["full", "sparkline"]),
    overview: isShown("overview"),
    header: isShown("header"),
    footer: isShown("footer"),
  });
  const handle = timeline(target, { store, words, ...sharedTimelineOptions(attribute), ...own });
  return { handle, destroy: () => handle.destroy() };
}
