import type { Where } from "@whenwhere/model";
import type { DisplayNames } from "./display-names.ts";
import type { Translator } from "./translate.ts";

/** Places in words. */
export interface PlaceWords {
  where(where: Where | undefined): string;
  whereShort(where: Where | undefined): string;
}

function uniqueParts(parts: readonly (string | null | undefined)[]): string[] {
  const kept: string[] = [];
  for (const part of parts) {
    // "northern Mozambique, Mozambique" says it twice.
    if (part && !kept.some((one) => one.toLowerCase().includes(part.toLowerCase()))) kept.push(part);
  }
  return kept;
}

/** Makes the {@link PlaceWords} of a locale. Says how finely the place is known, and who says so. */
export function createPlaceWords(translator: Translator, names: DisplayNames): PlaceWords {
  const { t, formatLocale } = translator;
  const degrees = new Intl.NumberFormat(formatLocale, {
    maximumFractionDigits: 3,
    style: "unit",
    unit: "degree",
    unitDisplay: "narrow",
  });

  const countryName = (code: string | null | undefined): string | null => {
    if (!code) return null;
    const iso = code.toUpperCase();
    const name = names.country(iso);
    return name === iso ? code : name;
  };

  const coordinates = (where: Where): string | null => {
    if (typeof where.lon !== "number" || typeof where.lat !== "number") return null;
    const lat = t(where.lat < 0 ? "place.south" : "place.north", { degrees: degrees.format(Math.abs(where.lat)) });
    const lon = t(where.lon < 0 ? "place.west" : "place.east", { degrees: degrees.format(Math.abs(where.lon)) });
    return `${lat}, ${lon}`;
  };

  const distance = (meters: number): string => {
    const km = meters >= 1000;
    const options: Intl.NumberFormatOptions = {
      style: "unit",
      unit: km ? "kilometer" : "meter",
      maximumFractionDigits: km && meters < 10_000 ? 1 : 0,
    };
    return new Intl.NumberFormat(formatLocale, options).format(km ? meters / 1000 : meters);
  };

  const joined = (parts: readonly (string | null | undefined)[]): string =>
    uniqueParts(parts).reduce((name, area) => (name === "" ? area : t("place.within", { name, area })), "");

  const nameOf = (where: Where): string | null =>
    where.name || where.admin1 || countryName(where.country) || coordinates(where);

  const precise = (where: Where, name: string): string => {
    const radius = where.radiusM;
    if (typeof radius === "number" && radius > 0) {
      const basis = where.basis === "assumed" || where.basis === "codebook" ? `.${where.basis}` : "";
      return t(`place.radius${basis}`, { name, distance: distance(radius) });
    }
    return t(where.precision === "exact" ? "place.exact" : "place.near", { name });
  };

  const described = (where: Where, name: string): string => {
    const country = countryName(where.country);
    switch (where.precision ?? (coordinates(where) === null ? "unknown" : "settlement")) {
      case "exact":
      case "settlement":
        return precise(where, name);
      case "district":
        return t("place.somewhere", { name: joined([name, where.admin1, country]) });
      case "province":
      case "region":
        return t("place.somewhere", { name: joined([name, country]) });
      case "country":
        return t("place.somewhere", { name: country && where.name === where.country ? country : name });
      case "sea":
        return t("place.sea", { name });
      case "line":
        return t("place.line", { name });
      case "unknown":
        return t("place.not-mapped", { name });
    }
  };

  return {
    where(where) {
      const name = where ? nameOf(where) : null;
      if (!where || name === null) return t("place.none");
      let text = described(where, name);
      if (where.obscured) text = t("place.obscured", { place: text });
      if (where.inferred) text = t("place.inferred", { place: text });
      return text;
    },
    whereShort(where) {
      const name = where ? nameOf(where) : null;
      return name ?? t("place.none.short");
    },
  };
}
