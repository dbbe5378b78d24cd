import { STATUSES } from "@whenwhere/model";
import { isRtlText } from "@whenwhere/view/pure";
import { cutToFit, LABEL_SIZE_PX } from "../labels/label-text.ts";
import type { SceneInput } from "../scene-input.ts";
import type { Box, MarkStyle, TimeMark } from "../types.ts";
import { outlineOf } from "./glyph.ts";
import { MARK_RADIUS_PX } from "./pack-candidate.ts";

/** The strip of records without a date, with its marks and the number that found no room. */
export interface UndatedStrip {
  readonly box: Box;
  readonly marks: readonly TimeMark[];
  readonly restXPx: number;
  readonly rest: number;
  readonly headerXPx: number;
  readonly headerText: string;
}

/** The strip of records without a date: as many marks with their titles as fit, and the number of the others. */
export function layUndated(
  rows: ArrayLike<number>,
  place: {
    readonly input: SceneInput;
    readonly startPx: number;
    readonly endPx: number;
    readonly topPx: number;
    readonly styles: readonly MarkStyle[];
  },
): { readonly marks: TimeMark[]; readonly restXPx: number; readonly rest: number } {
  const { input } = place;
  const marks: TimeMark[] = [];
  let x = place.startPx + 2;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const left = rows.length - marks.length - 1;
    const reservePx = left > 0 ? 70 : 0;
    const bold = input.store.id(row) === input.store.state.selectedId ? 650 : 400;
    const title = input.store.incident(row).title;
    const roomPx = Math.min(place.endPx - x - 20 - reservePx, left > 0 ? 280 : Number.POSITIVE_INFINITY);
    const text = cutToFit(title, roomPx, { metrics: input.metrics, locale: input.words.locale, weight: bold });
    if (text === null || x + 20 > place.endPx - reservePx) break;
    const widthPx = input.metrics.width(text, LABEL_SIZE_PX, bold);
    marks.push(undatedMark(row, { x, text, title, widthPx, place }));
    x += 20 + widthPx + 16;
  }
  return { marks, restXPx: x, rest: rows.length - marks.length };
}

function undatedMark(
  row: number,
  at: {
    readonly x: number;
    readonly text: string;
    readonly title: string;
    readonly widthPx: number;
    readonly place: { readonly input: SceneInput; readonly topPx: number; readonly styles: readonly MarkStyle[] };
  },
): TimeMark {
  const { input, topPx, styles } = at.place;
  const status = STATUSES[input.store.columns.status.at(row)] ?? "happened";
  return {
    row,
    id: input.store.id(row),
    lane: -1,
    kind: "within",
    form: "undated",
    edges: { start: "unknown", end: "unknown" },
    outline: outlineOf(status),
    uncertain: false,
    alpha: 0.28,
    spanPx: Number.NaN,
    bars: [],
    style: styles[input.store.columns.category.at(row)] ?? { token: "other", shape: "ring" },
    countText: null,
    bracket: "end",
    possible: true,
    xPx: at.x,
    yPx: topPx + 3,
    widthPx: 2 * MARK_RADIUS_PX,
    heightPx: 15,
    label: {
      xPx: at.x + 18,
      yPx: topPx + 4,
      widthPx: at.widthPx,
      heightPx: LABEL_SIZE_PX + 2,
      text: at.text,
      full: at.title,
      place: "undated",
      rtl: isRtlText(at.title),
    },
  };
}
