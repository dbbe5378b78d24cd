import type { OwnTexts, SharedTimelineTexts } from "../attribute-names.ts";

/** What those attributes of `<ww-timeline>` do that `<when-where>` hands to its timeline too. */
export const SHARED_TIMELINE_TEXTS: SharedTimelineTexts = {
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

/** What the attributes of `<ww-timeline>` do. */
export const TIMELINE_TEXTS: OwnTexts<"ww-timeline"> = {
  ...SHARED_TIMELINE_TEXTS,
  "height-px": "Height of the drawing in CSS pixels; default: by content.",
  size: "`full` (the default), or `sparkline`: counts, first and last date and the total in 60 px.",
  overview: "`off`: without the strip of all dates and its brush.",
  header: "`off`: without title, hint and controls above the drawing.",
  footer: "`off`: without the count line and the date inputs below it.",
};
