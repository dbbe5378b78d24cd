import type { AxisTicks } from "../axis/axis.ts";
import { paintChanges, paintLines } from "../axis/axis-extras.ts";
import type { AxisFormat } from "../axis/axis-format.ts";
import { paintBeyond } from "../bands/beyond.ts";
import { columnAt } from "../bands/column-stops.ts";
import { emptyBox, isFiltered } from "../empty-plot.ts";
import { HEADER_PX } from "../lanes/lane-layout.ts";
import { GUTTER_PX } from "../marks/bar.ts";
import type { UndatedStrip } from "../marks/undated.ts";
import type { SceneInput } from "../scene-input.ts";
import type { Box, Layer, Primitive, TimelineScene, TimeMark } from "../types.ts";
import { paintHeads } from "./paint-heads.ts";
import { paintColumns } from "./paint-lane.ts";
import { paintLinks, paintLinkWords } from "./paint-links.ts";
import { aboveLinePx, CHROME_PX, level, paintFrame, paintMark, rect, upright, words } from "./paint-mark.ts";
import { paintNoteGround, paintNoteWords } from "./paint-notes.ts";
import { type Pin, paintDrops, paintPin, pinOf } from "./paint-pin.ts";

type Unpainted = Omit<TimelineScene, "layers">;

/** What a scene is painted with. */
export interface Paint {
  readonly input: SceneInput;
  readonly ticks: AxisTicks;
  readonly undated: UndatedStrip | null;
  readonly overviewItems: readonly Primitive[];
  readonly format: AxisFormat;
  readonly xOf: (ms: number) => number;
}

/** Turns a laid-out scene into strokes, back to front. */
export function paintScene(scene: Unpainted, paint: Paint): TimelineScene {
  const bleed: Box = {
    xPx: scene.plot.xPx - GUTTER_PX - 1,
    yPx: 0,
    widthPx: scene.plot.widthPx + 2 * GUTTER_PX + 2,
    heightPx: scene.axis.yPx,
  };
  const marks = scene.marks.flatMap(paintMark);
  const pin = pinOf(scene, paint);
  const headerPx = scene.headers === "above" ? HEADER_PX : 0;
  const rows = scene.histogram === null ? scene.lanes : [scene.histogram, ...scene.lanes];
  const columns = rows.flatMap((lane) =>
    lane.band || lane.columns.length > 0 ? paintColumns(lane, paint.input, headerPx) : [],
  );
  const said = [...columns, ...marks].filter(({ t }) => t === "text");
  const layers: Layer[] = [
    { name: "ground", clip: bleed, items: paintNoteGround(scene.notes) },
    { name: "ground", clip: null, items: paintGround(scene, paint) },
    // Tiles of columns reach out of the plot; nothing else of a lane does.
    {
      name: "marks",
      clip: { ...scene.plot, heightPx: scene.axis.yPx },
      items: columns.filter(({ t }) => t === "band"),
    },
    { name: "marks", clip: bleed, items: columns.filter(({ t }) => t !== "band" && t !== "text") },
    // No arrow strikes a mark out.
    { name: "marks", clip: bleed, items: [...paintLinks(scene), ...marks.filter(({ t }) => t !== "text")] },
    { name: "front", clip: { ...bleed, heightPx: scene.axis.yPx + 8 }, items: paintBrushed(scene, paint) },
    {
      name: "front",
      clip: null,
      items: [...paintReader(scene, paint), ...(pin === null ? [] : paintDrops(pin, scene))],
    },
    // What is outside the window recedes, and its numbers and names can still be read.
    { name: "labels", clip: bleed, items: [...said, ...paintNoteWords(scene.notes), ...paintLabels(scene, paint)] },
    { name: "labels", clip: bleed, items: paintLinkWords(scene.links, paint.input.words.dir === "rtl") },
    { name: "axis", clip: null, items: paintAxis(scene, paint, pin) },
    { name: "overview", clip: null, items: paint.overviewItems },
  ];
  if (paint.input.drawHeaders === true) layers.push({ name: "headers", clip: null, items: paintHeaders(scene, paint) });
  return { ...scene, layers };
}

function paintGround(scene: Unpainted, paint: Paint): Primitive[] {
  const { plot, axis, histogram, lanes } = scene;
  const out = paint.ticks.minor.map(({ xPx }) => upright(xPx, [0, axis.yPx], "grid"));
  for (const { xPx } of paint.ticks.major) {
    if (xPx > plot.xPx + 1) out.push(upright(xPx, [0, axis.yPx + 33], "border"));
  }
  const across = [scene.headers === "side" ? 0 : plot.xPx - 14, scene.widthPx] as const;
  if (histogram !== null) out.push(level(Math.round(histogram.yPx + histogram.heightPx) + 0.5, across, "border"));
  const ruled = scene.undated === null ? lanes.slice(0, -1) : lanes;
  for (const { yPx, heightPx } of ruled) out.push(level(Math.round(yPx + heightPx) + 0.5, across, "grid"));
  return out;
}

/** Outside the window of the brush the plot recedes; its bounds are drawn. */
function paintBrushed(scene: Unpainted, paint: Paint): Primitive[] {
  const { brush } = paint.input;
  if (brush === null) return [];
  const { plot } = scene;
  const endX = plot.xPx + plot.widthPx;
  const low = plot.xPx - GUTTER_PX - 1;
  const high = endX + GUTTER_PX + 1;
  const heightPx = scene.axis.yPx - (scene.undated?.heightPx ?? 0);
  const a = Math.min(Math.max(paint.xOf(brush.startMs), low), high);
  const b = Math.min(Math.max(paint.xOf(brush.endMs), low), high);
  const out: Primitive[] = [];
  if (a > plot.xPx + 0.5) {
    out.push(rect([low, 0, a - low, heightPx], "page", 0.6));
    if (a < high) out.push(upright(a, [0, heightPx], "ink", 1.5));
  }
  if (b < endX - 0.5) {
    out.push(rect([b, 0, high - b, heightPx], "page", 0.6));
    if (b > low) out.push(upright(b, [0, heightPx], "ink", 1.5));
  }
  return out;
}

