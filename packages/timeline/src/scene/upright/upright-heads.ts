import type { StandingLanes } from "../lanes/lane-window.ts";
import type { LaneHead, LaneLine } from "../types.ts";

/** Names of the lanes, and their numbers below them. */
export const LANES_PX = 38;
/** Names of groups, a row for each level: high enough to be pressed. */
const GROUP_ROW_PX = 24;

/** Height of all heads: a row for each level of open groups, in sight or not, and that of the lanes below them. */
export function headsPx({ length, lane, line, lines }: StandingLanes): number {
  let rows = 0;
  for (let i = 0; i < length; i++) {
    if ((lane[i] as number) < 0) rows = Math.max(rows, (lines[line[i] as number] as LaneLine).depth + 1);
  }
  return rows * GROUP_ROW_PX + LANES_PX;
}

/**
 * Heads as they stand over lanes side by side, from those laid out along the lines: a lane's over itself, a group's in the row of
 * its level over all of its lanes.
 */
export function uprightHeads(heads: readonly LaneHead[], allPx: number): LaneHead[] {
  return heads.map((head, i): LaneHead => {
    const { yPx: xPx, heightPx: widthPx } = head;
    if (head.code >= 0) return { ...head, xPx, widthPx, yPx: allPx - LANES_PX, heightPx: LANES_PX };
    const next = heads.slice(i + 1).findIndex(({ depth }) => depth <= head.depth);
    const last = heads[next < 0 ? heads.length - 1 : i + next] as LaneHead;
    const endPx = last.yPx + last.heightPx;
    return { ...head, xPx, widthPx: endPx - xPx, yPx: head.depth * GROUP_ROW_PX, heightPx: GROUP_ROW_PX };
  });
}

/** Where the line between a lane and the next one begins: below the heads of the groups that hold both. */
export function dividerPx(before: LaneHead, next: LaneHead): number {
  return (
    Math.max(
      next.path.findIndex((name, depth) => before.path[depth] !== name),
      0,
    ) * GROUP_ROW_PX
  );
}
