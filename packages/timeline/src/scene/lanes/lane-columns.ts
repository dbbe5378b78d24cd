import type { TimeScale } from "../axis/time-scale.ts";
import type { LaneBand } from "../bands/band-types.ts";
import type { FoldColumn, LaneBox } from "../types.ts";
import type { LaneLayout } from "./lane-layout.ts";

/** Adds columns that are made when somebody asks for them: a picture of very many records is painted from its tiles. */
export function withColumns(lane: Omit<LaneBox, "columns">, make: () => readonly FoldColumn[]): LaneBox {
  let columns: readonly FoldColumn[] | null = null;
  return {
    ...lane,
    get columns() {
      columns ??= make();
      return columns;
    },
  };
}

/** Columns of a folded lane, standing on the lane's ground. Law: `inView` over all columns is at most the folded count. */
export function layColumns(
  layout: LaneLayout,
  place: { readonly lane: number; readonly topPx: number; readonly heightPx: number; readonly scale: TimeScale },
): FoldColumn[] {
  const { folded } = layout;
  if (folded === null) return [];
  const out: FoldColumn[] = [];
  const { scale } = place;
  const last = folded.inside.length - 1;
  for (let i = 0; i < folded.inside.length; i++) {
    const inside = folded.inside[i] as number;
    const spread = folded.spread[i] as number;
    if (inside === 0 && spread < 0.001) continue;
    const startMs = folded.edgesMs[i] as number;
    const endMs = folded.edgesMs[i + 1] as number;
    const startPx = Math.max(scale.x(startMs), scale.startPx);
    const endPx = Math.min(scale.x(endMs), scale.endPx);
    if (endPx <= startPx) continue;
    out.push({
      lane: place.lane,
      startMs,
      endMs,
      inside,
      spread,
      touching: folded.touching === null ? null : (folded.touching[i] as number),
      inView: folded.cut === null || (i > 0 && i < last) ? inside + spread : folded.cut[i === 0 ? 0 : 1],
      xPx: startPx,
      yPx: place.topPx,
      widthPx: endPx - startPx,
      heightPx: place.heightPx,
    });
  }
  return out;
}

/** The tiles of a lane that is drawn as a band, and its highest column in view; null for other lanes. */
export function layBand({ level, folded }: LaneLayout): LaneBand | null {
  if (level !== "density" || folded === null || folded.tiles === null || !(folded.peak > 0)) return null;
  return { tiles: folded.tiles, highest: folded.highest };
}
