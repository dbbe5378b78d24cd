import type { Where } from "../../incident.ts";
import { readPair } from "../../read/table/coordinate-text.ts";
import type { PresetCountry } from "../preset-country.ts";
import { presetDegrees } from "../preset-degrees.ts";
import { given, type PresetRow } from "../preset-table.ts";
import { COLUMN, LINE_WORDS, WHERE_PREC } from "./ucdp-codes.ts";

/** The place of an event. From `where_prec` 3 on the coordinates only represent an area. */
export function ucdpWhere(row: PresetRow, country: PresetCountry): Where | undefined {
  const name = row.text(...COLUMN.place);
  const known = row.coded(WHERE_PREC, "where_prec");
  const isLine = known?.precision === "region" && LINE_WORDS.test(name ?? "");
  const where = given({
    name: name ?? row.text("adm_2", "adm_1", "country"),
    ...position(row),
    precision: isLine ? "line" : known?.precision,
    radiusM: known?.radiusM,
    basis: known?.radiusM === undefined ? undefined : "codebook",
    admin1: row.text("adm_1"),
    country: country(row.text("country")),
  });
  return Object.keys(where).length === 0 ? undefined : (where as Where);
}

/** Latitude and longitude; the WKT point instead where it only has more digits of the same. */
function position(row: PresetRow): Pick<Where, "lon" | "lat"> {
  const lat = presetDegrees(row, "latitude");
  const lon = presetDegrees(row, "longitude");
  const wkt = readPair(row.text("geom_wkt") ?? "");
  if (wkt === null) return { ...(lon === undefined ? {} : { lon }), ...(lat === undefined ? {} : { lat }) };
  if (lat === undefined || lon === undefined) return { lon: wkt[1], lat: wkt[0] };
  const same = Math.abs(wkt[0] - lat) < 1e-3 && Math.abs(wkt[1] - lon) < 1e-3;
  return same ? { lon: wkt[1], lat: wkt[0] } : { lon, lat };
}
