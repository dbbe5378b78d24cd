import type { TextMetrics } from "@whenwhere/view/pure";
import { isRtlLabel, LABEL_SIZE_PX } from "../labels/label-text.ts";
import type { LaneLayout } from "../lanes/lane-layout.ts";
import { CLOSEST } from "../lanes/press-rows.ts";
import { speakerEndPx } from "../paint/paint-mark.ts";
import type { SceneInput } from "../scene-input.ts";
import type { MarkBar, MarkLabel, MarkStyle, TimeMark } from "../types.ts";
import type { PackedItem } from "./pack.ts";
import { MARK_RADIUS_PX } from "./pack-candidate.ts";

/** Height of a line of words. */
const HEIGHT_PX = LABEL_SIZE_PX + 2;

/** Gives packed items of one lane their place on the page. */
export function layMarks(
  layout: LaneLayout,
  place: {
    readonly input: SceneInput;
    readonly lane: number;
    readonly topPx: number;
    readonly styles: readonly MarkStyle[];
  },
): TimeMark[] {
  if (layout.packing === null) return [];
  const { rowPx, barPx } = layout.pitch;
  return layout.packing.items.map((item) => layMark(item, { ...place, rowPx, barPx }));
}

interface Place {
  readonly input: SceneInput;
  readonly lane: number;
  readonly topPx: number;
  readonly styles: readonly MarkStyle[];
  readonly rowPx: number;
  readonly barPx: number;
}

function layMark(item: PackedItem, place: Place): TimeMark {
  const { store, metrics } = place.input;
  const row = item.glyph.row;
  const first = item.bars[0] as PackedItem["bars"][number];
  const last = item.bars[item.bars.length - 1] as PackedItem["bars"][number];
  const bars = item.bars.map(
    (bar): MarkBar => ({
      ...bar,
      // The ticks of a series are a number, not dates: those under the words may go.
      ticksPx: bar.ticksPx.filter((x) => !underLabel(item, bar.line, x) && !underSpeaker(item, bar, { x, metrics })),
      yPx: place.topPx + (item.line + bar.line) * place.rowPx,
      heightPx: place.barPx,
    }),
  );
  const outer = item.form === "shape" ? shapeBox(bars[0] as MarkBar) : unionOf(bars);
  const headline = item.bars.filter((bar) => bar.line === 0);
  return {
    ...outer,
    row,
    id: store.id(row),
    lane: place.lane,
    kind: item.glyph.kind,
    form: item.form,
    edges: { start: first.start, end: (headline[headline.length - 1] ?? last).end },
    outline: item.glyph.outline,
    uncertain: item.glyph.readings[0]?.uncertain ?? false,
    alpha: item.form === "shape" ? 0.9 : first.alpha,
    spanPx: Number.isFinite(first.spanPx) ? first.spanPx : Number.NaN,
    bars,
    style: place.styles[store.columns.category.at(row)] ?? { token: "other", shape: "ring" },
    countText: item.countText,
    bracket: item.bracket,
    label: labelOf(item, place),
    possible: false,
  };
}

function underLabel(item: PackedItem, line: number, xPx: number): boolean {
  const { label } = item;
  if (label === null || label.place !== "inside" || line !== 0) return false;
  return xPx > label.xPx - 4 && xPx < label.xPx + label.widthPx + 4;
}

function underSpeaker(
  item: PackedItem,
  bar: PackedItem["bars"][number],
  at: { readonly x: number; readonly metrics: TextMetrics },
): boolean {
  if (item.bracket !== "inside" || bar.by === null) return false;
  const endPx = speakerEndPx(bar);
  return at.x < endPx + 4 && at.x > endPx - at.metrics.width(bar.by, LABEL_SIZE_PX, 400) - 4;
}

function shapeBox(bar: MarkBar): { xPx: number; yPx: number; widthPx: number; heightPx: number } {
  const middle = bar.xPx + bar.widthPx / 2;
  return { xPx: middle - MARK_RADIUS_PX, yPx: bar.yPx, widthPx: 2 * MARK_RADIUS_PX, heightPx: bar.heightPx };
}

function unionOf(bars: readonly MarkBar[]): { xPx: number; yPx: number; widthPx: number; heightPx: number } {
  const xPx = Math.min(...bars.map((bar) => bar.xPx));
  const yPx = Math.min(...bars.map((bar) => bar.yPx));
  const endPx = Math.max(...bars.map((bar) => bar.xPx + bar.widthPx));
  const bottomPx = Math.max(...bars.map((bar) => bar.yPx + bar.heightPx));
  return { xPx, yPx, widthPx: endPx - xPx, heightPx: bottomPx - yPx };
}

function labelOf(item: PackedItem, place: Place): MarkLabel | null {
  if (item.label === null) return null;
  const { xPx, widthPx, text, full, place: where } = item.label;
  // In the closest rows the lines of words stand on one another as in a paragraph.
  const heightPx = place.rowPx < CLOSEST.rowPx ? HEIGHT_PX : Math.min(HEIGHT_PX, place.rowPx);
  const yPx = place.topPx + item.line * place.rowPx + (place.barPx - heightPx) / 2;
  return {
    xPx,
    widthPx,
    yPx,
    heightPx,
    text,
    full,
    place: where,
    rtl: isRtlLabel(full, place.input.words.dir),
  };
}
