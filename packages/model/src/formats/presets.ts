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
