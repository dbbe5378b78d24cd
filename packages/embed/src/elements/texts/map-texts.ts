import type { OwnTexts, SharedMapTexts } from "../attribute-names.ts";

/** What those attributes of `<ww-map>` do that `<when-where>` hands to its map too. */
export const SHARED_MAP_TEXTS: SharedMapTexts = {
  projection: "`mercator` (the default) or `globe`; without WebGL `flat`, `equal-earth` or `natural-earth`.",
  basemap:
    "Address of a MapLibre style or of a `.pmtiles` file in place of the ground inside the library, or two with a blank between them, for light and dark; default: none, and nothing is asked of anybody.",
  worldview:
    "`de-facto` (the default: disputed borders dashed), `undisputed` (those left out) or `none` (coasts only).",
  detail: "Fineness of the ground, `110m` or `50m`; default: by the size of the map.",
  camera: "Where to look: `54.4 24.5 6` is longitude, latitude and zoom; default: all records.",
  points:
    "What stands for records close to each other: `clusters` (the default) or `all`, a point for each exactly placed record.",
  density:
    "`hexbin` or `heat`: the ground is coloured by how many records it has, in place of their glyphs; default `none`.",
  popup:
    "When a click on the map opens the list of records: `always` (the default of `<ww-map>`), `several` (that of `<when-where>`) or `never`.",
  tools:
    "Buttons beside those for the zoom: `reset`, `locate`, `fullscreen`, with blanks between them; default `fullscreen`.",
  "map-worker-url":
    "Address of MapLibre's worker file on your own origin, where a policy forbids workers from Blob URLs; without it maps are drawn without WebGL there.",
  attribution: "More to say beside the attribution of the records, which is always shown.",
  "cooperative-gestures": "`off`: one finger moves the map; else one finger and the plain wheel stay with the page.",
};

/** What the attributes of `<ww-map>` do. */
export const MAP_TEXTS: OwnTexts<"ww-map"> = {
  ...SHARED_MAP_TEXTS,
  header: "The line above the map: `counts` (the default), `hint` or `none`.",
};
