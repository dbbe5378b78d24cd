import type { TextMetrics } from "@whenwhere/view/pure";
import { DENSITY_INK, densityInk } from "./density-ops.ts";
import { colorOf, fillOf, lineOf, type MapLook } from "./map-look.ts";
import { circlePath, linePath, type PaintOp, rectPath } from "./paint-op.ts";
import { markOps } from "./spot-ops.ts";

/** A sign of the picture with its words. Signs that stand for a kind of doubt have no category: they are drawn in grey. */
export interface LegendItem {
  readonly sign: LegendSign;
  readonly text: string;
}

export type LegendSign =
  | { readonly kind: "category"; readonly category: number }
  | { readonly kind: "possible" | "alleged" | "planned" | "cancelled" | "hatch" | "ring" };

/** What is said below an exported map. All texts are ready; empty ones and empty lists take no room. */
export interface PictureLegend {
  /** The honest count, and the window in words. */
  readonly counts: string;
  readonly span: string;
  readonly items: readonly LegendItem[];
  /** Of a surface: counts per area, the bound of each step, and what is left out. */
  readonly density: { readonly title: string; readonly steps: readonly string[]; readonly first: number } | null;
  readonly notes: readonly string[];
}

export interface LegendRoom {
  readonly widthPx: number;
  /** Where the strip begins. */
  readonly topPx: number;
  readonly rtl: boolean;
  readonly metrics: TextMetrics;
}

const EDGE_PX = 12;
const LINE_PX = 18;
const GAP_PX = 18;
const TEXT_PX = 11.5;
/** Room of a sign and the gap behind it. */
const SIGN_PX = 24;
const STEP_PX = 46;
const LADDER_PX = 30;

/** The strip below a picture: lines from the side where reading begins. Height follows from the words and the width. */
export function legendOps(
  legend: PictureLegend,
  room: LegendRoom,
  look: MapLook,
): { readonly ops: readonly PaintOp[]; readonly heightPx: number } {
  const pen = new Pen(room, look);
  if (legend.counts !== "") pen.put({ text: legend.counts, weight: 650, sizePx: 12.5 });
  if (legend.span !== "") pen.put({ text: legend.span, ink: "ink2" });
  pen.line();
  for (const { sign, text } of legend.items) pen.put({ text, sign });
  pen.line();
  if (legend.density !== null) {
    pen.put({ text: legend.density.title, weight: 650 });
    pen.line();
    pen.ladder(legend.density.steps, legend.density.first);
  }
  for (const text of legend.notes) pen.put({ text, ink: "ink2" });
  pen.line();
  const heightPx = pen.yPx + 8 - room.topPx;
  const ground = rectPath(0, room.topPx, room.widthPx, heightPx);
  const rule = linePath([
    [0, room.topPx + 0.5],
    [room.widthPx, room.topPx + 0.5],
  ]);
  const paper: PaintOp[] = [
    { kind: "path", d: ground, fill: colorOf(look, "page") },
    { kind: "path", d: rule, stroke: colorOf(look, "hair"), strokeWidth: 1 },
  ];
  return { ops: [...paper, ...pen.ops], heightPx };
}

interface Part {
  readonly text: string;
  readonly sizePx?: number;
  readonly weight?: number;
  readonly ink?: string;
  readonly sign?: LegendSign;
}

/** Sets parts beside each other, in as many lines as the width asks for. */
class Pen {
  readonly ops: PaintOp[] = [];
  yPx: number;
  #xPx = EDGE_PX;
  readonly #room: LegendRoom;
  readonly #look: MapLook;

  constructor(room: LegendRoom, look: MapLook) {
    this.#room = room;
    this.#look = look;
    this.yPx = room.topPx + 7;
  }

