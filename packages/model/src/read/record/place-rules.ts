import type { Where } from "../../incident.ts";
import { createCountryCodes } from "../../place/country-code.ts";
import { hasOutline, hasPosition } from "../../place/place-precision.ts";
import { valueText } from "../../value-text.ts";
import type { RowLog } from "./row-log.ts";

type LooseWhere = { -readonly [K in keyof Where]?: unknown };

const CODE = /^[A-Z]{2}$/;
const codeOf = /* @__PURE__ */ createCountryCodes();

/** Judges the coordinates of a place and its country. The rest of the place stays as it is. */
export function checkPlace(raw: Readonly<Record<string, unknown>>, path: string, log: RowLog): Where {
  const place = checkPosition(raw, path, log);
  const { country } = place;
  if (typeof country !== "string" || country === "" || CODE.test(country)) return place;
  const code = codeOf(country);
  if (code !== null) {
    log.note(
      "place/country-name",
      `${path}.country`,
      country,
      `${path}.country is ${valueText(country)}; it was read as ${code}.`,
    );
    return { ...place, country: code };
  }
  if (hasPosition(place) || hasOutline(place)) return place;
  log.note(
    "place/country-unknown",
    `${path}.country`,
    country,
    `${path}.country is ${valueText(country)}, no code of a country; its outline cannot be drawn.`,
  );
  return place;
}

/**
 * Judges the two coordinates together: whatever is not surely a position on Earth is taken off and said, so that nothing is
 * drawn at 0,0 or at a slip of the pen.
 */
function checkPosition(raw: Readonly<Record<string, unknown>>, path: string, log: RowLog): Where {
  const { lon: rawLon, lat: rawLat } = raw as LooseWhere;
  const rest: Record<string, unknown> = {};
  for (const key of Object.keys(raw)) if (key !== "lon" && key !== "lat") rest[key] = raw[key];
  const place = rest as Where;
  const lon = coordinate(rawLon, `${path}.lon`, log);
  const lat = coordinate(rawLat, `${path}.lat`, log);
  if (lon === "bad" || lat === "bad") return place;
  if (lon === undefined && lat === undefined) return withNulls(place, rawLon, rawLat);
  if (lon === undefined || lat === undefined) {
    const there = lon === undefined ? "lat" : "lon";
    log.note("place/half", path, null, `${path} has only ${there}; the point is left out.`);
    return place;
  }
  const fault = positionFault(lon, lat);
  if (fault !== null) {
    log.note(
      fault.code,
      path,
      [rawLon, rawLat],
      `${path} is at ${lon}, ${lat} (lon, lat): ${fault.words}. The point is left out.`,
    );
    return place;
  }
  if (place.precision === "unknown") {
    log.note(
      "place/unknown-with-coordinates",
      path,
      [lon, lat],
      `${path} is of unknown precision but has coordinates; they were left out.`,
    );
    return place;
  }
  rest.lon = lon;
  rest.lat = lat;
  return place;
}

/** Why a pair is no position on Earth; null when it is one. */
function positionFault(lon: number, lat: number): { readonly code: string; readonly words: string } | null {
  if (lon === 0 && lat === 0) return { code: "place/null-island", words: "0, 0 is what software writes for nothing" };
  if (lon === lat && (lon === -1 || lon === -9)) {
    return { code: "place/stand-in", words: `${lon}, ${lat} is what codebooks write for nothing` };
  }
  if (Math.abs(lat) > 90 && Math.abs(lat) <= 180 && Math.abs(lon) <= 90) {
    return { code: "place/swapped", words: "a latitude beyond 90 suggests that the two are swapped" };
  }
  if (Math.abs(lon) > 180 || Math.abs(lat) > 90) return { code: "place/out-of-range", words: "that is not on Earth" };
  return null;
}

/** A stated null is kept, so that writing a record back changes nothing. */
function withNulls(place: Where, lon: unknown, lat: unknown): Where {
  return { ...place, ...(lon === null ? { lon: null } : {}), ...(lat === null ? { lat: null } : {}) };
}

function coordinate(value: unknown, path: string, log: RowLog): number | undefined | "bad" {
  if (value === null || value === undefined || value === "") return undefined;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (typeof value === "string" && /^\s*[+-]?\d+(\.\d+)?\s*$/.test(value)) {
    log.note("field/type", path, value, `${path} is text; it was read as the number ${Number(value)}.`);
    return Number(value);
  }
  log.note(
    "place/not-a-number",
    path,
    value,
    `${path} is ${valueText(value)}, not a number of degrees; the point is left out.`,
  );
  return "bad";
}
