import { isRtlText } from "@whenwhere/view/pure";
import { LINE_BELOW_PX, weightOf } from "../overlays/lay-notes.ts";
import type { NoteBox } from "../overlays/overlay-types.ts";
import type { Primitive } from "../types.ts";
import { line, upright, words } from "./paint-mark.ts";

/** Light enough for marks, words and grid lines on top of several eras. */
const ERA_ALPHA = 0.035;
/** A remark of one day can be seen, one of a month does not darken the lanes: the same ink, spread over the doubt. */
const remarkAlpha = (widthPx: number): number => Math.min(0.14, Math.max(0.03, 0.14 * Math.sqrt(12 / widthPx)));

/** Eras behind everything, then the bands of vague annotations. */
export function paintNoteGround(notes: readonly NoteBox[]): Primitive[] {
  return notes.flatMap((note) => (note.kind === "era" ? paintEra(note) : paintRemark(note)));
}

/** Words of the notes, on top. */
export function paintNoteWords(notes: readonly NoteBox[]): Primitive[] {
  return notes.flatMap((note) => {
    const { labelBox, text } = note;
    if (labelBox === null) return [];
    const rtl = isRtlText(text);
    const look = {
      weight: weightOf(note),
      halo: note.lane === null ? null : "page",
      rtl,
      fill: note.kind === "era" ? "ink2" : "ink",
    };
    return [words(text, labelBox.xPx, labelBox.yPx + 10.5, look)];
  });
}

function wash(note: NoteBox, alpha: number): Primitive {
  const { xPx: x, yPx: y, widthPx: w, heightPx: h, startFadePx: fadeLeft, endFadePx: fadeRight } = note;
  return { t: "rect", x, y, w, h, fill: "ink", alpha, fadeLeft, fadeRight };
}

/** An edge that the date states is a line; any other has none. */
function edges(note: NoteBox, stroke: string): Primitive[] {
  const out: Primitive[] = [];
  const bottomPx = note.yPx + note.heightPx;
  for (const [edge, at] of [
    [note.start, note.xPx + 0.5],
    [note.end, note.xPx + note.widthPx - 0.5],
  ] as const) {
    if (edge !== "cap") continue;
    const x = Math.round(at - 0.5) + 0.5;
    out.push(upright(x, [note.yPx, bottomPx], stroke));
  }
  return out;
}

/** A wash over all lanes, and a rule in the line of its words that says how far it goes. */
function paintEra(note: NoteBox): Primitive[] {
  const out = [wash(note, ERA_ALPHA), ...edges(note, "border")];
  if (note.labelBox === null) return out;
  const { xPx: x, widthPx: w, startFadePx: fadeLeft, endFadePx: fadeRight } = note;
  const y = note.labelBox.yPx - 2.5;
  out.push({ t: "rect", x, y, w, h: 1.5, fill: "ink2", alpha: 1, fadeLeft, fadeRight });
  const endX = x + w;
  if (note.start === "open" || note.start === "beyond") out.push(arrow(x + 3, y, -1));
  if (note.end === "open" || note.end === "beyond") out.push(arrow(endX - 3, y, 1));
  const sign = { weight: 700, fill: "ink2", halo: "page" } as const;
  if (note.end === "unknown") out.push(words("?", endX + 2, y + 6, sign));
  if (note.start === "unknown") out.push(words("?", x - 2, y + 6, { ...sign, anchor: "right" }));
  return out;
}

function arrow(tipX: number, y: number, direction: 1 | -1): Primitive {
  const at = y + 0.75;
  return line(
    [
      [tipX - 3 * direction, at - 3],
      [tipX, at],
      [tipX - 3 * direction, at + 3],
    ],
    "ink2",
    1.25,
  );
}

function paintRemark(note: NoteBox): Primitive[] {
  const now = note.kind === "now";
  if (note.widthPx >= LINE_BELOW_PX)
    return [wash(note, remarkAlpha(note.widthPx)), ...edges(note, now ? "ink2" : "hair")];
  const x = Math.round(note.xPx + note.widthPx / 2 - 0.5) + 0.5;
  const stroke: readonly (readonly [number, number])[] = [
    [x, note.yPx],
    [x, note.yPx + note.heightPx],
  ];
  return [line(stroke, now ? "ink" : "ink2", now ? 1.5 : 1, now ? [5, 3] : [])];
}
