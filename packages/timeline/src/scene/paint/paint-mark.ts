import { MARK_RADIUS_PX } from "../marks/pack-candidate.ts";
import type { MarkBar, Primitive, TimeMark } from "../types.ts";

/** From the inline start to the words around the drawing: where its heading stands. */
export const CHROME_PX = 16;

type Point = readonly [number, number];

/** A filled rectangle. */
export function rect([x, y, w, h]: readonly [number, number, number, number], fill: string, alpha = 1): Primitive {
  return { t: "rect", x, y, w: Math.max(w, 0), h: Math.max(h, 0), fill, alpha, fadeLeft: 0, fadeRight: 0 };
}

type Stroke = readonly [stroke: string, width?: number, dash?: readonly number[]];

/** A stroked polyline. */
export function line(points: readonly Point[], ...[stroke, width = 1, dash = []]: Stroke): Primitive {
  return { t: "path", points, stroke, width, dash, closed: false, fill: null };
}

/** A line up and down at `xPx`. */
export function upright(xPx: number, [fromPx, toPx]: Point, ...stroke: Stroke): Primitive {
  const ends: readonly Point[] = [
    [xPx, fromPx],
    [xPx, toPx],
  ];
  return line(ends, ...stroke);
}

/** A line across at `yPx`. */
export function level(yPx: number, [fromPx, toPx]: Point, ...stroke: Stroke): Primitive {
  const ends: readonly Point[] = [
    [fromPx, yPx],
    [toPx, yPx],
  ];
  return line(ends, ...stroke);
}

/** A stroked rectangle, with a ground where `fill` is one. */
export function frame(
  box: readonly [number, number, number, number],
  stroke: string,
  width: number,
  dash: readonly number[] = [],
  fill: string | null = null,
): Primitive {
  const [x, y, w, h] = box;
  const points: readonly Point[] = [
    [x, y],
    [x + w, y],
    [x + w, y + h],
    [x, y + h],
  ];
  return { t: "path", points, stroke, width, dash, closed: true, fill };
}

/** Words of the chrome. */
export function words(
  text: string,
  x: number,
  y: number,
  look: {
    readonly fill?: string;
    readonly size?: number;
    readonly weight?: number;
    readonly halo?: string | null;
    readonly rtl?: boolean;
    readonly anchor?: "left" | "center" | "right";
  } = {},
): Primitive {
  const usual = { size: 11.5, weight: 400, fill: "ink", anchor: "left", rtl: false, halo: null } as const;
  return { t: "text", text, x, y, ...usual, ...look };
}

/** The strokes of one mark, back to front. Pure: every choice was made when the mark was laid out. */
export function paintMark(mark: TimeMark): Primitive[] {
  if (mark.form !== "bar") return paintShape(mark);
  const out: Primitive[] = [];
  if (mark.kind === "set") out.push(joinLine(mark));
  for (const bar of mark.bars) out.push(...paintBar(mark, bar));
  const first = mark.bars[0];
  const last = mark.bars[mark.bars.length - 1];
  if (mark.uncertain && last !== undefined && last.end !== "unknown") {
    out.push(questionMark(mark, last.xPx + last.widthPx + 4, last));
  }
  if (mark.countText !== null && first !== undefined) {
    const x = first.xPx + first.widthPx + 5 + (first.end === "unknown" || mark.uncertain ? 11 : 0);
    out.push(words(mark.countText, x, baselineY(first), { weight: 650, halo: "page" }));
  }
  if (mark.kind !== "set" && mark.bars.length > 1) out.push(...bracket(mark));
  return out;
}

function baselineY(bar: { readonly yPx: number; readonly heightPx: number }): number {
  return bar.yPx + bar.heightPx / 2 + 4;
}

/** From the middle of a bar down to the line that words inside it stand on: never onto the line of the bar, in close rows rather out of it above. */
export function aboveLinePx({ heightPx }: { readonly heightPx: number }): number {
  return Math.min(3.15, heightPx / 2 - 2.75);
}

