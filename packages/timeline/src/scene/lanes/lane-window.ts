import type { LaneLine, LaneScroll, LaneTable } from "../types.ts";
import type { LaneRows, SortedRows } from "./sort-rows.ts";

/** Height of the head of an open group. */
export const GROUP_PX = 24;
/** Least height of a lane of marks, and what a lane may need among lanes that are scrolled. */
const LEAST_PX = 24;
const SCROLLED_PX = 34;

/** A line that holds records. */
export interface StandingLine {
  readonly line: LaneLine;
  /** Null for the head of an open group. */
  readonly rows: LaneRows | null;
  readonly shown: number;
}

/** What is laid out of the lanes: all of them, or those that fit from the first line in sight on. */
export interface LanesInSight {
  /** Heads that are held at the top come first. */
  readonly lines: readonly StandingLine[];
  /** The lanes among them. */
  readonly lanes: readonly LaneRows[];
  /** Height of the heads of groups. */
  readonly groupsPx: number;
  /** Rows of the view in lanes that are out of sight. */
  readonly scrolled: number;
  readonly scroll: Omit<LaneScroll, "yPx" | "heightPx"> | null;
}

/** Lines of a table that was not arranged: its lanes in their order. */
export function linesOf(table: LaneTable): readonly LaneLine[] {
  if (table.lines !== undefined) return table.lines;
  return table.order.map((code, i): LaneLine => {
    const path = table.paths?.[code] ?? [table.values[code] as string];
    const place = { parent: -1, place: i + 1, siblings: table.order.length };
    return { code, path, name: path.join(" / "), depth: 0, open: null, isCategory: table.isCategory, ...place };
  });
}

/** Lines that hold records, as places in the lines of the table. Arrays, since a frame of a pan makes them anew for thousands of lanes. */
export interface StandingLanes {
  readonly lines: readonly LaneLine[];
  readonly length: number;
  /** Line of the table. */
  readonly line: Int32Array;
  /** Place of the lane among the sorted rows; -1 for the head of a group. */
  readonly lane: Int32Array;
  /** Place of the group among the standing lines; -1 at the top. */
  readonly parent: Int32Array;
  readonly shown: Float64Array;
  /** Lane of each; -1 for the head of a group. */
  readonly codes: Int32Array;
}

/** What lines may take, from which one on. */
interface Room {
  readonly first: number | undefined;
  readonly heightPx: number;
  readonly headerPx: number;
  /** Of the head of an open group; default {@link GROUP_PX}. 0 where it stands over its lanes and takes nothing from them. */
  readonly groupPx?: number;
}

/**
 * Chooses the lines to lay out. Without `first`, or where all lanes may fit, these are all. Else they are as many whole lines as
 * fit under the heads of the groups that they stand in: a frame costs what is in sight, and a few numbers a lane.
 */
export function lanesInSight(sorted: SortedRows, standing: StandingLanes, room: Room): LanesInSight {
  const { groupPx = GROUP_PX } = room;
  const lanes = sorted.codes.length;
  const groups = standing.length - lanes;
  const leastPx = lanes * (LEAST_PX + room.headerPx) + groups * groupPx;
  if (room.first === undefined || leastPx <= room.heightPx) {
    const lines = linesAt(standing, sorted, { held: [], from: 0, to: standing.length });
    return {
      lines,
      lanes: lines.flatMap(({ rows }) => rows ?? []),
      groupsPx: groups * groupPx,
      scrolled: 0,
      scroll: null,
    };
  }
  const lanePx = SCROLLED_PX + room.headerPx;
  const reach = (from: number): Reach => reachOf(standing, from, { lanePx, groupPx, heightPx: room.heightPx });
  const most = mostFirst(standing, reach);
  const first = Math.min(Math.max(Math.floor(room.first), 0), most);
  const reached = reach(first);
  const lines = linesAt(standing, sorted, reached);
  const inSight = lines.flatMap(({ rows }) => rows ?? []);
  const visible = inSight.reduce((sum, lane) => sum + lane.visible, 0);
  return {
    lines,
    lanes: inSight,
    groupsPx: (lines.length - inSight.length) * groupPx,
    scrolled: sorted.visible - visible,
    scroll: {
      first,
      most,
      lines: standing.length,
      inSight: reached.to - first,
      lanes,
      lanesInSight: inSight.length,
      codes: standing.codes,
    },
  };
}

function lineAt(standing: StandingLanes, place: number): LaneLine {
  return standing.lines[standing.line[place] as number] as LaneLine;
}

function linesAt(standing: StandingLanes, sorted: SortedRows, { held, from, to }: Reach): readonly StandingLine[] {
  const places = [...held, ...Array.from({ length: to - from }, (_, i) => from + i)];
  return places.map((place) => {
    const lane = standing.lane[place] as number;
    const rows = lane < 0 ? null : sorted.lane(lane);
    return { line: lineAt(standing, place), rows, shown: standing.shown[place] as number };
  });
}

/** Lanes without a record under the filters do not stand, nor do groups of such lanes. */
export function standingLanes({ codes, dated }: SortedRows, table: LaneTable): StandingLanes {
  const lines = linesOf(table);
  const { length } = lines;
  const shown = new Float64Array(length);
  const lanes = new Int32Array(length).fill(-1);
  let next = 0;
  for (let i = 0; i < length; i++) {
    const { code } = lines[i] as LaneLine;
    if (code < 0 || codes[next] !== code) continue;
    lanes[i] = next;
    shown[i] = dated[next++] as number;
  }
  for (let i = length - 1; i >= 0; i--) {
    const { parent } = lines[i] as LaneLine;
    if (parent >= 0) shown[parent] = (shown[parent] as number) + (shown[i] as number);
  }
  const places = new Int32Array(length).fill(-1);
  const out = {
    line: new Int32Array(length),
    lane: new Int32Array(length),
    parent: new Int32Array(length),
    shown: new Float64Array(length),
    codes: new Int32Array(length),
  };
  let count = 0;
  for (let i = 0; i < length; i++) {
    if (shown[i] === 0) continue;
    const { parent, code } = lines[i] as LaneLine;
    places[i] = count;
    out.codes[count] = code;
    out.line[count] = i;
    out.lane[count] = lanes[i] as number;
    out.parent[count] = parent < 0 ? -1 : (places[parent] as number);
    out.shown[count++] = shown[i] as number;
  }
  return { ...out, codes: out.codes.subarray(0, count), lines, length: count };
}

/** The heads above a line that stay at the top, and the line after the last that fits below them. */
interface Reach {
  readonly held: readonly number[];
  readonly from: number;
  readonly to: number;
}

function reachOf(
  standing: StandingLanes,
  from: number,
  px: { readonly lanePx: number; readonly groupPx: number; readonly heightPx: number },
): Reach {
  const held: number[] = [];
  for (let at = standing.parent[from] ?? -1; at >= 0; at = standing.parent[at] as number) held.unshift(at);
  let leftPx = px.heightPx - held.length * px.groupPx;
  let to = from;
  while (to < standing.length) {
    leftPx -= (standing.lane[to] as number) < 0 ? px.groupPx : px.lanePx;
    if (leftPx < 0 && to > from) break;
    to++;
  }
  // A head that stands over its lanes is as wide as these: without one in sight there is nothing to see of it.
  while (px.groupPx === 0 && to - 1 > from && (standing.lane[to - 1] as number) < 0) to--;
  return { held, from, to };
}

function mostFirst(standing: StandingLanes, reach: (from: number) => Reach): number {
  let most = Math.max(standing.length - 1, 0);
  while (most > 0 && reach(most - 1).to === standing.length) most--;
  return most;
}
