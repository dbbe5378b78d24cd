import type { TextMetrics, Words } from "@whenwhere/view/pure";
import type { TimeScale } from "../axis/time-scale.ts";
import { freeSpot } from "../labels/free-room.ts";
import { cutToFit } from "../labels/label-text.ts";
import { extentOf, laneOf, saidOf, weightOf } from "../overlays/lay-notes.ts";
import type { Note } from "../overlays/notes.ts";
import type { NoteBox } from "../overlays/overlay-types.ts";
import type { Box, LaneBox } from "../types.ts";

const TEXT_PX = 11.5;
const LINE_PX = 14;
const AIR_PX = 4;
const HEIGHT_PX = 13;
/** Words of what is a line, or nearly, may stand as many lines below it. */
const LEAST_LINES = 3;

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
  /** What words must not touch: the ink of the marks, folded lanes. */
  readonly taken: readonly Box[];
}

/**
 * Notes of a picture whose time runs downward: boxes across all lanes, or across their own one. Their words stand upright at the
 * far side of the lanes, or at the near one, where each begins or below. Law: they touch neither each other nor a mark.
 */
export function uprightNotes(place: Place): NoteBox[] {
  const taken: Box[] = [...place.taken];
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
  const sides = [box.xPx + box.widthPx - widthPx - AIR_PX, box.xPx + AIR_PX];
  const lowPx = Math.min(plot.yPx + plot.heightPx, Math.max(box.yPx + box.heightPx, topPx + LEAST_LINES * LINE_PX));
  for (let yPx = topPx; yPx + HEIGHT_PX <= lowPx; yPx += LINE_PX) {
    for (const xPx of sides) {
      const spot = freeSpot({ xPx, yPx, widthPx, heightPx: HEIGHT_PX }, { within: plot, taken });
      if (spot !== null) return { text, labelBox: spot };
    }
  }
  return { text: note.label, labelBox: null };
}
