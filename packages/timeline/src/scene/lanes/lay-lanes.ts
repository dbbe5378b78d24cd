import type { TimeScale } from "../axis/time-scale.ts";
import { layMarks } from "../marks/lay-marks.ts";
import type { SceneInput } from "../scene-input.ts";
import type { LaneBox, LaneHead, LaneLine, MarkStyle, TimeMark } from "../types.ts";
import { layBand, layColumns, withColumns } from "./lane-columns.ts";
import { HEADER_PX, type LaneLayout } from "./lane-layout.ts";
import { GROUP_PX, type LanesInSight, type StandingLine } from "./lane-window.ts";

interface Ground {
  readonly input: SceneInput;
  readonly scale: TimeScale;
  readonly headers: "side" | "above";
  readonly styles: readonly MarkStyle[];
  readonly topPx: number;
  /** Height of the head of an open group; default {@link GROUP_PX}. */
  readonly groupPx?: number;
}

/** A line's name in the reader's words. */
export function lineName(line: Pick<LaneLine, "name" | "isCategory">, words: SceneInput["words"]): string {
  return line.isCategory ? words.category(line.name) : line.name;
}

/** Puts lanes and heads below one another, and marks and columns into the lanes. */
export function layLanes(
  sight: LanesInSight,
  layouts: readonly LaneLayout[],
  ground: Ground,
): { lanes: LaneBox[]; heads: LaneHead[]; marks: TimeMark[]; bottomPx: number } {
  const lanes: LaneBox[] = [];
  const heads: LaneHead[] = [];
  const marks: TimeMark[] = [];
  let topPx = ground.topPx;
  for (const standing of sight.lines) {
    const layout = standing.rows === null ? null : (layouts[lanes.length] as LaneLayout);
    const heightPx = layout?.heightPx ?? ground.groupPx ?? GROUP_PX;
    heads.push(headOf(standing, ground, { topPx, heightPx }));
    if (layout !== null) {
      const own = layMarks(layout, {
        input: ground.input,
        lane: lanes.length,
        topPx: topPx + (ground.headers === "above" ? HEADER_PX : 0) + 3,
        styles: ground.styles,
      });
      lanes.push(
        laneOf(standing, layout, { ...ground, topPx, lane: lanes.length, drawn: own.length, lines: sight.lines }),
      );
      for (const mark of own) marks.push(mark);
    }
    topPx += heightPx;
  }
  return { lanes, heads, marks, bottomPx: topPx + 4 };
}

function headOf(
  { line, shown }: StandingLine,
  ground: Ground,
  at: { readonly topPx: number; readonly heightPx: number },
): LaneHead {
  const { scale, headers } = ground;
  const { path, depth, open, place, siblings, code } = line;
  const isSide = headers === "side";
  return {
    path,
    name: lineName(line, ground.input.words),
    depth,
    open,
    place,
    siblings,
    code,
    shown,
    style: styleOf(line, ground),
    xPx: isSide ? 0 : scale.startPx,
    yPx: at.topPx,
    widthPx: isSide ? scale.startPx : scale.endPx - scale.startPx,
    heightPx: isSide || line.code < 0 ? at.heightPx : HEADER_PX,
  };
}

function laneOf(
  standing: StandingLine,
  layout: LaneLayout,
  at: Ground & { readonly lane: number; readonly drawn: number; readonly lines: readonly StandingLine[] },
): LaneBox {
  const { scale, topPx } = at;
  const rows = standing.rows as NonNullable<StandingLine["rows"]>;
  const contentTop = topPx + (at.headers === "above" ? HEADER_PX : 0);
  const place = { lane: at.lane, topPx: contentTop, heightPx: layout.heightPx - (contentTop - topPx), scale };
  const own: Omit<LaneBox, "columns"> = {
    code: rows.code,
    name: lineName(standing.line, at.input.words),
    level: layout.level,
    shown: rows.shown,
    drawn: at.drawn,
    folded: rows.visible - at.drawn,
    style: styleOf(standing.line, at),
    band: layBand(layout),
    peak: layout.level === "density" ? (layout.folded?.peak ?? 0) : 0,
    xPx: scale.startPx,
    yPx: topPx,
    widthPx: scale.endPx - scale.startPx,
    heightPx: layout.heightPx,
  };
  return withColumns(own, () => layColumns(layout, place));
}

/** The look of a category; lanes of other fields mix categories and have none. */
function styleOf(line: LaneLine, { input, styles }: Ground): MarkStyle | null {
  if (!line.isCategory) return null;
  if (input.lanes.isCategory && line.code >= 0) return styles[line.code] ?? null;
  return styles[input.store.categories.indexOf(line.name)] ?? null;
}
