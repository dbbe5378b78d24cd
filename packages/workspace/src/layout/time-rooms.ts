import type { LayoutGrid, Track } from "./layout-grid.ts";

/** Room for a timeline: a height to fill, or one not to exceed; null where the form of the layout decides. */
export interface TimeRoom {
  readonly fillPx: number | null;
  readonly capPx: number | null;
}

/** The row of the grid that the timeline stands in, and what room it has there. */
export interface TimeRooms {
  /** Undefined where there is no grid, or no timeline in it. */
  row(): Track | undefined;
  room(): TimeRoom;
}

/** What the room is asked of. */
export interface TimeRoomsOptions {
  readonly root: HTMLElement;
  readonly time: HTMLElement;
  readonly isWide: () => boolean;
  readonly grid: () => LayoutGrid | null;
}

/** Most of a timeline that stands at the foot of a wide page, on a low one and as a part of a high one. */
const FOOT_PX = 246;
const FOOT_SHARE = 1 / 3;
/** Most of the page that a timeline above other panes takes, so that map and table stay of use below it. */
const TOP_SHARE = 0.5;
/** Heading and foot of a timeline. */
const TOP_CHROME_PX = 65;
const LEAST_TOP_PX = 240;

/** The page of a tablet scrolls, as that of a phone does: only a wide one limits its timeline. */
export function timeRooms({ root, time, isWide, grid }: TimeRoomsOptions): TimeRooms {
  const row = (): Track | undefined => {
    const now = grid();
    return now?.rows[now.cells.findIndex((line) => line.includes("time"))];
  };
  /** The height that the page gives, not that of what stands in it. */
  const pagePx = (): number | null => {
    const given = getComputedStyle(root).minHeight;
    const givenPx = Number.parseFloat(given);
    return given.endsWith("px") && givenPx > 0 ? givenPx : null;
  };
  const capOf = ({ name }: Track): number | null => {
    if (!isWide()) return null;
    const heightPx = pagePx();
    if (name !== "top") return Math.max(FOOT_PX, Math.floor((heightPx ?? 0) * FOOT_SHARE));
    return heightPx === null ? null : Math.max(LEAST_TOP_PX, Math.floor(heightPx * TOP_SHARE) - TOP_CHROME_PX);
  };
  return {
    row,
    room() {
      const own = row();
      if (own === undefined) return { fillPx: null, capPx: null };
      if (own.unit !== "auto") return { fillPx: time.clientHeight, capPx: null };
      return { fillPx: null, capPx: capOf(own) };
    },
  };
}
