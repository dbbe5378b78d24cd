import type { TextMetrics, Words } from "@whenwhere/view/pure";
import { cutToFit } from "./label-text.ts";
import { extentOf, laneOf, saidOf, weightOf } from "./lay-notes.ts";
import type { Note } from "./notes.ts";
import type { NoteBox } from "./overlay-types.ts";
import type { TimeScale } from "./time-scale.ts";
import type { Box, LaneBox } from "./types.ts";

const TEXT_PX = 11.5;
const LINE_PX = 14;
const AIR_PX = 4;
/** Lines that words may stand lower than their note begins. */
const MOST_LINES = 3;

interface Place {
  readonly notes?: readonly Note[];
  readonly scale: TimeScale;
  readonly metrics: TextMetrics;
  readonly words: Words;
  /** As laid out along the lines. */
  readonly lanes: readonly LaneBox[];
  /** Names of the lanes as the data have them. */
  readonly laneValues: readonly string[];
  readonly plot: Box;
}

/**
 * Notes of a picture whose time runs downward: boxes across all lanes, or across their own one. Their words stand upright at the
 * far side of the lanes, where each begins. Law: no two words of notes touch.
 */
export function uprightNotes(place: Place): NoteBox[] {
  const taken: Box[] = [];
  return (place.notes ?? []).flatMap((note) => {
    const extent = extentOf(note, place.scale);
    if (extent === null) return [];
    const { plot, scale } = place;
    const lane = note.lane === null ? null : laneOf(note.lane, place);
    const said = saidOf(note, place.words);
    const box: Box = {
      xPx: lane?.yPx ?? plot.xPx,
      yPx: extent.xPx,
      widthPx: lane?.heightPx ?? plot.widthPx,
      heightPx: extent.widthPx,
    };
    const topPx = Math.max(extent.xPx, scale.startPx) + 2;
    const words = wordsOf({ ...note, label: said.label }, { ...place, box, topPx, taken });
    if (words.labelBox !== null) taken.push(words.labelBox);
    return [{ ...extent, ...box, ...said, ...words, lane: lane?.name ?? null }];
  });
}

function wordsOf(
  note: Note,
  at: Place & { readonly box: Box; readonly topPx: number; readonly taken: readonly Box[] },
): Pick<NoteBox, "text" | "labelBox"> {
  const { metrics, words, box, plot, topPx, taken } = at;
  const weight = weightOf(note);
  const text = cutToFit(note.label, Math.min(box.widthPx - 2 * AIR_PX, plot.widthPx * 0.6), {
    metrics,
    locale: words.locale,
    weight,
  });
  if (text === null) return { text: note.label, labelBox: null };
  const widthPx = metrics.width(text, TEXT_PX, weight);
  const xPx = box.xPx + box.widthPx - widthPx - AIR_PX;
  for (let line = 0; line < MOST_LINES; line++) {
    const yPx = topPx + line * LINE_PX;
    const isFree = taken.every((other) => Math.abs(other.yPx - yPx) >= LINE_PX || other.xPx > xPx + widthPx);
    if (isFree && yPx + LINE_PX <= plot.yPx + plot.heightPx)
      return { text, labelBox: { xPx, yPx, widthPx, heightPx: 13 } };
  }
  return { text: note.label, labelBox: null };
}
