import type { Where } from "@whenwhere/model";
import type { Translator } from "./translate.ts";

/** Writes the coordinates of a place: "11.5° S, 40.5° E"; null for a place without. */
export function createCoordinateWords({ t, formatLocale }: Translator): (where: Where) => string | null {
  const degrees = new Intl.NumberFormat(formatLocale, {
    maximumFractionDigits: 3,
    style: "unit",
    unit: "degree",
    unitDisplay: "narrow",
  });
  return ({ lon, lat }) => {
    if (typeof lon !== "number" || typeof lat !== "number") return null;
    const north = t(lat < 0 ? "place.south" : "place.north", { degrees: degrees.format(Math.abs(lat)) });
    const east = t(lon < 0 ? "place.west" : "place.east", { degrees: degrees.format(Math.abs(lon)) });
    return `${north}, ${east}`;
  };
}

/** "800 m", "1.5 km", "15 km". */
export function distanceWords(meters: number, { formatLocale }: Translator): string {
  const isFar = meters >= 1000;
  const options: Intl.NumberFormatOptions = {
    style: "unit",
    unit: isFar ? "kilometer" : "meter",
    maximumFractionDigits: isFar && meters < 10_000 ? 1 : 0,
  };
  return new Intl.NumberFormat(formatLocale, options).format(isFar ? meters / 1000 : meters);
}
