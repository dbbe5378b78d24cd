import type { Words } from "@whenwhere/view";
import type { MapTexts } from "../scene/map-texts.ts";

/** Precisions that stand under a name as "province only". */
const ONLY = new Set(["district", "province", "country", "region"]);

/** The few words inside the drawing that the view's own messages hold, in the language of `words`. */
export function sceneTexts(words: Words): Partial<MapTexts> {
  if (/^en\b/i.test(words.locale)) return {};
  return {
    only: (precision) => (ONLY.has(precision) ? words.t(`map.only-${precision}`) : ""),
    possibly: words.t("map.possibly"),
    within: (distance, assumed) =>
      words.t(assumed ? "place.radius.assumed" : "place.radius", { name: "", distance }).replace(/^[\s,،؛:]+/, ""),
    more: (n) => mapMore(words, n),
    elsewhere: words.t("place.none.short"),
    cluster: (n) => n,
    oneOf: (n) => words.number(n),
    originHinted: "",
    blurred: "",
  };
}

function mapMore(words: Words, n: string): string {
  return words.locale.startsWith("ar") ? `${n} أخرى` : `+${n}`;
}
