import { htmlText } from "@whenwhere/model/html-text";
import type { Theme } from "@whenwhere/view";
import type { Map as MapLibreMap, StyleSpecification } from "maplibre-gl";
import type { ChosenGround } from "../basemap/chosen-ground.ts";
import type { SurfaceListener } from "../component/ground/surface.ts";
import { chosenStyle, type SchemeHolder } from "./chosen-style.ts";
import type { TileLook } from "./tile-style.ts";
import { watchComing } from "./watch-coming.ts";

/** A ground of the page's own choice cannot be read. */
export class ChosenGroundError extends Error {
  override readonly name = "ChosenGroundError";
}

/** A ground of the page's own choice, on one map. */
export interface ChosenDress {
  readonly style: string | StyleSpecification;
  /** What its sources want to be named as, in plain text; empty where they say nothing. */
  readonly credit: string;
  /** It writes names. */
  readonly isNamed: boolean;
  /** Goes over to the ground of a theme; tells whether that is another. */
  follow(theme: Theme): Promise<boolean>;
  /** Tells when it is complete, or that nothing of it came. */
  watch(map: MapLibreMap, listener: SurfaceListener): void;
}

/** @throws ChosenGroundError when the head of a PMTiles file cannot be read. */
export async function openChosen(maplibre: SchemeHolder, ground: ChosenGround, look: TileLook): Promise<ChosenDress> {
  const read = (theme: Theme) => chosenStyle(maplibre, ground, { theme, worldview: look.worldview });
  let style = await read(look.theme).catch((error: unknown) => {
    throw new ChosenGroundError(error instanceof Error ? error.message : String(error));
  });
  let asked = look.theme;
  let credit = "";
  let isNamed = false;
  return {
    get style() {
      return style;
    },
    get credit() {
      return credit;
    },
    get isNamed() {
      return isNamed;
    },
    async follow(theme) {
      asked = theme;
      const next = await read(theme);
      if (asked !== theme || next === style) return false;
      style = next;
      return true;
    },
    watch(map, listener) {
      map.on("style.load", () => {
        isNamed = bearsNames(map);
      });
      // Sources tell what they want to be named as when their own description has come.
      map.on("sourcedata", ({ sourceDataType }) => {
        if (sourceDataType !== "metadata") return;
        credit = statedCredit(map);
        listener.onCredit();
      });
      watchComing(map, listener, { isInside: false });
    },
  };
}

function statedCredit(map: MapLibreMap): string {
  const ids = Object.keys(map.getStyle()?.sources ?? {});
  const stated = ids.map((id) => map.getSource(id)?.attribution ?? "");
  const texts = stated.map((html) => htmlText(html).text.replace(/\s+/g, " ").trim());
  return [...new Set(texts)].filter((text) => text !== "").join("; ");
}

function bearsNames(map: MapLibreMap): boolean {
  const layers = map.getStyle()?.layers ?? [];
  return layers.some((layer) => layer.type === "symbol" && layer.layout?.["text-field"] !== undefined);
}
