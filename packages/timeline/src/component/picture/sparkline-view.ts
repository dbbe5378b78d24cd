import type { TextMetrics, Words } from "@whenwhere/view";
import type { AxisFormat } from "../../scene/axis/axis-format.ts";
import type { StatedTimes } from "../../scene/axis/stated-extent.ts";
import { type SparklineCounts, sparklineCounts } from "../../scene/bands/sparkline-counts.ts";
import { SPARKLINE_PX, sparklineBins, sparklineScene, sparklineWords } from "../../scene/sparkline-scene.ts";
import type { SceneStore, TimelineScene, TimeSpan } from "../../scene/types.ts";

/** Keeps the counts of a sparkline while nothing but its place changes. */
export interface SparklineView {
  forget(): void;
  scene(of: {
    readonly store: SceneStore;
    readonly stated: StatedTimes;
    readonly widthPx: number;
    readonly heightPx: number | undefined;
    readonly metrics: TextMetrics;
    readonly words: Words;
    readonly format: AxisFormat;
    readonly brush: TimeSpan | null;
  }): TimelineScene;
  /** The sentence of the scene as last made; "" before any. */
  text(words: Words): string;
}

/** Made and kept by the picture. */
export function createSparklineView(): SparklineView {
  let counts: SparklineCounts | null = null;
  return {
    forget() {
      counts = null;
    },
    scene({ store, stated, heightPx = SPARKLINE_PX, ...rest }) {
      const bins = sparklineBins(rest.widthPx);
      if (counts === null || counts.inside.length !== bins) counts = sparklineCounts(store, bins, stated);
      return sparklineScene({ ...rest, counts, heightPx });
    },
    text: (words) => (counts === null ? "" : sparklineWords({ words, counts })),
  };
}
