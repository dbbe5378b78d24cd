import type { TextMetrics, Words } from "@whenwhere/view";
import type { Basemap } from "../../basemap/index.ts";
import type { MapLook, PaintOp } from "../../draw/index.ts";
import { createSeenNames, freeNames, type PlacedName, placedNames, type SeenNames } from "../../flat/index.ts";
import type { Box, MapScene, MapViewport } from "../../scene/index.ts";

/** What the names of a picture depend on. */
export interface NamesAsked {
  readonly basemap: Basemap;
  readonly viewport: MapViewport;
  readonly look: MapLook;
  readonly words: Words;
  /** Names keep off its glyphs. */
  readonly scene?: MapScene;
  /** Boxes that controls cover: half a name beside a button is none. */
  readonly covers: readonly Box[];
}

/**
 * Names of the ground for one picture after the other. Where they would stand is kept as long as ground, viewport, theme and words are
 * the same objects, and the same name is then the same stroke: a window that moves costs a look at the boxes alone, and not even that
 * where no glyph stands in their way.
 */
export function createGroundNames(metrics: TextMetrics): (asked: NamesAsked) => PaintOp[] {
  let last:
    | (Omit<NamesAsked, "scene" | "covers"> & {
        readonly names: readonly PlacedName[];
        readonly limb: readonly PaintOp[];
      })
    | null = null;
  let bare: { readonly names: readonly PlacedName[]; readonly covers: readonly Box[]; readonly ops: PaintOp[] } | null =
    null;
  let places: { readonly basemap: Basemap; readonly seen: SeenNames } | null = null;
  return ({ basemap, viewport, look, words, scene, covers }) => {
    if (
      last?.basemap !== basemap ||
      last.viewport !== viewport ||
      last.look.theme !== look.theme ||
      last.words !== words
    ) {
      if (places?.basemap !== basemap) places = { basemap, seen: createSeenNames(basemap) };
      const { seen } = places;
      const limb = limbOf(viewport, look);
      last = {
        basemap,
        viewport,
        look,
        words,
        limb,
        names: placedNames(basemap, viewport, { look, words, metrics, seen }),
      };
    }
    const { names, limb } = last;
    if (scene !== undefined && !isBare(scene)) return [...limb, ...freeNames(names, { covers, metrics, scene })];
    if (bare?.names !== names || bare.covers !== covers)
      bare = { names, covers, ops: [...limb, ...freeNames(names, { covers, metrics })] };
    return bare.ops;
  };
}

/** The edge of a globe, which has the colour of what is around it. */
function limbOf({ disk }: MapViewport, look: MapLook): readonly PaintOp[] {
  if (disk === undefined) return [];
  return [{ kind: "arc", ...disk, stroke: look.theme["coast"] ?? "#888", strokeWidth: 0.8 }];
}

/** No glyph in it: the points of a layer are none. */
function isBare({ areas, rings, marks, clusters, edges, labels, density }: MapScene): boolean {
  return density === undefined && [areas, rings, marks, clusters, edges, labels].every(({ length }) => length === 0);
}
