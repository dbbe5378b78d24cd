import { type TimelineOptions, timeline } from "@whenwhere/timeline";
import { given } from "../data/given.ts";
import type { MountContext, Mounted } from "./element-kind.ts";
import { fieldsOf } from "./fields-of.ts";

type Attribute = MountContext["attribute"];

/** A number in an attribute; null when it is absent or empty. What is no number is refused by the timeline as it stands. */
function numberOf(text: string | null): number | null {
  if (text === null || text.trim() === "") return null;
  return Number.isNaN(Number(text)) ? (text as never) : Number(text);
}

/** Names in an attribute, with semicolons between them, since names hold spaces and commas; a single word of `words` is that word. */
function namesOf<W extends string>(text: string | null, words: readonly W[]): W | readonly string[] | null {
  if (text === null) return null;
  const word = words.find((one) => one === text.trim());
  return word ?? text.split(";").flatMap((name) => name.trim() || []);
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

/** A word that is one of an option's; any other is refused by the timeline, which names those that are. */
function wordOf<Name extends keyof TimelineOptions>(attribute: Attribute, name: Name): TimelineOptions[Name] | null {
  return (attribute(name)?.trim() ?? null) as TimelineOptions[Name] | null;
}

/** Options of the timeline that `<when-where>` has attributes for. */
export function sharedTimelineOptions(attribute: Attribute) {
  return given({
    lane: laneOf(attribute("lane")),
    lanes: fieldsOf(attribute("lanes")),
    collapsed: namesOf(attribute("collapsed"), ["all"]) as TimelineOptions["collapsed"] | null,
    laneOrder: namesOf(attribute("lane-order"), ["size", "name", "first"]) as TimelineOptions["laneOrder"] | null,
    histogram: attribute("histogram") === null ? null : true,
    motion: wordOf(attribute, "motion"),
    orientation: wordOf(attribute, "orientation"),
    mode: wordOf(attribute, "mode"),
    now: nowOf(attribute("now")),
    links: wordOf(attribute, "links"),
    labelPriority: attribute("label-priority"),
    eras: notesOf(attribute("eras")),
    annotations: notesOf(attribute("annotations")),
    zone: attribute("zone"),
    calendars: fieldsOf(attribute("calendars")),
  });
}

/** Makes the timeline of a `<ww-timeline>`. */
export function mount({ target, store, words, attribute }: MountContext): Mounted {
  const isShown = (name: string): boolean | null => (attribute(name) === "off" ? false : null);
  const own = given({
    height: numberOf(attribute("height-px")),
    size: wordOf(attribute, "size"),
    overview: isShown("overview"),
    header: isShown("header"),
    footer: isShown("footer"),
  });
  const handle = timeline(target, { store, words, ...sharedTimelineOptions(attribute), ...own });
  return { handle, destroy: () => handle.destroy() };
}
