import type { Words } from "@whenwhere/view";
import type { MapTexts } from "../../scene/map-texts.ts";
import { mapText } from "../map-text.ts";

/** The few words inside the drawing, in the language of `words`. */
export function sceneTexts(words: Words): MapTexts {
  const text = mapText(words);
  return {
    only: (precision) => {
      switch (precision) {
        case "district":
        case "province":
        case "country":
        case "region":
          return words.t(`map.only-${precision}`);
        case "sea":
          return text("atSea");
        case "line":
          return text("alongLine");
        case "unknown":
          return words.t("place.none");
        default:
          return "";
      }
    },
    possibly: words.t("map.possibly"),
    within: (distance, assumed) =>
      words.t(assumed ? "place.radius.assumed" : "place.radius", { name: "", distance }).replace(/^[\s,،؛:]+/, ""),
    assumed: text("areaAssumed"),
    oneOf: (n) => text("oneOf", { n }),
    originHinted: text("originHinted"),
    blurred: text("blurred"),
    more: (n) => text("others", { n }),
    elsewhere: text("elsewhere"),
    cluster: (n) => text("cluster", { n }),
  };
}
