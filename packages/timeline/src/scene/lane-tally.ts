import { createLaneIndex, type LaneBins, type LaneIndex, type LaneTimes } from "@whenwhere/store";
import { type AxisCalendar, UTC_CALENDAR } from "./axis-calendar.ts";
import type { CalendarStep } from "./calendar.ts";
import type { Folded } from "./fold.ts";
import type { LaneTable, SceneStore, TimeSpan } from "./types.ts";

/** Bins of a tile: tiles are anchored to the calendar, so that panning computes only what comes into view. */
const TILE = 64;
/** Tiles kept, of all lanes and steps together. */
const MOST_TILES = 4_000;

/** Counts of large lanes, kept between frames: a bin has the same numbers wherever the view stands. */
export interface LaneTally {
  readonly index: LaneIndex;
  /** Takes the clauses as they are now; what was counted is forgotten. */
  filter(): void;
  /** All bins of the step that touch the span, counted whole, and the highest of their tiles. */
  folded(code: number, step: CalendarStep, span: TimeSpan): Folded;
}

/** A tally of all lanes. Cost: that of the index, one pass a change of the filters, a few searches a bin. */
export function createLaneTally(
  store: SceneStore,
  lanes: LaneTable,
  calendar: AxisCalendar = UTC_CALENDAR,
): LaneTally {
  const { columns, timeOrder, extentMs } = store;
  const index = createLaneIndex({ columns, timeOrder, extentMs, codes: lanes.codes, count: lanes.values.length });
  index.filter(store.passing("timeline"));
  const tiles = new Map<string, LaneBins>();
  const tileOf = (code: number, step: CalendarStep, tile: number): LaneBins => {
    const key = `${code} ${step.count}${step.unit} ${tile}`;
    const known = tiles.get(key);
    if (known !== undefined) return known;
    const made = (index.lanes[code] as LaneTimes).bins(tileEdges(step, tile, calendar));
    if (tiles.size >= MOST_TILES) for (const old of [...tiles.keys()].slice(0, MOST_TILES / 2)) tiles.delete(old);
    tiles.set(key, made);
    return made;
  };
  return {
    index,
    filter() {
      index.filter(store.passing("timeline"));
      tiles.clear();
    },
    folded(code, step, span) {
      const first = calendar.ordinal(span.startMs, step);
      const last = Math.max(first, Math.min(calendar.ordinal(span.endMs, step), first + 4000));
      const count = last - first + 1;
      const out = {
        step,
        edgesMs: new Float64Array(count + 1),
        inside: new Float64Array(count),
        spread: new Float64Array(count),
        touching: new Float64Array(count),
        across: 0,
        peak: 0,
        cut: null,
      };
      for (let tile = Math.floor(first / TILE); tile <= Math.floor(last / TILE); tile++) {
        copyTile(tileOf(code, step, tile), { from: tile * TILE, first, last }, out);
      }
      return { ...out, cut: cutColumns(index.lanes[code] as LaneTimes, out.edgesMs, span) };
    },
  };
}

/** What a span holds of the first and of the last bin, counted anew: only there may it cut one. */
function cutColumns(lane: LaneTimes, edgesMs: Float64Array, span: TimeSpan): readonly [number, number] {
  const part = (bin: number): number => {
    const fromMs = Math.max(edgesMs[bin] as number, span.startMs);
    const toMs = Math.min(edgesMs[bin + 1] as number, span.endMs);
    if (!(fromMs < toMs)) return 0;
    const { inside, spread } = lane.bins(Float64Array.of(fromMs, toMs));
    return (inside[0] as number) + (spread[0] as number);
  };
  return [part(0), part(edgesMs.length - 2)];
}

function tileEdges(step: CalendarStep, tile: number, calendar: AxisCalendar): Float64Array {
  const edges = Float64Array.from({ length: TILE + 1 }, (_, i) => calendar.at(tile * TILE + i, step));
  // Where a float is coarser than the step, neighbouring edges may be the same number.
  for (let i = 1; i < edges.length; i++) edges[i] = Math.max(edges[i] as number, edges[i - 1] as number);
  return edges;
}

function copyTile(
  bins: LaneBins,
  at: { readonly from: number; readonly first: number; readonly last: number },
  out: Folded & { peak: number },
): void {
  for (let i = 0; i < TILE; i++) {
    const inside = bins.inside[i] as number;
    const spread = bins.spread[i] as number;
    if (inside + spread > out.peak) out.peak = inside + spread;
    const to = at.from + i - at.first;
    if (to < 0 || to > at.last - at.first) continue;
    out.inside[to] = inside;
    out.spread[to] = spread;
    (out.touching as Float64Array)[to] = bins.touching[i] as number;
    out.edgesMs[to] = bins.edgesMs[i] as number;
    out.edgesMs[to + 1] = bins.edgesMs[i + 1] as number;
  }
}