function paintShape(mark: TimeMark): Primitive[] {
  const struck = mark.outline === "struck";
  const hollow = mark.outline === "hollow" || struck;
  const x = mark.xPx + mark.widthPx / 2;
  const y = mark.yPx + mark.heightPx / 2;
  const r = Math.min(MARK_RADIUS_PX, mark.heightPx / 2 + 1);
  const out: Primitive[] = [
    {
      t: "mark",
      x,
      y,
      r,
      shape: mark.style.shape,
      fill: hollow ? "panel" : mark.style.token,
      alpha: mark.outline === "dashed" ? 0.35 : mark.form === "undated" && !hollow ? 0.28 : 1,
      stroke: `${mark.style.token}-line`,
      width: 1.5,
      dash: mark.outline === "dashed" || mark.form === "undated" ? [2.6, 1.8] : [],
    },
  ];
  if (struck) {
    out.push(level(y, [x - r - 3, x + r + 3], `${mark.style.token}-line`, 1.5));
  }
  if (mark.uncertain && mark.form === "shape") out.push(questionMark(mark, x + r + 3, mark));
  return out;
}

function questionMark(mark: TimeMark, x: number, box: { readonly yPx: number; readonly heightPx: number }): Primitive {
  return words("?", x, baselineY(box), { weight: 700, halo: "page", fill: `${mark.style.token}-line` });
}

function joinLine(mark: TimeMark): Primitive {
  const y = mark.yPx + mark.heightPx - 1;
  return level(y, [mark.xPx, mark.xPx + mark.widthPx], `${mark.style.token}-line`, 1.25, [1, 2.5]);
}

function paintBar(mark: TimeMark, bar: MarkBar): Primitive[] {
  const out: Primitive[] = [];
  const token = mark.style.token;
  if (bar.alpha > 0) out.push(...faded(bar, { y: bar.yPx, h: bar.heightPx, fill: token, alpha: bar.alpha }));
  if (bar.stated !== null) out.push(rect([bar.stated[0], bar.yPx, bar.stated[1], bar.heightPx], token, 0.9));
  out.push(...outlineStrokes(mark, bar));
  for (const x of bar.ticksPx) {
    const top = bar.yPx + bar.heightPx * 0.42;
    out.push(upright(x, [top, bar.yPx + bar.heightPx], `${token}-line`, 1.25));
  }
  out.push(...endSigns(mark, bar));
  return out;
}

function faded(
  bar: MarkBar,
  band: { readonly y: number; readonly h: number; readonly fill: string; readonly alpha: number },
): Primitive[] {
  const { y, h, fill, alpha } = band;
  const { xPx, widthPx, startFadePx, endFadePx } = bar;
  return [{ t: "rect", x: xPx, y, w: widthPx, h, fill, alpha, fadeLeft: startFadePx, fadeRight: endFadePx }];
}

function outlineStrokes(mark: TimeMark, bar: MarkBar): Primitive[] {
  const stroke = `${mark.style.token}-line`;
  const endX = bar.xPx + bar.widthPx;
  const bottom = bar.yPx + bar.heightPx;
  if (mark.outline === "dashed") return dashedStrokes(bar, stroke);
  const isSolid = mark.outline === "solid";
  const capPx = isSolid ? 1.5 : 1.25;
  const edge = (y: number, h: number): Primitive[] => faded(bar, { y, h, fill: stroke, alpha: 1 });
  const out = isSolid ? edge(bottom - 2, 2) : [...edge(bar.yPx, capPx), ...edge(bottom - capPx, capPx)];
  if (bar.start === "cap") out.push(rect([bar.xPx, bar.yPx, capPx, bar.heightPx], stroke));
  if (bar.end === "cap") out.push(rect([endX - capPx, bar.yPx, capPx, bar.heightPx], stroke));
  if (mark.outline === "struck") {
    const y = bar.yPx + bar.heightPx / 2;
    out.push(level(y, [bar.xPx - 4, endX + 4], stroke, 1.5));
  }
  return out;
}

/** Dashes keep to the firm part of the bar: a faded side has no outline to vouch for. */
function dashedStrokes(bar: MarkBar, stroke: string): Primitive[] {
  const startX = bar.xPx + (bar.start === "cap" ? 0.75 : bar.startFadePx * 0.6);
  const endX = bar.xPx + bar.widthPx - (bar.end === "cap" ? 0.75 : bar.endFadePx * 0.6);
  const top = bar.yPx + 0.75;
  const bottom = bar.yPx + bar.heightPx - 0.75;
  const look = [stroke, 1.5, [4, 2.5]] as const;
  const out = [level(top, [startX, endX], ...look), level(bottom, [startX, endX], ...look)];
  if (bar.start === "cap") out.push(upright(startX, [top, bottom], ...look));
  if (bar.end === "cap") out.push(upright(endX, [top, bottom], ...look));
  return out;
}

