import type { LaneIndex, LaneTimes } from "@whenwhere/store";
import type { AxisCalendar } from "../axis/axis-calendar.ts";
import type { CalendarStep } from "../axis/calendar.ts";
import { bandTile, TILE } from "./band-tile.ts";
import type { BandTile } from "./band-types.ts";

/** Tiles kept, of all lanes and steps together: about 2 KB each. */
const MOST_TILES = 8_000;

/** Counted tiles of all lanes, as long as the clauses are the same. */
export interface TileStore {
  /** Tiles of a step, by number. */
  level(step: CalendarStep): TileLevel;
  clear(): void;
}

/** Tiles of one step. Not to be held longer than a frame. */
export interface TileLevel {
  /** The tile of a lane, counted if it is not there. Cost then: a few searches a column. */
  of(code: number, tile: number): BandTile;
  has(code: number, tile: number): boolean;
}

/** One number of tile: all lanes have their columns at the same times. */
interface Tier {
  readonly edgesMs: Float64Array;
  readonly byLane: Map<number, BandTile>;
}

interface Level {
  young: Map<number, Tier>;
  old: Map<number, Tier>;
}

/**
 * Tiles in two generations: when the younger one holds half of what may be kept, the older one goes. What was asked for of late
 * stays, so that no frame has to count all that it shows again.
 */
export function createTileStore(index: LaneIndex, calendar: AxisCalendar): TileStore {
  let levels = new Map<string, Level>();
  let kept = 0;
  const turnOver = (): void => {
    for (const [name, level] of levels) {
      if (level.young.size === 0) levels.delete(name);
      level.old = level.young;
      level.young = new Map();
    }
    kept = 0;
  };
  const levelOf = (step: CalendarStep): Level => {
    const name = `${step.count}${step.unit}`;
    let level = levels.get(name);
    if (level === undefined) {
      level = { young: new Map(), old: new Map() };
      levels.set(name, level);
    }
    return level;
  };
  const keep = (
    step: CalendarStep,
    at: { code: number; tile: number; made: BandTile; edgesMs: Float64Array },
  ): void => {
    if (kept >= MOST_TILES / 2) turnOver();
    const { young } = levelOf(step);
    const tier = young.get(at.tile) ?? { edgesMs: at.edgesMs, byLane: new Map() };
    young.set(at.tile, tier);
    tier.byLane.set(at.code, at.made);
    kept++;
  };
  return {
    level: (step) => ({
      has(code, tile) {
        const { young, old } = levelOf(step);
        return (young.get(tile)?.byLane.has(code) ?? false) || (old.get(tile)?.byLane.has(code) ?? false);
      },
      of(code, tile) {
        const { young, old } = levelOf(step);
        const tier = young.get(tile);
        const known = tier?.byLane.get(code);
        if (known !== undefined) return known;
        const before = old.get(tile);
        const edgesMs = tier?.edgesMs ?? before?.edgesMs ?? edgesOf(tile * TILE, step, calendar);
        const made = before?.byLane.get(code) ?? bandTile((index.lanes[code] as LaneTimes).bins(edgesMs));
        keep(step, { code, tile, made, edgesMs });
        return made;
      },
    }),
    clear() {
      levels = new Map();
      kept = 0;
    },
  };
}

function edgesOf(first: number, step: CalendarStep, calendar: AxisCalendar): Float64Array {
  const edges = new Float64Array(TILE + 1);
  for (let i = 0; i <= TILE; i++) edges[i] = calendar.at(first + i, step);
  // Where a float is coarser than the step, neighbouring edges may be the same number.
  for (let i = 1; i <= TILE; i++) edges[i] = Math.max(edges[i] as number, edges[i - 1] as number);
  return edges;
}
