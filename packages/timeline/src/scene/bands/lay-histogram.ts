import type { TimeScale } from "../axis/time-scale.ts";
import { layColumns } from "../lanes/lane-columns.ts";
import { FOLDED, HEADER_PX, type LaneLayout } from "../lanes/lane-layout.ts";
import { createLaneTally, type LaneTally } from "../lanes/lane-tally.ts";
import type { SceneInput } from "../scene-input.ts";
import type { LaneBox, LaneTable, SceneStore } from "../types.ts";
import { foldStep } from "./fold.ts";

/** Height of the row of all records above the lanes, without a name above it. */
export const HISTOGRAM_PX = 48;
const FINE_PX = 6;
const COARSE_PX = 24;

/** A tally of all records as if they were one lane. Cost O(n); keep it until data or filters change. */
export function createTotalTally(store: SceneStore, calendar?: Parameters<typeof createLaneTally>[2]): LaneTally {
  const all: LaneTable = { codes: new Uint8Array(store.columns.length), values: [""], order: [0], isCategory: false };
  return createLaneTally(store, all, calendar);
}

/**
 * The row of all records: what surely lies in a column stands solid, what possibly does stands pale on it. Law: over columns
 * that hold all dates, solid and pale sum to the dated records that pass; `shown` counts them all.
 */
export function layHistogram(
  tally: LaneTally,
  at: {
    readonly input: SceneInput;
    readonly scale: TimeScale;
    readonly headers: "side" | "above";
    readonly topPx: number;
    readonly shown: number;
  },
): LaneBox {
  const { input, scale, headers, topPx, shown } = at;
  const lane = tally.index.lanes[0];
  const usualPx = (lane?.usualMs ?? 0) * scale.pxPerMs * 0.9;
  const step = foldStep(scale, Math.min(Math.max(usualPx, FINE_PX), COARSE_PX));
  const folded = tally.folded(0, step, scale.view);
  const headerPx = headers === "above" ? HEADER_PX : 0;
  const layout: LaneLayout = { ...FOLDED, level: "density", heightPx: HISTOGRAM_PX + headerPx, folded };
  const place = { lane: -1, topPx: topPx + headerPx, heightPx: HISTOGRAM_PX, scale };
  const visible = lane === undefined ? 0 : lane.startedBefore(scale.view.endMs) - lane.endedBy(scale.view.startMs);
  return {
    code: -1,
    name: input.words.t("timeline.histogram"),
    level: "density",
    shown,
    drawn: 0,
    folded: visible,
    style: null,
    columns: layColumns(layout, place),
    peak: folded.peak,
    xPx: scale.startPx,
    yPx: topPx,
    widthPx: scale.endPx - scale.startPx,
    heightPx: layout.heightPx,
  };
}
