import { categoryStyles } from "@whenwhere/view/pure";
import type { BandPart } from "./bands/band-types.ts";
import { createKeptForms, type KeptForms } from "./lanes/kept-forms.ts";
import type { KeptLanes } from "./lanes/kept-lanes.ts";
import type { LaneLayout } from "./lanes/lane-layout.ts";
import { createPackMemory, type PackMemory } from "./marks/pack-memory.ts";
import type { MarkStyle, OverviewBins, Primitive } from "./types.ts";

/** What scenes of one language and one set of records share from frame to frame; whoever keeps it forgets it when these change. */
export interface SceneKept {
  /** Times of columns in words, by their bounds: formatters are dear to ask. */
  readonly columnTimes: Map<string, string>;
  /** Bars of the strip of all dates, as long as nothing moves them. */
  bars: KeptBars | null;
  /** Where marks and words of lanes stood, so that panning moves none of them. */
  packed: PackMemory;
  /** Rows of the lanes, as long as view, lanes and filters are the same. */
  lanes: KeptLanes | null;
  /** Lanes as they were laid out under the same view. */
  readonly forms: KeptForms<LaneLayout>;
  /** Looks of the categories, of which there may be thousands. */
  styles: { readonly categories: readonly string[]; readonly styles: readonly MarkStyle[] } | null;
}

interface KeptBars {
  readonly bins: OverviewBins;
  /** Names all else that they depend on. */
  readonly place: string;
  readonly styles: readonly MarkStyle[];
  readonly parts: readonly BandPart[];
  /** The line that they stand on, with its ticks and their words. */
  readonly ground: readonly Primitive[];
}

/** Looks of the categories, worked out once as long as these are the same. */
export function keptStyles(categories: readonly string[], kept: SceneKept | undefined): readonly MarkStyle[] {
  if (kept?.styles?.categories === categories) return kept.styles.styles;
  const styles = categoryStyles(categories);
  if (kept !== undefined) kept.styles = { categories, styles };
  return styles;
}

/** Nothing yet. */
export function createSceneKept(): SceneKept {
  return {
    columnTimes: new Map(),
    bars: null,
    styles: null,
    packed: createPackMemory(),
    lanes: null,
    forms: createKeptForms(),
  };
}
