import { GUTTER_PX } from "../marks/bar.ts";
import { type Candidate, insideRoom, type PackOptions } from "../marks/pack-candidate.ts";
import type { LaneMemory } from "../marks/pack-memory.ts";
import { cutToFit, LABEL_SIZE_PX, labelTexts } from "./label-text.ts";
import type { PackedLabel } from "./packed-label.ts";
import { type LabelWish, placeLabels } from "./place-labels.ts";

/** Narrower rooms inside a bar are left empty. */
const LEAST_PX = 56;

interface Texts {
  readonly texts: readonly string[];
  readonly weight: number;
}

/** What a record may be called, longest first; kept, because dates in words are dear. */
export function textsOfRow(candidate: Candidate, options: PackOptions): Texts {
  const { row } = candidate.glyph;
  let texts = options.texts.get(row);
  if (texts === undefined) {
    texts = labelTexts(options.store, candidate.glyph, { row, words: options.words });
    options.texts.set(row, texts);
  }
  return { texts, weight: row === options.selectedRow ? 650 : 400 };
}

/**
 * Words of a lane whose inks have their lines: inside a pale bar that has room for the whole of them, else in the free room of
 * the line beside the ink, else cut inside. One label or null for each of the candidates; room goes to them in the order of `ranked`.
 */
export function labelsInRoom(
  placed: readonly { readonly candidate: Candidate; readonly line: number }[],
  { ranked, known }: { readonly ranked: readonly number[]; readonly known: LaneMemory | null },
  options: PackOptions,
): (PackedLabel | null)[] {
  const { scale } = options;
  // Pixels are counted from the same instant in every view of a zoom level, so that panning rounds them alike.
  const phasePx = phaseOf(scale.view.startMs * scale.pxPerMs - scale.startPx);
  const out: (PackedLabel | null)[] = placed.map(({ candidate }) => wholeInside(candidate, options));
  const wishes: LabelWish[] = [];
  const inks: Pick<LabelWish, "line" | "startPx" | "endPx">[] = [];
  for (const id of ranked) {
    const { candidate, line } = placed[id] as (typeof placed)[number];
    candidate.inks.forEach(([startPx, endPx], i) => {
      const ink = { line: line + i * candidate.stride, startPx: startPx + phasePx, endPx: endPx + phasePx };
      if (i > 0 || out[id] !== null) inks.push(ink);
      else
        wishes.push({ ...ink, id, ...textsOfRow(candidate, options), before: known?.labels.get(candidate.glyph.row) });
    });
  }
  const ground = {
    startPx: scale.startPx + 2 + phasePx,
    endPx: scale.endPx + GUTTER_PX + phasePx,
    metrics: options.metrics,
    locale: options.words.locale,
    inks,
  };
  for (const { id, xPx, widthPx, text, place } of placeLabels(wishes, ground)) {
    const { texts } = textsOfRow((placed[id] as (typeof placed)[number]).candidate, options);
    const full = texts.includes(text) ? text : (texts[texts.length - 1] as string);
    out[id] = { xPx: xPx - phasePx, widthPx, text, full, place };
  }
  return out.map((label, id) => label ?? cutInside((placed[id] as (typeof placed)[number]).candidate, options));
}

function phaseOf(px: number): number {
  return Number.isFinite(px) ? px - Math.floor(px) : 0;
}

function wholeInside(candidate: Candidate, options: PackOptions): PackedLabel | null {
  const room = insideRoom(candidate);
  // The ticks of a series are kept as long as its words have another place.
  if (room === null || candidate.bars[0]?.ticksPx.length !== 0) return null;
  const { texts, weight } = textsOfRow(candidate, options);
  for (const text of texts) {
    const widthPx = options.metrics.width(text, LABEL_SIZE_PX, weight);
    if (widthPx <= room[1] - room[0]) return { xPx: room[0], widthPx, text, full: text, place: "inside" };
  }
  return null;
}

function cutInside(candidate: Candidate, options: PackOptions): PackedLabel | null {
  const room = insideRoom(candidate);
  if (room === null || room[1] - room[0] < LEAST_PX) return null;
  const { texts, weight } = textsOfRow(candidate, options);
  const full = texts[texts.length - 1];
  if (full === undefined) return null;
  const { metrics, words } = options;
  const text = cutToFit(full, room[1] - room[0], { metrics, locale: words.locale, weight });
  if (text === null) return null;
  return { xPx: room[0], widthPx: metrics.width(text, LABEL_SIZE_PX, weight), text, full, place: "inside" };
}
