import { STATUSES } from "@whenwhere/model";
import type { TextMetrics, Words } from "@whenwhere/view/pure";
import { type FreeRoom, freeSpot, inkBoxes } from "../labels/free-room.ts";
import type { Box, SceneStore, TimeMark, TimeSpan } from "../types.ts";
import { linkRoute } from "./link-route.ts";
import { createLinkTable, type LinkMode, type LinkTable, tiesOf } from "./link-table.ts";
import type { LinkAbsence, LinkArrow, SceneLinks, Tie } from "./overlay-types.ts";

/** More arrows than this cannot be followed; the rest is counted and said. */
export const MOST_ARROWS = 24;
const TEXT_PX = 11;

interface LinkInput {
  readonly store: SceneStore;
  readonly mode: LinkMode;
  readonly table?: LinkTable | undefined;
  readonly view: TimeSpan;
  readonly marks: readonly TimeMark[];
  /** What words must not touch beside marks: those of notes and lanes. */
  readonly taken: readonly Box[];
  /** Where arrows and their words may be. */
  readonly within: Box;
  readonly metrics: TextMetrics;
  readonly words: Words;
}

/** Lays out the ties of the selected and the hovered record, or of all that are drawn. */
export function layLinks(input: LinkInput): SceneLinks {
  const { store, marks } = input;
  const { selectedId, hoveredId } = store.state;
  const rows = [selectedId, hoveredId].map((id) => (id === null ? -1 : store.rowOf(id))).filter((row) => row >= 0);
  if (input.mode === "none" || (input.mode === "selected" && rows.length === 0))
    return { arrows: [], absent: [], more: 0 };
  const table = input.table ?? createLinkTable(store);
  const ties = tiesOf(table, { mode: input.mode, rows: [...new Set(rows)], drawn: marks.map((mark) => mark.row) });
  const markOf = new Map(marks.map((mark) => [mark.row, mark]));
  const drawable = ties.filter((tie) => markOf.has(tie.fromRow) && markOf.has(tie.toRow));
  const room: FreeRoom & { taken: Box[] } = { within: input.within, taken: [...input.taken] };
  if (drawable.length > 0) room.taken.push(...marks.flatMap((mark) => inkBoxes(mark, input.metrics)));
  const arrows = drawable.slice(0, MOST_ARROWS).map((tie) => {
    const ends = [markOf.get(tie.fromRow) as TimeMark, markOf.get(tie.toRow) as TimeMark] as const;
    const arrow = arrowOf(tie, ends, { ...input, room, mine: rows.includes(tie.fromRow) || rows.includes(tie.toRow) });
    if (arrow.textBox !== null) room.taken.push(arrow.textBox);
    return arrow;
  });
  const absent = ties.flatMap((tie) => {
    const row = [tie.fromRow, tie.toRow].find((end) => !markOf.has(end));
    return row === undefined ? [] : [{ ...tie, row, why: absenceOf(store, row, input.view) }];
  });
  return { arrows, absent, more: drawable.length - arrows.length };
}

function absenceOf(store: SceneStore, row: number, view: TimeSpan): LinkAbsence {
  if (row < 0) return "missing";
  if (store.passing("timeline")[row] === 0) return "filtered";
  const startMs = store.columns.outerStartMs.at(row) as number;
  if (Number.isNaN(startMs)) return "undated";
  if ((store.columns.outerEndMs.at(row) as number) <= view.startMs) return "before";
  return startMs >= view.endMs ? "after" : "folded";
}

function arrowOf(
  tie: Tie,
  ends: readonly [TimeMark, TimeMark],
  at: LinkInput & { readonly room: FreeRoom; readonly mine: boolean },
): LinkArrow {
  const points = linkRoute(ends[0], ends[1], at.room);
  const text = at.words.t(`timeline.link.short.${tie.type}`);
  const widthPx = at.metrics.width(text, TEXT_PX);
  const spots = [0.5, 0.4, 0.6, 0.3, 0.7].map((share) => {
    const [x, y] = points[Math.round(share * (points.length - 1))] as readonly [number, number];
    return freeSpot({ xPx: x - widthPx / 2, yPx: y - 7, widthPx, heightPx: 13 }, at.room);
  });
  const alleged = (row: number): boolean => STATUSES[at.store.columns.status.at(row) as number] === "alleged";
  return {
    ...tie,
    dashed: alleged(tie.fromRow) || alleged(tie.toRow),
    mine: at.mine,
    points,
    head: tie.type !== "duplicateOf",
    text,
    textBox: spots.find((spot) => spot !== null) ?? null,
  };
}
