import type { TextMetrics, Words } from "@whenwhere/view/pure";
import type { TimeScale } from "../axis/time-scale.ts";
import { type FreeRoom, freeSpot, inkBoxes } from "../labels/free-room.ts";
import { cutToFit } from "../labels/label-text.ts";
import { GUTTER_PX, openLengthPx } from "../marks/bar.ts";
import type { Box, LaneBox, TimeMark } from "../types.ts";
import type { Note } from "./notes.ts";
import type { NoteBox } from "./overlay-types.ts";

/** Height of a line of words above the lanes. */
const NOTE_LINE_PX = 16;
/** Words that need more lines than this are said, not drawn. */
const MOST_LINES = 3;
const TEXT_PX = 11.5;
const GAP_PX = 8;
const LEAD_PX = 5;
/** A note narrower than this is a line. */
export const LINE_BELOW_PX = 3;

/** What notes need before the lanes are laid out: the line of each, and the height of all lines. */
export interface NoteStrip {
  readonly notes: readonly Note[];
  /** Line by note; -1 where it has none: it stands in a lane, or found no room. */
  readonly lines: readonly number[];
  readonly heightPx: number;
}

interface Tools {
  readonly scale: TimeScale;
  readonly metrics: TextMetrics;
  readonly words: Words;
}

/**
 * Gives every note that is not of one lane a line above the lanes, first fit. All notes take part, in view or not: so the lanes
 * stay where they are while the view moves.
 */
export function layNoteStrip(notes: readonly Note[], hasLane: (name: string) => boolean, tools: Tools): NoteStrip {
  const { pxPerMs } = tools.scale;
  const free: number[] = [];
  const lines = notes.map((note) => {
    if (note.lane !== null && hasLane(note.lane)) return -1;
    const wordsPx = tools.metrics.width(labelOf(note, tools.words), TEXT_PX, weightOf(note)) + LEAD_PX + GAP_PX;
    const from = Number.isFinite(note.startMs) ? note.startMs * pxPerMs : Number.NEGATIVE_INFINITY;
    const to = Math.max(note.kind === "era" ? note.endMs * pxPerMs : from, from + wordsPx);
    const found = free.findIndex((endPx) => endPx <= from + 0.5);
    const line = found >= 0 ? found : free.length < MOST_LINES ? free.length : -1;
    if (line >= 0) free[line] = to;
    return line;
  });
  return { notes, lines, heightPx: free.length === 0 ? 0 : free.length * NOTE_LINE_PX + 5 };
}

/** A note's words: its label, and a question mark where its date is uncertain. */
function labelOf(note: Note, words: Words): string {
  const label = note.kind === "now" ? words.t("timeline.now") : note.label;
  return note.uncertain ? `${label} (?)` : label;
}

/** Weight of a note's words. */
export function weightOf({ kind }: { readonly kind: Note["kind"] }): number {
  return kind === "now" ? 650 : kind === "era" ? 600 : 400;
}

interface Place extends Tools {
  readonly lanes: readonly LaneBox[];
  readonly marks: readonly TimeMark[];
  /** Names of the lanes as the data have them. */
  readonly laneValues: readonly string[];
  readonly headers: "side" | "above";
  /** Lower edge of the lanes. */
  readonly bottomPx: number;
}

/** Places the notes that are in view. Law: no two words of notes touch, and none in a lane touches a mark or its words. */
export function layNotes(strip: NoteStrip, place: Place): NoteBox[] {
  const taken: Box[] = [];
  return strip.notes.flatMap((note, i) => {
    const extent = extentOf(note, place.scale);
    if (extent === null) return [];
    const line = strip.lines[i] as number;
    const lane = line < 0 && note.lane !== null ? laneOf(note.lane, place) : null;
    const topPx = lane?.yPx ?? (note.kind === "era" || line < 0 ? 0 : line * NOTE_LINE_PX + 2);
    const bottomPx = lane === null ? place.bottomPx : lane.yPx + lane.heightPx;
    const box = { ...extent, yPx: topPx, heightPx: bottomPx - topPx };
    const said =
      lane === null
        ? wordsInStrip(note, box, { ...place, line, strip })
        : wordsInLane(note, box, { ...place, lane, taken });
    if (said.labelBox !== null) taken.push(said.labelBox);
    return [{ ...box, ...said, ...saidOf(note, place.words), lane: lane?.name ?? null }];
  });
}

/** What is said of a note. */
export function saidOf(note: Note, words: Words): Pick<NoteBox, "kind" | "label" | "note" | "when"> {
  const span = note.kind === "era" ? ({ span: "throughout" } as const) : {};
  const when = note.when === null ? "" : words.when({ edtf: note.when, ...span });
  return { kind: note.kind, label: labelOf(note, words), note: note.note, when };
}

/** The lane that a note names, by value or name. */
export function laneOf(name: string, { lanes, laneValues }: Pick<Place, "lanes" | "laneValues">): LaneBox | null {
  return lanes.find((lane) => laneValues[lane.code] === name || lane.name === name) ?? null;
}

type Extent = Pick<NoteBox, "xPx" | "widthPx" | "start" | "end" | "startFadePx" | "endFadePx">;