  line(heightPx = LINE_PX): void {
    if (this.#xPx > EDGE_PX) this.yPx += heightPx;
    this.#xPx = EDGE_PX;
  }

  put({ text, sizePx = TEXT_PX, weight = 400, ink = "ink", sign }: Part): void {
    const { widthPx, metrics } = this.#room;
    const lead = sign === undefined ? 0 : SIGN_PX;
    const most = widthPx - 2 * EDGE_PX - lead;
    const widthOf = (words: string) => metrics.width(words, sizePx, weight);
    for (const [i, words] of brokenLines(text, (line) => widthOf(line) <= most).entries()) {
      if (i > 0 || this.#xPx + lead + widthOf(words) > widthPx - EDGE_PX) this.line();
      if (i === 0 && sign !== undefined) this.ops.push(...signOps(sign, this.#signAt(), this.#look));
      this.#write(words, { offsetPx: lead, baselinePx: 12.5, sizePx, weight, ink });
      this.#xPx += lead + widthOf(words) + GAP_PX;
    }
  }

  /** Steps of ink side by side, each over its lower bound. */
  ladder(steps: readonly string[], first: number): void {
    const { widthPx, rtl } = this.#room;
    const wide = Math.min(STEP_PX, (widthPx - 2 * EDGE_PX) / Math.max(1, steps.length));
    for (const [i, text] of steps.entries()) {
      const d = rectPath(this.#x(rtl ? wide : 0), this.yPx + 3, wide, 9);
      this.ops.push({ kind: "path", d, fill: densityInk(this.#look), fillOpacity: DENSITY_INK[first + i] ?? 1 });
      this.ops.push({ kind: "path", d, stroke: colorOf(this.#look, "hair"), strokeWidth: 1, join: "miter" });
      this.#write(text, { offsetPx: 0, baselinePx: 23.5, sizePx: 10.5, weight: 400, ink: "ink2" });
      this.#xPx += wide;
    }
    this.line(LADDER_PX);
  }

  #write(
    text: string,
    {
      offsetPx,
      baselinePx,
      ink,
      ...font
    }: Required<Pick<Part, "sizePx" | "weight" | "ink">> & {
      readonly offsetPx: number;
      readonly baselinePx: number;
    },
  ): void {
    const anchor = this.#room.rtl ? "end" : "start";
    const at = { x: this.#x(offsetPx), y: this.yPx + baselinePx };
    this.ops.push({ kind: "text", ...at, text, ...font, anchor, fill: colorOf(this.#look, ink) });
  }

  #x(offsetPx: number): number {
    const at = this.#xPx + offsetPx;
    return this.#room.rtl ? this.#room.widthPx - at : at;
  }

  #signAt(): readonly [x: number, y: number] {
    return [this.#x(9), this.yPx + 8.5];
  }
}

/** Cut at blanks where a line is full; a word that is longer than a line stays whole. */
function brokenLines(text: string, fits: (line: string) => boolean): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

const STATUS: Readonly<Record<string, number>> = { possible: 0, alleged: 2, planned: 3, cancelled: 4 };

function signOps(sign: LegendSign, [x, y]: readonly [x: number, y: number], look: MapLook): readonly PaintOp[] {
  const grey: MapLook = { ...look, styles: [{ token: "deployment", shape: "circle" }] };
  if (sign.kind === "hatch") {
    const d = rectPath(x - 9, y - 6, 18, 12);
    const lines = [-9, -3, 3, 9].map((left) =>
      linePath([
        [x + left - 6, y + 6],
        [x + left + 6, y - 6],
      ]),
    );
    const stroke = lineOf(grey, 0);
    return [
      { kind: "path", d: lines.join(""), stroke, strokeWidth: 1.1, clip: d },
      { kind: "path", d, stroke, strokeWidth: 1.3, join: "miter" },
    ];
  }
  if (sign.kind === "ring") {
    const d = circlePath(x, y, 7);
    return [
      { kind: "path", d, fill: fillOf(grey, 0), fillOpacity: 0.16 },
      { kind: "path", d, stroke: lineOf(grey, 0), strokeWidth: 1.5, dash: [4, 2.5] },
    ];
  }
  const own =
    sign.kind === "category" ? { category: sign.category, status: 0 } : { category: 0, status: STATUS[sign.kind] ?? 0 };
  const certainty = sign.kind === "possible" ? "possible" : "certain";
  const mark = { ...own, certainty, row: -1, x, y, share: 1, selected: false, hovered: false } as const;
  return markOps(mark, sign.kind === "category" ? look : grey);
}
