import type { Steps } from "@whenwhere/model";
import { createLaneIndex, type LaneIndex, type LaneTimes } from "@whenwhere/store";
import { type AxisCalendar, UTC_CALENDAR } from "../axis/axis-calendar.ts";
import type { CalendarStep } from "../axis/calendar.ts";
import { TILE } from "../bands/band-tile.ts";
import type { BandTile } from "../bands/band-types.ts";
import type { Folded } from "../bands/fold.ts";
import { foldTiles } from "../bands/fold-tiles.ts";
import { createTileStore } from "../bands/tile-store.ts";
import type { LaneTable, SceneStore, TimeSpan } from "../types.ts";

/** Counts of large lanes, kept between frames: a bin has the same numbers wherever the view stands. */
export interface LaneTally {
  readonly index: LaneIndex;
  /** How often the clauses were taken: counts of the same turn are the same counts. */
  readonly turn: number;
  /** Takes the clauses as they are now; what was counted is forgotten. */
  filter(): void;
  /** All bins of the step that touch the span, counted whole, and the highest of their tiles. */
  folded(code: number, step: CalendarStep, span: TimeSpan): Folded;
  /** Counts the same before anybody asks for them, tile by tile; ends early where the clauses are taken anew. */
  ahead(code: number, step: CalendarStep, span: TimeSpan): Steps<void>;
}

/** A tally of all lanes. Cost: that of the index, one pass a change of the filters, a few searches a bin. */
export function createLaneTally(store: SceneStore, lanes: LaneTable, calendar: AxisCalendar = UTC_CALENDAR): LaneTally {
  const { columns, timeOrder, extentMs } = store;
  const index = createLaneIndex({ columns, timeOrder, extentMs, codes: lanes.codes, count: lanes.values.length });
  index.filter(store.passing("timeline"));
  const tiles = createTileStore(index, calendar);
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
      const { first, last } = columnsOf(span, step, calendar);
      const level = tiles.level(step);
      const own: BandTile[] = [];
      for (let tile = Math.floor(first / TILE); tile <= Math.floor(last / TILE); tile++) own.push(level.of(code, tile));
      const cut = (edgesMs: Float64Array) => cutColumns(index.lanes[code] as LaneTimes, edgesMs, span);
      return foldTiles({ step, first, last, tiles: own, cut });
    },
    *ahead(code, step, span) {
      const asked = turn;
      const { first, last } = columnsOf(span, step, calendar);
      for (let tile = Math.floor(first / TILE); tile <= Math.floor(last / TILE); tile++) {
        if (turn !== asked) return;
        const level = tiles.level(step);
        if (level.has(code, tile)) continue;
        level.of(code, tile);
        yield;
      }
    },
  };
}

/** Numbers of the columns that touch a span, 4,001 at most. */
function columnsOf(
  span: TimeSpan,
  step: CalendarStep,
  calendar: AxisCalendar,
): { readonly first: number; readonly last: number } {
  const first = calendar.ordinal(span.startMs, step);
  return { first, last: Math.max(first, Math.min(calendar.ordinal(span.endMs, step), first + 4000)) };
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
