import type { Theme } from "@whenwhere/view";
import type { Map as MapLibreMap } from "maplibre-gl";
import type { Basemap } from "../basemap/index.ts";
import { type BasemapLook, basemapStyle, themePaints } from "./basemap-style.ts";
import type { ChosenDress } from "./chosen-dress.ts";
import { dressFineLand, layFineLand, liftFineLand } from "./fine-layers.ts";

/** What a GL ground has on to begin with. */
export interface GlLookOptions extends BasemapLook {
  readonly basemap: Basemap;
  /** A ground of the page's own choice in place of `basemap`; null for that one. */
  readonly chosen: ChosenDress | null;
  /** A fault in words. */
  readonly onError: (message: string) => void;
}

/** The form, theme and grain of a GL ground. What is asked for while its style is away is put on with the next one. */
export interface GlLook {
  readonly isGlobe: boolean;
  setGlobe(isGlobe: boolean): void;
  setTheme(theme: Theme): void;
  /** Puts on the same world in another grain. */
  setBasemap(basemap: Basemap): void;
  /** The style went with the context. */
  lose(): void;
  /** Asks for the style anew. */
  restyle(): void;
  /** Nothing that is still coming is put on. */
  end(): void;
}

/** Follows the look of a map that has been given its first style. */
export function createGlLook(map: MapLibreMap, options: GlLookOptions): GlLook {
  const { basemap, chosen, onError } = options;
  let { globe, theme } = options;
  /** With finer land, where somebody looks closely. */
  let world = basemap;
  /** From its `style.load` until the context is lost. */
  let isStyled = false;
  let hasEnded = false;
  const dress = () => {
    map.setProjection({ type: globe ? "globe" : "mercator" });
    if (chosen !== null) return;
    for (const [layer, name, color] of themePaints(theme)) map.setPaintProperty(layer, name, color);
    dressFineLand(map, theme);
  };
  const restyle = () => {
    isStyled = false;
    map.setStyle(chosen?.style ?? basemapStyle(basemap, { theme, globe }), { diff: false });
  };
  map.on("style.load", () => {
    isStyled = true;
    dress();
    if (chosen === null && world !== basemap) layFineLand(map, world, theme);
  });
  return {
    get isGlobe() {
      return globe;
    },
    setGlobe(isGlobe) {
      globe = isGlobe;
      if (isStyled) dress();
    },
    setTheme(next) {
      theme = next;
      if (chosen === null) {
        if (isStyled) dress();
        return;
      }
      const refuse = (error: unknown) => onError(error instanceof Error ? error.message : String(error));
      void chosen.follow(theme).then((isOther) => isOther && !hasEnded && restyle(), refuse);
    },
    setBasemap(next) {
      if (world === next) return;
      world = next;
      if (!isStyled || chosen !== null) return;
      if (world === basemap) liftFineLand(map);
      else layFineLand(map, world, theme);
    },
    lose() {
      isStyled = false;
    },
    restyle,
    end() {
      hasEnded = true;
    },
  };
}
