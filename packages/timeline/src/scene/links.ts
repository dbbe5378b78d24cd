import { STATUSES } from "@whenwhere/model";
import type { TextMetrics, Words } from "@whenwhere/view/pure";
import { type FreeRoom, freeSpot, inkBoxes } from "./free-room.ts";
import { createLinkTable, type LinkMode, type LinkTable, tiesOf } from "./link-table.ts";
import type { LinkAbsence, LinkArrow, SceneLinks, Tie } from "./overlay-types.ts";
import type { Box, SceneStore, TimeMark, TimeSpan } from "./types.ts";

/** More arrows than this cannot be followed; the rest is counted and said. */
export const MOST_ARROWS = 24;
const TEXT_PX = 11;
const POINTS = 20;

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
  const points = curve(ends[0], ends[1], at.within);
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

type Point = readonly [number, number];

/** From edge to edge, upright at both: an arrow leaves a mark above or below, never through its words beside it. */
function curve(a: TimeMark, b: TimeMark, within: Box): Point[] {
  const [boxA, boxB] = [bodyOf(a), bodyOf(b)];
  const startX = nearest(boxA, boxB.xPx + boxB.widthPx / 2, within);
  const endX = nearest(boxB, startX, within);
  const dy = boxB.yPx + boxB.heightPx / 2 - (boxA.yPx + boxA.heightPx / 2);
  const sameLine = Math.abs(dy) < (boxA.heightPx + boxB.heightPx) / 2 + 6;
  // On one line the arrow makes an arch, above where there is room.
  const rise = Math.min(30, 14 + Math.abs(endX - startX) * 0.05);
  const above = sameLine ? Math.min(boxA.yPx, boxB.yPx) - rise > within.yPx : dy < 0;
  const [startY, endY] = sameLine
    ? [edgeY(boxA, above), edgeY(boxB, above)]
    : [edgeY(boxA, above), edgeY(boxB, !above)];
  const pull = sameLine ? rise * 1.4 : Math.max(16, Math.abs(endY - startY) * 0.55);
  const sign = above ? -1 : 1;
  const controls = [startY + sign * pull, endY + (sameLine ? sign : -sign) * pull] as const;
  return Array.from({ length: POINTS + 1 }, (_, i): Point => {
    const t = i / POINTS;
    const [u, v, w, z] = [(1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t ** 2, t ** 3];
    return [(u + v) * startX + (w + z) * endX, u * startY + v * controls[0] + w * controls[1] + z * endY];
  });
}

/** The bar of the headline reading, or the mark. */
function bodyOf(mark: TimeMark): Box {
  return mark.form === "bar" ? (mark.bars[0] ?? mark) : mark;
}

function nearest(box: Box, xPx: number, within: Box): number {
  const inset = Math.min(4, box.widthPx / 2);
  const low = Math.max(box.xPx + inset, Math.min(within.xPx + 4, box.xPx + box.widthPx - inset));
  const high = Math.min(box.xPx + box.widthPx - inset, Math.max(within.xPx + within.widthPx - 4, box.xPx + inset));
  return Math.min(Math.max(xPx, low), Math.max(low, high));
}

function edgeY(box: Box, above: boolean): number {
  return above ? box.yPx - 2 : box.yPx + box.heightPx + 2;
}
