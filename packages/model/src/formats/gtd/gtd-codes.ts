import type { PlacePrecision } from "../../incident.ts";

/** `specificity`: 2 and 3 stand at the centroid of the smallest region; 5 has no coordinates. */
export const SPECIFICITY: Readonly<Record<string, PlacePrecision>> = {
  "1": "settlement",
  "2": "district",
  "3": "district",
  "4": "province",
  "5": "country",
};

/** `vicinity`: whether it happened near the city instead of in it; -9 is unknown. */
export const VICINITY: Readonly<Record<string, "in" | "near" | "unknown">> = {
  "0": "in",
  "1": "near",
  "-9": "unknown",
};

/** Metres around a city for "in the immediate vicinity". The codebook states none: this is assumed. */
export const VICINITY_RADIUS_M = 25_000;

/** `doubtterr`: whether it may have been something else than terrorism; -9 = not coded before 1998. */
export const DOUBT: Readonly<Record<string, "doubted" | "undoubted" | "not coded">> = {
  "1": "doubted",
  "0": "undoubted",
  "-9": "not coded",
};

/** `guncertain1-3` and `claimed`, `claim2`, `claim3`: yes, no, unknown. */
export const YES_NO: Readonly<Record<string, "yes" | "no" | "unknown">> = { "1": "yes", "0": "no", "-9": "unknown" };

/** Stand-ins for an unknown number. */
export const SENTINELS: ReadonlySet<string> = /* @__PURE__ */ new Set(["-9", "-99"]);

/** Text that stands for no text. */
export const NO_TEXT = /^(?:unknown|not applicable|n\/?a|\.)$/i;

/** Columns of numbers: figure, measure. */
export const FIGURES: readonly (readonly [column: string, measure: string])[] = [
  ["nkill", "killed"],
  ["nkillter", "killed: perpetrators"],
  ["nwound", "injured"],
  ["nwoundte", "injured: perpetrators"],
  ["nhostkid", "hostages"],
];

/** Columns whose content has its place in the record; all others are kept under `extra`. */
export const TAKEN: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "eventid",
  "iyear",
  "imonth",
  "iday",
  "approxdate",
  "country_txt",
  "provstate",
  "city",
  "latitude",
  "longitude",
  "summary",
  "attacktype1_txt",
  "weaptype1_txt",
  "alternative_txt",
  "gname",
  "gname2",
  "gname3",
  "target1",
  "target2",
  "target3",
  "scite1",
  "scite2",
  "scite3",
  "related",
  ...["nkill", "nkillter", "nwound", "nwoundte", "nhostkid"],
]);
