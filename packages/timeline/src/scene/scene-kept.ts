import type { BandPart } from "./band-types.ts";
import { createPackMemory, type PackMemory } from "./pack-memory.ts";
import type { OverviewBins, Primitive } from "./types.ts";

/** What scenes of one language and one set of records share from frame to frame; whoever keeps it forgets it when these change. */
export interface SceneKept {
  /** Times of columns in words, by their bounds: formatters are dear to ask. */
  readonly columnTimes: Map<string, string>;
  /** Bars of the strip of all dates, as long as nothing moves them. */
  bars: KeptBars | null;
  /** Where marks and words of lanes stood, so that panning moves none of them. */
  packed: PackMemory;
}

interface KeptBars {
  readonly bins: OverviewBins;
  /** Names all else that they depend on. */
  readonly place: string;
  readonly parts: readonly BandPart[];
  /** The line that they stand on, with its ticks and their words. */
  readonly ground: readonly Primitive[];
}

/** Nothing yet. */
export function createSceneKept(): SceneKept {
  return { columnTimes: new Map(), bars: null, packed: createPackMemory() };
}
