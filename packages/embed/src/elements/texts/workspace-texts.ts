import type { OwnTexts } from "../attribute-names.ts";
import { SHARED_MAP_TEXTS } from "./map-texts.ts";
import { SHARED_TIMELINE_TEXTS } from "./timeline-texts.ts";

/** What the attributes of `<when-where>` do. */
export const WORKSPACE_TEXTS: OwnTexts<"when-where"> = {
  ...SHARED_TIMELINE_TEXTS,
  ...SHARED_MAP_TEXTS,
  layout: "`dashboard` (the default), `story`, `map-first`, `timeline-first` or `list-first`.",
  fragment:
    "`live`: the address bar follows the view; `none`: the element leaves it alone. Default: links are restored.",
  "data-version": "Your own word for the version of the records; shared links say it.",
  "remember-filters": "Name under which the browser keeps the filters that a reader saves.",
  files:
    "Present: readers may open files of their own, by a button or by dropping them. So they may where it has no data.",
};
