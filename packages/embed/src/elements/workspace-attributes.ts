import { SHARED_MAP_ATTRIBUTES } from "./map-attributes.ts";
import { SHARED_TIMELINE_ATTRIBUTES } from "./timeline-attributes.ts";

/** Attributes of `<when-where>` beside the common ones. */
export const WORKSPACE_ATTRIBUTES: Readonly<Record<string, string>> = {
  ...SHARED_TIMELINE_ATTRIBUTES,
  ...SHARED_MAP_ATTRIBUTES,
  layout: "`dashboard` (the default), `story`, `map-first`, `timeline-first` or `list-first`.",
  fragment:
    "`live`: the address bar follows the view; `none`: the element leaves it alone. Default: links are restored.",
  "data-version": "Your own word for the version of the records; shared links say it.",
  "remember-filters": "Name under which the browser keeps the filters that a reader saves.",
  files:
    "Present: readers may open files of their own, by a button or by dropping them. So they may where it has no data.",
};