/** Arrow of an open side, "?" of an unknown one, arrow of one that runs on beyond the view. */
function endSigns(mark: TimeMark, bar: MarkBar): Primitive[] {
  const stroke = `${mark.style.token}-line`;
  const middle = bar.yPx + bar.heightPx / 2;
  const arrow = (tipX: number, direction: 1 | -1): Primitive =>
    line(
      [
        [tipX - 4 * direction, middle - 4],
        [tipX, middle],
        [tipX - 4 * direction, middle + 4],
      ],
      stroke,
      1.5,
    );
  const out: Primitive[] = [];
  const endX = bar.xPx + bar.widthPx;
  if (bar.start === "open") out.push(arrow(bar.xPx + 0.5, -1));
  if (bar.end === "open") out.push(arrow(endX - 0.5, 1));
  if (bar.start === "beyond") out.push(arrow(bar.xPx + 3, -1));
  if (bar.end === "beyond") out.push(arrow(endX - 3, 1));
  const sign = { weight: 700, halo: "page", fill: stroke } as const;
  if (bar.start === "unknown") out.push(words("?", bar.xPx - 3, baselineY(bar), { ...sign, anchor: "right" }));
  if (bar.end === "unknown") out.push(words("?", endX + 2, baselineY(bar), sign));
  return out;
}

/** Where the words of a speaker inside a bar end. */
export function speakerEndPx(bar: Pick<MarkBar, "xPx" | "widthPx" | "end" | "endFadePx">): number {
  return bar.xPx + bar.widthPx - (bar.end === "cap" ? 8 : bar.end === "beyond" ? 20 : Math.min(bar.endFadePx, 16) + 8);
}

/** Rival readings: a bracket beside the bars, each with its speaker. */
function bracket(mark: TimeMark): Primitive[] {
  if (mark.bracket === "inside") {
    return mark.bars.flatMap((bar) => {
      const y = bar.yPx + bar.heightPx / 2 + aboveLinePx(bar);
      return bar.by === null ? [] : [words(bar.by, speakerEndPx(bar), y, { fill: "ink2", anchor: "right" })];
    });
  }
  const end = mark.bracket === "end";
  const sign = end ? 1 : -1;
  const countPx = end && mark.countText !== null ? mark.countText.length * 7 + 5 : 0;
  const sideOf = (bar: MarkBar): number => (end ? bar.xPx + bar.widthPx + (bar.line === 0 ? countPx : 0) : bar.xPx);
  const sides = mark.bars.map(sideOf);
  const x = (end ? Math.max(...sides) : Math.min(...sides)) + 12 * sign;
  const middles = mark.bars.map((bar) => bar.yPx + bar.heightPx / 2);
  const out = [upright(x, [Math.min(...middles), Math.max(...middles)], "ink2")];
  mark.bars.forEach((bar, i) => {
    const y = middles[i] as number;
    out.push(level(y, [(sides[i] as number) + 4 * sign, x + 5 * sign], "ink2"));
    if (bar.by === null) return;
    out.push(words(bar.by, x + 9 * sign, y + 4, { fill: "ink2", halo: "page", anchor: end ? "left" : "right" }));
  });
  return out;
}

/** The reader's frames: unbroken for selection, dashed and further out for keyboard focus. */
export function paintFrame(
  box: { readonly xPx: number; readonly yPx: number; readonly widthPx: number; readonly heightPx: number },
  kind: "selected" | "focused" | "hovered",
): Primitive[] {
  const clear = kind === "selected" ? 2 : kind === "focused" ? 5 : 1.5;
  const around = [box.xPx - clear, box.yPx - clear, box.widthPx + 2 * clear, box.heightPx + 2 * clear] as const;
  if (kind === "selected") return [frame(around, "halo", 2)];
  if (kind === "focused") return [frame(around, "halo", 2, [3, 2])];
  return [frame(around, "ink2", 1)];
}