/**
 * The pixels of a note's time, cut to the plot and its gutter; null when it is out of view. A side on which no bound is meant runs
 * on to the edge of the view; an unknown one fades away over a fixed length, since nobody says how far it goes.
 */
export function extentOf(note: Note, scale: TimeScale): Extent | null {
  const low = scale.startPx - GUTTER_PX;
  const high = scale.endPx + GUTTER_PX;
  const lengthPx = openLengthPx(scale);
  const from =
    note.start === "unknown"
      ? Math.min(scale.x(note.endMs), scale.endPx) - lengthPx
      : Math.max(scale.x(note.startMs), low - 1);
  const to =
    note.end === "unknown"
      ? Math.max(scale.x(note.startMs), scale.startPx) + lengthPx
      : Math.min(scale.x(note.endMs), high + 1);
  if (!(to > scale.startPx && from < scale.endPx)) return null;
  const start = from < scale.startPx - 0.5 && note.start !== "open" ? "beyond" : note.start;
  const end = to > scale.endPx + 0.5 && note.end !== "open" ? "beyond" : note.end;
  const xPx = Math.max(from, low);
  const widthPx = Math.min(to, high) - xPx;
  const fade = widthPx > 200 ? 26 : 16;
  const fadePx = (edge: NoteBox["start"]): number =>
    edge === "fade" ? Math.min(fade, widthPx * 0.35) : edge === "unknown" ? Math.min(lengthPx, widthPx) * 0.45 : 0;
  const isLine = widthPx < LINE_BELOW_PX;
  return { xPx, widthPx, start, end, startFadePx: isLine ? 0 : fadePx(start), endFadePx: isLine ? 0 : fadePx(end) };
}

type Said = Pick<NoteBox, "text" | "labelBox">;

/** In its line, from the start of the note, or of the view; an era's words may be longer than the era where nothing follows. */
function wordsInStrip(note: Note, box: Box, at: Place & { readonly line: number; readonly strip: NoteStrip }): Said {
  const text = labelOf(note, at.words);
  if (at.line < 0) return { text, labelBox: null };
  const weight = weightOf(note);
  const xPx = Math.max(box.xPx, at.scale.startPx - 2) + LEAD_PX;
  const roomPx = Math.min(nextStartPx(note, at) - GAP_PX, at.scale.endPx + GUTTER_PX) - xPx;
  const cut = cutToFit(text, roomPx, { metrics: at.metrics, locale: at.words.locale, weight });
  if (cut === null) return { text, labelBox: null };
  const widthPx = at.metrics.width(cut, TEXT_PX, weight);
  return { text: cut, labelBox: { xPx, yPx: at.line * NOTE_LINE_PX + 5, widthPx, heightPx: 13 } };
}

/** Where the next note of the same line begins. */
function nextStartPx(
  note: Note,
  { line, strip, scale }: Place & { readonly line: number; readonly strip: NoteStrip },
): number {
  const starts = strip.notes.filter(
    (other, i) => strip.lines[i] === line && other !== note && other.startMs >= note.startMs,
  );
  return Math.min(...starts.map((other) => scale.x(other.startMs)), Number.POSITIVE_INFINITY);
}

/** Beside its line, wherever the lane has room; else not at all. */
function wordsInLane(
  note: Note,
  box: Box,
  at: Place & { readonly lane: LaneBox; readonly taken: readonly Box[] },
): Said {
  const text = labelOf(note, at.words);
  const widthPx = at.metrics.width(text, TEXT_PX, weightOf(note));
  const index = at.lanes.indexOf(at.lane);
  const marks = at.marks.filter((mark) => mark.lane === index).flatMap((mark) => inkBoxes(mark, at.metrics));
  const room: FreeRoom = {
    within: {
      xPx: at.scale.startPx - 2,
      yPx: at.lane.yPx,
      widthPx: at.scale.endPx - at.scale.startPx + GUTTER_PX,
      heightPx: at.lane.heightPx,
    },
    taken: [...marks, ...busyColumns(at.lane), ...laneWords(at), ...at.taken],
  };
  const after = Math.max(box.xPx + box.widthPx, at.scale.startPx) + LEAD_PX;
  const before = box.xPx - LEAD_PX - widthPx;
  for (let yPx = at.lane.yPx + 2; yPx + 13 <= at.lane.yPx + at.lane.heightPx; yPx += 3) {
    for (const xPx of [after, before]) {
      const spot = freeSpot({ xPx, yPx, widthPx, heightPx: 13 }, room);
      if (spot !== null) return { text, labelBox: spot };
    }
  }
  return { text, labelBox: null };
}

/** Columns that words would hide: of a band all, of stacks those with squares. */
function busyColumns(lane: LaneBox): readonly Box[] {
  return lane.level === "density" ? [lane] : lane.columns.filter((column) => column.inside > 0);
}

/** The lane's own name, where it stands above its lane. */
function laneWords({ lane, metrics, headers }: Place & { readonly lane: LaneBox }): readonly Box[] {
  return headers === "side" ? [] : [{ ...lane, widthPx: metrics.width(lane.name, 12) + 30, heightPx: 17 }];
}
