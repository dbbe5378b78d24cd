import type { Level, MapViewport } from "../../scene/index.ts";

/** Bubbles come apart, or together, within this time. */
export const SPLIT_MS = 200;
/** Further than this, in zooms at once, is a jump to another picture. */
const WIDEST_JUMP = 1.5;
/** What comes out of a bubble so much larger is not seen to come out of it. */
const MOST_ZOOMS = 2;

/** A picture is between two levels: that of its glyphs, and the coarser one that they come out of or go into. */
export interface Between {
  readonly fine: Level;
  readonly coarse: Level;
  /** 0 where the coarse level stands, 1 at the places of the fine one. Eased. */
  readonly share: number;
}

/** What a picture is asked with. */
export interface LevelPicture {
  /** The level that belongs to the viewport. */
  readonly level: Level;
  readonly viewport: MapViewport;
  readonly nowMs: number;
}

/** The way from the groups of one zoom to those of the next. It only begins when a zoom changes them. */
export interface LevelMotion {
  /** Null where the level that is wanted stands. To be asked once a picture. */
  at(picture: LevelPicture): Between | null;
  /** Forgets the last picture: the next one stands at once. */
  stop(): void;
}

interface Way {
  readonly fine: Level;
  readonly coarse: Level;
  /** Time's share at `fromMs`, and where it goes. */
  readonly from: number;
  readonly to: 0 | 1;
  readonly fromMs: number;
}

interface Last {
  readonly level: Level;
  readonly viewport: MapViewport;
}

/** Makes the motion of one map. `isStill`: the reader asks for less motion. Pure but for what it remembers. */
export function createLevelMotion(isStill: () => boolean): LevelMotion {
  let last: Last | null = null;
  let way: Way | null = null;
  return {
    at({ level, viewport, nowMs }) {
      if (last !== null && last.level.zoom !== level.zoom) {
        const goes = isNear(last.viewport, viewport) && !isStill();
        way = goes ? wayTo(level, { last: last.level, way, nowMs }) : null;
      } else if (way !== null) {
        // Moved within its zoom, a level takes in other parts of the world.
        way = way.to === 1 ? { ...way, fine: level } : { ...way, coarse: level };
      }
      last = { level, viewport };
      if (way === null || isOver(way, nowMs)) {
        way = null;
        return null;
      }
      return { fine: way.fine, coarse: way.coarse, share: eased(shareAt(way, nowMs)) };
    },
    stop() {
      last = null;
      way = null;
    },
  };
}

/** A way that is gone already is turned round, or goes on, from where it stands. */
function wayTo(
  level: Level,
  { last, way, nowMs }: { readonly last: Level; readonly way: Way | null; readonly nowMs: number },
): Way | null {
  const inward = level.zoom > last.zoom;
  const fine = inward ? level : (way?.fine ?? last);
  const coarse = inward ? (way?.coarse ?? last) : level;
  const apart = fine.zoom - coarse.zoom;
  if (apart <= 0 || apart > MOST_ZOOMS) return null;
  const from = way === null ? Number(!inward) : shareAt(way, nowMs);
  return { fine, coarse, from, to: inward ? 1 : 0, fromMs: nowMs };
}

function shareAt({ from, to, fromMs }: Way, nowMs: number): number {
  const gone = Math.max(0, nowMs - fromMs) / SPLIT_MS;
  return to === 1 ? Math.min(1, from + gone) : Math.max(0, from - gone);
}

const isOver = (way: Way, nowMs: number): boolean => shareAt(way, nowMs) === way.to;

/** Slow at both ends, and the same both ways, so that a way can be turned round anywhere. */
const eased = (share: number): number => share * share * (3 - 2 * share);

/** One picture is a zoom of the other: a little nearer or further, and what was in the middle is still in sight. */
function isNear(before: MapViewport, { widthPx, heightPx, zoom, project }: MapViewport): boolean {
  if (Math.abs(before.zoom - zoom) > WIDEST_JUMP || before.center === undefined) return false;
  const at = project(before.center[0], before.center[1]);
  return at !== null && at[0] >= 0 && at[1] >= 0 && at[0] <= widthPx && at[1] <= heightPx;
}
