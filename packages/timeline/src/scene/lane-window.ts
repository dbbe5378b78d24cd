import type { LaneRows, SortedRows } from "./sort-rows.ts";
import type { LaneLine, LaneScroll, LaneTable } from "./types.ts";

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
  /** Where its group stands among these lines; -1 at the top. */
  readonly parent: number;
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

/**
 * Chooses the lines to lay out. Without `first`, or where all lanes may fit, these are all. Else they are as many whole lines as
 * fit under the heads of the groups that they stand in: a frame costs what is in sight. Cost O(lanes).
 */
export function lanesInSight(
  sorted: SortedRows,
  table: LaneTable,
  room: { readonly first: number | undefined; readonly heightPx: number; readonly headerPx: number },
): LanesInSight {
  const standing = standingLines(sorted, linesOf(table));
  const groups = standing.length - sorted.lanes.length;
  const leastPx = sorted.lanes.length * (LEAST_PX + room.headerPx) + groups * GROUP_PX;
  if (room.first === undefined || leastPx <= room.heightPx) {
    return { lines: standing, lanes: sorted.lanes, groupsPx: groups * GROUP_PX, scrolled: 0, scroll: null };
  }
  const lanePx = SCROLLED_PX + room.headerPx;
  const reach = (from: number): { readonly held: readonly StandingLine[]; readonly to: number } =>
    reachOf(standing, from, { lanePx, heightPx: room.heightPx });
  const most = mostFirst(standing, reach);
  const first = Math.min(Math.max(Math.floor(room.first), 0), most);
  const { held, to } = reach(first);
  const below = standing.slice(first, to);
  const lines = [...held, ...below];
  const lanes = lines.flatMap(({ rows }) => rows ?? []);
  const visible = lanes.reduce((sum, lane) => sum + lane.visible, 0);
  return {
    lines,
    lanes,
    groupsPx: (lines.length - lanes.length) * GROUP_PX,
    scrolled: sorted.visible - visible,
    scroll: {
      first,
      most,
      lines: standing.length,
      inSight: below.length,
      lanes: sorted.lanes.length,
      lanesInSight: lanes.length,
      codes: standing.map(({ line }) => line.code),
    },
  };
}

/** Lanes without a record under the filters do not stand, nor do groups of such lanes. */
function standingLines({ lanes }: SortedRows, lines: readonly LaneLine[]): readonly StandingLine[] {
  const shown = new Float64Array(lines.length);
  const rows: (LaneRows | null)[] = new Array(lines.length).fill(null);
  let next = 0;
  lines.forEach((line, i) => {
    if (line.code < 0 || lanes[next]?.code !== line.code) return;
    rows[i] = lanes[next] as LaneRows;
    shown[i] = (lanes[next] as LaneRows).shown;
    next++;
  });
  for (let i = lines.length - 1; i >= 0; i--) {
    const { parent } = lines[i] as LaneLine;
    if (parent >= 0) shown[parent] = (shown[parent] as number) + (shown[i] as number);
  }
  const places = new Int32Array(lines.length).fill(-1);
  const out: StandingLine[] = [];
  lines.forEach((line, i) => {
    if (shown[i] === 0) return;
    const parent = line.parent < 0 ? -1 : (places[line.parent] as number);
    places[i] = out.push({ line, rows: rows[i] as LaneRows | null, shown: shown[i] as number, parent }) - 1;
  });
  return out;
}

/** The heads above a line that stay at the top, and the line after the last that fits below them. */
function reachOf(
  standing: readonly StandingLine[],
  from: number,
  { lanePx, heightPx }: { readonly lanePx: number; readonly heightPx: number },
): { readonly held: readonly StandingLine[]; readonly to: number } {
  const held: StandingLine[] = [];
  for (let at = standing[from]?.parent ?? -1; at >= 0; at = (standing[at] as StandingLine).parent) {
    held.unshift(standing[at] as StandingLine);
  }
  let leftPx = heightPx - held.length * GROUP_PX;
  let to = from;
  while (to < standing.length) {
    leftPx -= (standing[to] as StandingLine).rows === null ? GROUP_PX : lanePx;
    if (leftPx < 0 && to > from) break;
    to++;
  }
  return { held, to };
}

function mostFirst(standing: readonly StandingLine[], reach: (from: number) => { readonly to: number }): number {
  let most = Math.max(standing.length - 1, 0);
  while (most > 0 && reach(most - 1).to === standing.length) most--;
  return most;
}
