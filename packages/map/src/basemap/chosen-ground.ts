import type { OptionKind } from "@whenwhere/model/refuse-options";

/** A MapLibre style (version 8), as far as this library looks into it: the full shape is MapLibre's `StyleSpecification`. */
export interface MapLibreStyle {
  readonly version: 8;
  readonly sources: Readonly<Record<string, unknown>>;
  readonly layers: readonly object[];
}

/** A style, the address of one, or the address of a PMTiles file: `https://…/city.pmtiles` or `pmtiles://…`. */
export type GroundStyle = string | MapLibreStyle;

/** One ground for light pages and one for dark ones. */
export interface ThemedGround {
  readonly light: GroundStyle;
  readonly dark: GroundStyle;
}

/** A ground in place of the library's own. */
export type ChosenGround = GroundStyle | ThemedGround;

function isStyle(value: unknown): value is GroundStyle {
  if (typeof value === "string") return value.trim() !== "";
  const { version, sources, layers } = (value ?? {}) as Partial<MapLibreStyle>;
  return version === 8 && typeof sources === "object" && Array.isArray(layers);
}

function isThemed(ground: ChosenGround): ground is ThemedGround {
  return typeof ground === "object" && "light" in ground && "dark" in ground;
}

/** The ground of a choice for one of the two schemes. */
export function groundOfScheme(ground: ChosenGround, scheme: "light" | "dark"): GroundStyle {
  return isThemed(ground) ? ground[scheme] : ground;
}

/** What a ground is, as an option. */
export const GROUND: OptionKind = {
  says: "a MapLibre style of version 8, the address of one, the address of a .pmtiles file, { light, dark } of these",
  takes(value) {
    const { light, dark } = (value ?? {}) as Partial<ThemedGround>;
    return isStyle(value) || (isStyle(light) && isStyle(dark));
  },
};
