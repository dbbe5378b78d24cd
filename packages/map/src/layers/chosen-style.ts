import type { StyleSpecification } from "maplibre-gl";
import type { Protocol } from "pmtiles";
import { type ChosenGround, groundOfScheme } from "../basemap/chosen-ground.ts";
import { rgbOf } from "./rgb.ts";
import { type TileLook, tileStyle } from "./tile-style.ts";

/** The part of MapLibre that learns of other schemes of addresses. */
export interface SchemeHolder {
  addProtocol(scheme: string, load: Protocol["tile"]): void;
}

const SCHEME = "pmtiles://";
/** PMTiles 3, 3.1: the type of tile that holds vectors. */
const VECTOR = 1;

let opening: Promise<Protocol> | null = null;

/** One protocol a page: it keeps the directories of its files. */
function pmtiles(maplibre: SchemeHolder): Promise<Protocol> {
  opening ??= import("pmtiles").then((library) => {
    const protocol = new library.Protocol({ metadata: true });
    maplibre.addProtocol("pmtiles", protocol.tile);
    return protocol;
  });
  return opening;
}

/** The address of a PMTiles file without its scheme; null for what is none. */
function tileAddress(address: string): string | null {
  if (address.startsWith(SCHEME)) return address.slice(SCHEME.length);
  return /\.pmtiles(?:[?#]|$)/i.test(address) ? address : null;
}

function isDark({ page }: TileLook["theme"]): boolean {
  const [red, green, blue] = rgbOf(page);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.5;
}

/**
 * A ground of the page's own choice as MapLibre takes it. Styles that name sources `pmtiles://…` find them too.
 * @throws what reading the head of a PMTiles file throws.
 */
export async function chosenStyle(
  maplibre: SchemeHolder,
  chosen: ChosenGround,
  look: TileLook,
): Promise<string | StyleSpecification> {
  const protocol = await pmtiles(maplibre);
  const ground = groundOfScheme(chosen, isDark(look.theme) ? "dark" : "light");
  if (typeof ground !== "string") return ground as unknown as StyleSpecification;
  const file = tileAddress(ground.trim());
  if (file === null) return ground;
  const { href } = new URL(file, document.baseURI);
  const { PMTiles } = await import("pmtiles");
  const archive = protocol.get(href) ?? new PMTiles(href);
  protocol.add(archive);
  const { tileType } = await archive.getHeader().catch((cause: unknown) => {
    const words = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${file}: ${words}`, { cause });
  });
  const layers = tileType === VECTOR ? layerIds(await archive.getMetadata()) : null;
  return tileStyle({ url: `${SCHEME}${href}`, layers }, look);
}

/** Ids of the layers that the metadata of vector tiles name, as TileJSON 3.0.0 has them. */
function layerIds(metadata: unknown): readonly string[] {
  const layers = (metadata as { readonly vector_layers?: unknown } | null)?.vector_layers;
  if (!Array.isArray(layers)) return [];
  return layers.map((layer) => (layer as { readonly id?: unknown } | null)?.id).filter((id) => typeof id === "string");
}
