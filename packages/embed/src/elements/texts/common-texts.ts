import type { COMMON_ATTRIBUTES } from "../attribute-names.ts";

/** What the attributes do that every element of ours understands. */
export const COMMON_TEXTS: Readonly<Record<(typeof COMMON_ATTRIBUTES)[number], string>> = {
  src: "URL of the data, or several parted by blanks: whenwhere JSON, GeoJSON, CSV, TSV or a known preset. Nothing is fetched without it.",
  format: "`json`, `csv`, `tsv`, `geojson` or the name of a preset; default: recognised by its content.",
  "stall-seconds": "Gives up when no byte arrives for so long; default 30, 0 = never.",
  "worker-url":
    "Address of `whenwhere/worker.js` on your own origin, where a policy forbids workers from Blob URLs; large files are read in it.",
  "category-field":
    "Field that gives hue, shape and legend in place of the category, such as `country`; `dataset`: which of several `src` a record came from.",
  "redact-radius": "Metres: places are shown no finer than this, before anything of the page sees the data.",
  "redact-fields": "Fields to leave out, such as `summary where.name`.",
  "aggregate-below": "Groups of fewer records of one place, category and month are joined.",
  group: "Name of the group whose elements share one store; default: the unnamed group.",
  heading: "Title shown by the element; default: the title in the data.",
  theme: "`light`, `dark` or `auto`, the reader's setting. Default `auto`.",
  lang: "Language of the interface (BCP 47); default: the nearest `lang`.",
};
