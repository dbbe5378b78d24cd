import { createLaneIndex, type LaneBins, type LaneIndex, type LaneTimes } from "@whenwhere/store";
import { type AxisCalendar, UTC_CALENDAR } from "../axis/axis-calendar.ts";
import type { CalendarStep } from "../axis/calendar.ts";
import { bandTile, steadyPeak, TILE } from "../bands/band-tile.ts";
import type { BandTile } from "../bands/band-types.ts";
import type { Folded } from "../bands/fold.ts";
import type { LaneTable, SceneStore, TimeSpan } from "../types.ts";

/** Tiles kept, of all lanes and steps together. */
const MOST_TILES = 8_000;

/** Counts of large lanes, kept between frames: a bin has the same numbers wherever the view stands. */
export interface LaneTally {
  readonly index: LaneIndex;
  /** How often the clauses were taken: counts of the same turn are the same counts. */
  readonly turn: number;
  /** Takes the clauses as they are now; what was counted is forgotten. */
  filter(): void;
  /** All bins of the step that touch the span, counted whole, and the highest of their tiles. */
  folded(code: number, step: CalendarStep, span: TimeSpan): Folded;
}

/** A tally of all lanes. Cost: that of the index, one pass a change of the filters, a few searches a bin. */
export function createLaneTally(store: SceneStore, lanes: LaneTable, calendar: AxisCalendar = UTC_CALENDAR): LaneTally {
  const { columns, timeOrder, extentMs } = store;
  const index = createLaneIndex({ columns, timeOrder, extentMs, codes: lanes.codes, count: lanes.values.length });
  index.filter(store.passing("timeline"));
  const tiles = createTiles(index, calendar);
  let turn = 0;
  return {
    index,
    get turn() {
      return turn;
    },
    filter() {
      turn++;
      index.filter(store.passing("timeline"));
      tiles.clear();
    },
    folded(code, step, span) {
      const first = calendar.ordinal(span.startMs, step);
      const last = Math.max(first, Math.min(calendar.ordinal(span.endMs, step), first + 4000));
      const count = last - first + 1;
      const own: BandTile[] = [];
      for (let tile = Math.floor(first / TILE); tile <= Math.floor(last / TILE); tile++)
        own.push(tiles.of(code, step, tile));
      const out = {
        step,
        edgesMs: new Float64Array(count + 1),
        inside: new Float64Array(count),
        spread: new Float64Array(count),
        touching: new Float64Array(count),
        across: 0,
        peak: 0,
        tiles: own,
      };
      own.forEach(({ bins }, i) => {
        copyTile(bins, { from: (Math.floor(first / TILE) + i) * TILE, first, last }, out);
      });
      const peak = steadyPeak(own.reduce((most, tile) => Math.max(most, tile.peak), 0));
      let cut: readonly [number, number] | null = null;
      return {
        ...out,
        peak,
        // Asked only by who points at a column.
        get cut() {
          cut ??= cutColumns(index.lanes[code] as LaneTimes, out.edgesMs, span);
          return cut;
        },
      };
    },
  };
}

interface Tiles {
  of(code: number, step: CalendarStep, tile: number): BandTile;
  clear(): void;
}

/** Keeps tiles by lane, step and number; all go when they are too many. */
function createTiles(index: LaneIndex, calendar: AxisCalendar): Tiles {
  let kept = 0;
  let byLane: Map<string, Map<number, BandTile>>[] = [];
  /** All lanes have their columns at the same times. */
  let edges = new Map<string, Float64Array>();
  const edgesAt = (name: string, step: CalendarStep, tile: number): Float64Array => {
    const key = `${name} ${tile}`;
    const known = edges.get(key) ?? edgesOf(tile * TILE, TILE, { step, calendar });
    if (edges.size >= MOST_TILES) edges = new Map();
    edges.set(key, known);
    return known;
  };
  const stepsOf = (code: number): Map<string, Map<number, BandTile>> => {
    let steps = byLane[code];
    if (steps === undefined) {
      steps = new Map();
      byLane[code] = steps;
    }
    return steps;
  };
  return {
    of(code, step, tile) {
      const steps = stepsOf(code);
      const name = `${step.count}${step.unit}`;
      const known = steps.get(name)?.get(tile);
      if (known !== undefined) return known;
      if (kept >= MOST_TILES) {
        byLane = [];
        kept = 0;
      }
      const made = bandTile((index.lanes[code] as LaneTimes).bins(edgesAt(name, step, tile)));
      const own = stepsOf(code);
      const ofStep = own.get(name) ?? new Map<number, BandTile>();
      own.set(name, ofStep.set(tile, made));
      kept++;
      return made;
    },
    clear() {
      byLane = [];
      kept = 0;
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

function edgesOf(
  first: number,
  count: number,
  { step, calendar }: { readonly step: CalendarStep; readonly calendar: AxisCalendar },
): Float64Array {
  const edges = Float64Array.from({ length: count + 1 }, (_, i) => calendar.at(first + i, step));
  // Where a float is coarser than the step, neighbouring edges may be the same number.
  for (let i = 1; i < edges.length; i++) edges[i] = Math.max(edges[i] as number, edges[i - 1] as number);
  return edges;
}

function copyTile(
  bins: LaneBins,
  at: { readonly from: number; readonly first: number; readonly last: number },
  out: Pick<Folded, "inside" | "spread" | "touching" | "edgesMs">,
): void {
  for (let i = 0; i < TILE; i++) {
    const inside = bins.inside[i] as number;
    const spread = bins.spread[i] as number;
    const to = at.from + i - at.first;
    if (to < 0 || to > at.last - at.first) continue;
    out.inside[to] = inside;
    out.spread[to] = spread;
    (out.touching as Float64Array)[to] = bins.touching[i] as number;
    out.edgesMs[to] = bins.edgesMs[i] as number;
    out.edgesMs[to + 1] = bins.edgesMs[i + 1] as number;
  }
}
