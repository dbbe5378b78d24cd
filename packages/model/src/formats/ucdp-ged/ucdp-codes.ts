import type { PlacePrecision } from "../../incident.ts";

/** `type_of_violence`: the category, and the part of each side in it. Side A is the attacker only in one-sided violence. */
export const TYPE_OF_VIOLENCE: Readonly<
  Record<string, { readonly category: string; readonly roleA: string; readonly roleB: string }>
> = {
  "1": { category: "state-based conflict", roleA: "participant", roleB: "participant" },
  "2": { category: "non-state conflict", roleA: "participant", roleB: "participant" },
  "3": { category: "one-sided violence", roleA: "perpetrator", roleB: "victim" },
};

/** `where_prec`: how finely the place is known, and the radius that the codebook states. */
export const WHERE_PREC: Readonly<Record<string, { readonly precision: PlacePrecision; readonly radiusM?: number }>> = {
  "1": { precision: "settlement" },
  "2": { precision: "settlement", radiusM: 25_000 },
  "3": { precision: "district" },
  "4": { precision: "province" },
  "5": { precision: "region" },
  "6": { precision: "country" },
  "7": { precision: "sea" },
};

/** Words in the name of a `where_prec` 5 place that make it a line instead of a fuzzy area. */
export const LINE_WORDS =
  /\b(?:river|border|boundary|road|highway|motorway|route|railway|railroad|rail ?line|line of control|canal|coast|coastline|corridor|pipeline)\b/i;

/** `date_prec`: the number of days that the codebook allows between `date_start` and `date_end`, both included. */
export const DATE_PREC: Readonly<Record<string, { readonly minDays: number; readonly maxDays: number }>> = {
  "1": { minDays: 1, maxDays: 1 },
  "2": { minDays: 2, maxDays: 6 },
  "3": { minDays: 7, maxDays: 7 },
  "4": { minDays: 8, maxDays: 31 },
  "5": { minDays: 32, maxDays: 366 },
};

/** `event_clarity`: one happening, or several clashes that could not be told apart. */
export const EVENT_CLARITY: Readonly<Record<string, "single" | "aggregate">> = { "1": "single", "2": "aggregate" };

/** Columns by the names they have had. */
export const COLUMN = {
  best: ["best", "best_est"],
  low: ["low", "low_est"],
  high: ["high", "high_est"],
  place: ["where_coordinates", "where_location", "where_description", "where_decription"],
  description: ["where_description", "where_decription"],
} as const;

/** Columns whose content has its place in the record; all others are kept under `extra`. */
export const TAKEN: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "id",
  "year",
  "type_of_violence",
  "conflict_name",
  "side_a",
  "side_b",
  "number_of_sources",
  "source_article",
  "source_office",
  "source_date",
  "source_headline",
  "where_prec",
  "where_coordinates",
  "where_location",
  "adm_1",
  "latitude",
  "longitude",
  "geom_wkt",
  "country",
  "event_clarity",
  "date_prec",
  "date_start",
  "date_end",
  ...COLUMN.best,
  ...COLUMN.low,
  ...COLUMN.high,
]);
