import type { PlacePrecision } from "../../incident.ts";

/** `time_precision`: the day, the week around it, the month of it. */
export const TIME_PRECISION: Readonly<Record<string, "day" | "week" | "month">> = {
  "1": "day",
  "2": "week",
  "3": "month",
};

/** `geo_precision`. The codebook states no radius; those here are assumed. */
export const GEO_PRECISION: Readonly<
  Record<string, { readonly precision: PlacePrecision; readonly radiusM?: number }>
> = {
  "1": { precision: "settlement", radiusM: 5_000 },
  "2": { precision: "settlement", radiusM: 25_000 },
  "3": { precision: "province" },
};

/** `inter1` and `inter2` by number (until 2024), by the text of 2024 and later, and by the labels of acledR. */
const INTER: Readonly<Record<string, string>> = {
  "0": "none",
  "1": "State forces",
  "2": "Rebel group",
  "3": "Political militia",
  "4": "Identity militia",
  "5": "Rioters",
  "6": "Protesters",
  "7": "Civilians",
  "8": "External/Other forces",
  "state forces": "State forces",
  "rebel group": "Rebel group",
  "rebel groups": "Rebel group",
  "rebel forces": "Rebel group",
  "political militia": "Political militia",
  "political militias": "Political militia",
  "militia groups": "Political militia",
  "identity militia": "Identity militia",
  "identity militias": "Identity militia",
  "communal/identity militias": "Identity militia",
  rioters: "Rioters",
  protesters: "Protesters",
  protestors: "Protesters",
  civilians: "Civilians",
  "external/other forces": "External/Other forces",
  "other forces": "External/Other forces",
};

/** The name of an actor's kind in the vocabulary of 2024; undefined when it is in none of the three. */
export function interName(value: string): string | undefined {
  return INTER[value.replace(/^(\d)\.0$/, "$1").toLowerCase()];
}

/**
 * `interaction`: two digits of {@link INTER}, smaller first, or one and a zero for a sole actor (`60`), or the text of
 * 2024 ("Rebel group-Civilians", "Protesters only"), which is returned as it is. Undefined when it is neither.
 */
export function interactionName(value: string): string | undefined {
  const digits = /^([1-8])([0-8])(?:\.0)?$/.exec(value);
  if (digits !== null) {
    const [, first = "", second = ""] = digits;
    return second === "0" ? `${INTER[first]} only` : `${INTER[first]}-${INTER[second]}`;
  }
  const sole = /^(.+) only$/i.exec(value)?.[1];
  const parts = sole === undefined ? value.split(/\s*-\s*/) : [sole];
  return parts.every((part) => interName(part) !== undefined) ? value : undefined;
}

/** Numbers that the codebook puts where reports say "several", "dozens" or "hundreds". */
export const CONVENTIONAL: ReadonlySet<number> = /* @__PURE__ */ new Set([3, 10, 12, 100]);

/** Words in the notes that make such a number conventional. */
export const VAGUE_COUNT =
  /\b(?:several|many|few|some|numerous|multiple|dozens?|scores?|hundreds?|unknown number|unspecified number|unconfirmed number|no exact number)\b/i;

/** Columns of the layout that have their place in the record. */
export const ACLED_COLUMNS = [
  "event_id_cnty",
  "event_date",
  "year",
  "time_precision",
  "event_type",
  "sub_event_type",
  "actor1",
  "actor2",
  "assoc_actor_1",
  "assoc_actor_2",
  "inter1",
  "inter2",
  "interaction",
  "country",
  "admin1",
  "location",
  "latitude",
  "longitude",
  "geo_precision",
  "source",
  "notes",
  "fatalities",
  "tags",
] as const;

/** The same as a set: all other columns are kept under `extra`. */
export const TAKEN: ReadonlySet<string> = /* @__PURE__ */ new Set(ACLED_COLUMNS);
