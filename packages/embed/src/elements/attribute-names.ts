/** Attributes that decide what is read: a change of one loads anew, while what is drawn stays until it is there. */
export const DATA_ATTRIBUTES = [
  "src",
  "format",
  "stall-seconds",
  "worker-url",
  "category-field",
  "redact-radius",
  "redact-fields",
  "aggregate-below",
] as const;

/** Attributes that every element of ours understands; they bear the names of the options. */
export const COMMON_ATTRIBUTES = [...DATA_ATTRIBUTES, "group", "heading", "theme", "lang"] as const;

/** Attributes of `<ww-timeline>` that `<when-where>` hands to its timeline too: options under their own names. */
const SHARED_TIMELINE_ATTRIBUTES = [
  "lane",
  "lanes",
  "collapsed",
  "lane-order",
  "histogram",
  "motion",
  "orientation",
  "mode",
  "now",
  "links",
  "label-priority",
  "eras",
  "annotations",
  "zone",
  "calendars",
] as const;

/** Attributes of `<ww-map>` that `<when-where>` hands to its map too: scalar options of the map under their own names. */
const SHARED_MAP_ATTRIBUTES = [
  "projection",
  "basemap",
  "worldview",
  "detail",
  "camera",
  "points",
  "density",
  "popup",
  "tools",
  "map-worker-url",
  "attribution",
  "cooperative-gestures",
] as const;

/** The attributes of each element beside the common ones. What each does is said in `texts/`, which no page loads. */
export const OWN_ATTRIBUTES = {
  "when-where": [
    ...SHARED_TIMELINE_ATTRIBUTES,
    ...SHARED_MAP_ATTRIBUTES,
    "layout",
    "fragment",
    "data-version",
    "remember-filters",
    "files",
  ],
  "ww-timeline": [...SHARED_TIMELINE_ATTRIBUTES, "height-px", "size", "overview", "header", "footer"],
  "ww-map": [...SHARED_MAP_ATTRIBUTES, "header"],
  "ww-player": ["mode", "step", "width", "fps", "save", "loop"],
  "ww-table": [],
  "ww-filters": ["fields"],
  "ww-record": [],
  "ww-story": ["story", "lane", "projection"],
} as const;

/** The tag of an element. */
export type ElementTag = keyof typeof OWN_ATTRIBUTES;
/** What each attribute does: those that the timeline and `<when-where>` share. */
export type SharedTimelineTexts = Readonly<Record<(typeof SHARED_TIMELINE_ATTRIBUTES)[number], string>>;
/** What each attribute does: those that the map and `<when-where>` share. */
export type SharedMapTexts = Readonly<Record<(typeof SHARED_MAP_ATTRIBUTES)[number], string>>;
/** What each attribute of an element does, beside the common ones. */
export type OwnTexts<Tag extends ElementTag> = Readonly<Record<(typeof OWN_ATTRIBUTES)[Tag][number], string>>;