/** Frames of the hovered and the selected record, and of that of the keyboard. */
export function paintReader(scene: Unpainted, paint: Pick<Paint, "input">): Primitive[] {
  const { store, focusRow } = paint.input;
  const out: Primitive[] = [];
  const find = (id: string | null): TimeMark | undefined =>
    id === null ? undefined : scene.marks.find((mark) => mark.id === id);
  const hovered = find(store.state.hoveredId);
  if (hovered !== undefined && hovered.id !== store.state.selectedId) out.push(...paintFrame(hovered, "hovered"));
  const selected = find(store.state.selectedId);
  if (selected !== undefined) out.push(...paintFrame(selected, "selected"));
  const focused = focusRow === undefined ? undefined : scene.marks.find((mark) => mark.row === focusRow);
  if (focused !== undefined) out.push(...paintFrame(focused, "focused"));
  const column = paint.input.stop ? columnAt(scene, paint.input.stop) : null;
  if (column !== null) out.push(...paintFrame(column, "focused"));
  return out;
}

/** Words of the marks, and the number of undated records that found no room; where filters leave none, words that say so. */
export function paintLabels(scene: Unpainted, paint: Pick<Paint, "input" | "undated">): Primitive[] {
  const out: Primitive[] = [];
  for (const mark of scene.marks) {
    const { label } = mark;
    if (label === null) continue;
    const weight = mark.id === paint.input.store.state.selectedId ? 650 : 400;
    const isInside = label.place === "inside";
    const dyPx = isInside ? insidePx(mark) : 3.75;
    const y = label.yPx + label.heightPx / 2 + dyPx;
    out.push(words(label.text, label.xPx, y, { weight, halo: isInside ? null : "page", rtl: label.rtl }));
  }
  if (isFiltered(scene.counts.shown, paint.input.store.columns.length)) {
    const { xPx, yPx } = emptyBox(scene);
    const look = { size: 12, fill: "ink2", halo: "page", rtl: paint.input.words.dir === "rtl" };
    out.push(words(paint.input.words.t("timeline.empty"), xPx, yPx + 22, look));
  }
  if (paint.undated !== null && paint.undated.rest > 0) {
    const text = paint.input.words.t("timeline.more", { n: paint.undated.rest });
    out.push(
      words(text, paint.undated.restXPx, paint.undated.box.yPx + 15, {
        fill: "ink2",
        rtl: paint.input.words.dir === "rtl",
      }),
    );
  }
  return out;
}

/** From the middle of a bar down to the line that the words inside it stand on. */
function insidePx(mark: TimeMark): number {
  const bar = mark.bars[0] ?? mark;
  // Between two edges they stand in the middle, above a lower one alone clear of it.
  return mark.outline === "solid" ? aboveLinePx(bar) : Math.min(3.75, bar.heightPx / 2 - 2);
}

function paintAxis(scene: Unpainted, paint: Paint, pin: Pin | null): Primitive[] {
  const { input, ticks } = paint;
  const y = Math.round(scene.axis.yPx) + 0.5;
  const endX = scene.plot.xPx + scene.plot.widthPx;
  const out = [level(y, [0, scene.widthPx], "rule")];
  const rtl = input.words.dir === "rtl";
  const taken = pin?.room ?? null;
  for (const tick of ticks.minor) {
    out.push(upright(tick.xPx, [y, y + 5], "ink2"));
    const widthPx = input.metrics.width(tick.label, 11.5);
    const hidden = taken !== null && tick.xPx + 4 < taken[1] + 3 && tick.xPx + 4 + widthPx > taken[0] - 3;
    if (hidden || tick.xPx + 4 + widthPx > endX + 12) continue;
    // The line of a month runs down between its days; it gives way to their numbers.
    const isStruck = ticks.major.some(({ xPx }) => xPx > tick.xPx + 2 && xPx < tick.xPx + 6 + widthPx);
    out.push(words(tick.label, tick.xPx + 4, y + 14, { fill: "ink2", rtl, halo: isStruck ? "page" : null }));
  }
  for (const tick of ticks.major) {
    out.push(words(tick.label, tick.xPx + (tick.xPx > scene.plot.xPx ? 6 : 0), y + 30, { weight: 600, rtl }));
  }
  out.push(...paintChanges(scene, paint), ...paintLines(scene, input));
  if (pin !== null) out.push(...paintPin(pin, scene, rtl));
  if (scene.headers === "side") {
    out.push(words(scene.axis.caption, CHROME_PX, y + 14, { size: 11, fill: "ink3", rtl }));
    if (scene.overview !== null)
      out.push(words(input.words.t("timeline.all-dates"), CHROME_PX, scene.overview.yPx + 30, { size: 12, rtl }));
  }
  return out;
}

function paintHeaders(scene: Unpainted, paint: Paint): Primitive[] {
  const rtl = paint.input.words.dir === "rtl";
  const out: Primitive[] = scene.beyond === null ? [] : paintBeyond(scene.beyond, paint.input);
  out.push(...paintHeads(scene, paint.input));
  if (paint.undated !== null) {
    const { headerText, headerXPx, box } = paint.undated;
    const at = scene.headers === "side" ? 33 : headerXPx;
    out.push(words(headerText, at, box.yPx + 15, { size: 12, fill: "ink2", rtl }));
  }
  return out;
}
