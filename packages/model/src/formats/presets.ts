import type { Reader } from "../read/reader.ts";
import { acled } from "./acled/acled.ts";
import { atlos } from "./atlos.ts";
import { bellingcat } from "./bellingcat.ts";
import { gdelt } from "./gdelt/gdelt.ts";
import { gpx } from "./gpx/gpx.ts";
import { gtd } from "./gtd/gtd.ts";
import { hxl } from "./hxl/hxl.ts";
import { kml } from "./kml/kml.ts";
import { linkedPlaces } from "./linked-places/linked-places.ts";
import { timelinejs } from "./timelinejs/timelinejs.ts";
import { timemap } from "./timemap.ts";
import { ucdpGed } from "./ucdp-ged/ucdp-ged.ts";
import { usgs } from "./usgs/usgs.ts";

export { acled } from "./acled/acled.ts";
export { atlos } from "./atlos.ts";
export { bellingcat } from "./bellingcat.ts";
export { type FreeTextContext, type FreeTextDate, readFreeTextDate } from "./free-text-date.ts";
export { gdelt } from "./gdelt/gdelt.ts";
export { gpx } from "./gpx/gpx.ts";
export { gtd } from "./gtd/gtd.ts";
export { hxl } from "./hxl/hxl.ts";
export { kml } from "./kml/kml.ts";
export { linkedPlaces } from "./linked-places/linked-places.ts";
export { timelinejs } from "./timelinejs/timelinejs.ts";
export { timemap } from "./timemap.ts";
export { type ArrowParts, toArrow, type WrittenBytes } from "./to-arrow.ts";
export { type ICalendarOptions, toICalendar } from "./to-ical.ts";
export { toKML } from "./to-kml.ts";
export { toLinkedPlaces } from "./to-linked-places.ts";
export { toTimelineJS } from "./to-timelinejs.ts";
export { ucdpGed } from "./ucdp-ged/ucdp-ged.ts";
export { usgs } from "./usgs/usgs.ts";
export type { WriteCode, WrittenText } from "./written.ts";

/**
 * All presets, for `readIncidents(input, { format: "auto", readers: presets })`. `loadIncidents` and the command
 * recognise them by themselves.
 */
export const presets: readonly Reader[] = [
  acled,
  ucdpGed,
  gtd,
  gdelt,
  usgs,
  hxl,
  atlos,
  bellingcat,
  timemap,
  timelinejs,
  linkedPlaces,
  kml,
  gpx,
];
