import { placePrecision, type Where } from "@whenwhere/model";
import type { DisplayNames } from "./display-names.ts";
import { createCoordinateWords, distanceWords } from "./geo-words.ts";
import type { Translator } from "./translate.ts";

/** Places in words. */
export interface PlaceWords {
  where(where: Where | undefined): string;
  whereShort(where: Where | undefined): string;
}

/** Makes the {@link PlaceWords} of a locale. Says how finely the place is known, and who says so. */
export function createPlaceWords(translator: Translator, names: DisplayNames): PlaceWords {
  const { t } = translator;
  const coordinates = createCoordinateWords(translator);
  const nameOf = (where: Where): string | null =>
    where.name || where.admin1 || countryName(where, names) || coordinates(where);
  const described = (where: Where, name: string): string => {
    const country = countryName(where, names);
    const precision = placePrecision(where);
    if (where.precision === undefined && precision !== "settlement" && precision !== "unknown") {
      return t("place.somewhere", { name: within([name, where.admin1, country], translator) });
    }
    switch (precision) {
      case "exact":
      case "settlement":
        return precise(where, name, translator);
      case "district":
        return t("place.somewhere", { name: within([name, where.admin1, country], translator) });
      case "province":
      case "region":
        return t("place.somewhere", { name: within([name, country], translator) });
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

/** The country in the reader's language; as it stands where its code has no name. */
function countryName({ country: code }: Where, names: DisplayNames): string | null {
  if (!code) return null;
  const iso = code.toUpperCase();
  const name = names.country(iso);
  return name === iso ? code : name;
}

/** "within 15 km of Abu Dhabi (assumed)"; without a radius, at or near it. */
function precise(where: Where, name: string, translator: Translator): string {
  const { radiusM, basis, precision } = where;
  if (typeof radiusM !== "number" || radiusM <= 0) {
    return translator.t(precision === "exact" ? "place.exact" : "place.near", { name });
  }
  const by = basis === "assumed" || basis === "codebook" ? `.${basis}` : "";
  return translator.t(`place.radius${by}`, { name, distance: distanceWords(radiusM, translator) });
}

/** "Palma, Cabo Delgado, Mozambique": areas from the smallest to the largest, none said twice. */
function within(areas: readonly (string | null | undefined)[], { t }: Translator): string {
  const said: string[] = [];
  for (const area of areas) {
    // "northern Mozambique, Mozambique" says it twice.
    if (area && !said.some((one) => one.toLowerCase().includes(area.toLowerCase()))) said.push(area);
  }
  return said.reduce((name, area) => (name === "" ? area : t("place.within", { name, area })), "");
}
