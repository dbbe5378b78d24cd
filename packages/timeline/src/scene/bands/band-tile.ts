import type { LaneBins } from "@whenwhere/store";
import type { BandLook, BandPart, BandTile } from "./band-types.ts";
import { highestBin } from "./highest-bin.ts";

/** Columns of a tile: tiles are anchored to the calendar, so that panning computes only what comes into view. */
export const TILE = 32;

/** Columns narrower than this stand side by side without a gap, as one outline. */
const GAP_FROM_PX = 4;
const POSSIBLE_ALPHA = 0.45;

/**
 * Pixels of a millisecond to six digits. Two views of one length differ in their last bits, and their columns must not: columns
 * stand on whole pixels counted from 1970, so that panning moves them all by the same whole number and changes none.
 * Law: no column is more than a pixel from its time.
 */
export function steadyPxPerMs(pxPerMs: number): number {
  return Number(pxPerMs.toPrecision(6));
}

/** Whole pixels from 1970. */
export function steadyPx(ms: number, pxPerMs: number): number {
  return Math.round(ms * pxPerMs);
}

/** Makes a tile of counted columns. */
export function bandTile(bins: LaneBins): BandTile {
  let [peak, surely, possibly] = [0, 0, 0];
  for (let i = 0; i < bins.inside.length; i++) {
    const [sure, possible] = [bins.inside[i] as number, bins.spread[i] as number];
    if (sure > 0) surely++;
    if (possible > 0) possibly++;
    peak = Math.max(peak, sure + possible);
  }
  return { bins, peak, surely, possibly, highest: highestBin(bins.inside, 0, bins.inside.length - 1), painted: null };
}

/** Dark what lies surely in a column, pale on top of it what only may. Boxes are counted from the tile's first pixel. */
export function paintTile(tile: BandTile, look: BandLook): readonly BandPart[] {
  if (tile.painted !== null && isSameLook(tile.painted.look, look)) return tile.painted.parts;
  const { edgesMs, inside, spread } = tile.bins;
  const { pxPerMs, unitPx, baseY } = look;
  const originPx = steadyPx(edgesMs[0] as number, pxPerMs);
  // Painted anew on every step of a zoom: written where they stay, without lists on the way, and no longer than they need be.
  const sure = new Float32Array(4 * tile.surely);
  const possible = new Float32Array(4 * tile.possibly);
  let [surely, possibly] = [0, 0];
  for (let i = 0; i < inside.length; i++) {
    const startPx = steadyPx(edgesMs[i] as number, pxPerMs) - originPx;
    const wholePx = steadyPx(edgesMs[i + 1] as number, pxPerMs) - originPx - startPx;
    const widthPx = wholePx >= GAP_FROM_PX ? wholePx - 1 : wholePx;
    // One record among thousands still leaves a trace.
    const surePx = (inside[i] as number) > 0 ? Math.max((inside[i] as number) * unitPx, 1) : 0;
    const palePx = (spread[i] as number) * unitPx;
    if (widthPx <= 0) continue;
    if (surePx > 0) surely = putBox(sure, surely, [startPx, baseY - surePx, widthPx, surePx]);
    if (palePx > 0.15) possibly = putBox(possible, possibly, [startPx, baseY - surePx - palePx, widthPx, palePx]);
  }
  const parts: BandPart[] = [];
  if (possibly > 0) {
    parts.push({ boxes: whole(possible, possibly), fill: look.possible, alpha: POSSIBLE_ALPHA });
  }
  if (surely > 0) parts.push({ boxes: whole(sure, surely), fill: look.sure, alpha: 1 });
  tile.painted = { look, parts };
  return parts;
}

/** Without what was left out. */
function whole(boxes: Float32Array, length: number): Float32Array {
  return boxes.length === length ? boxes : boxes.subarray(0, length);
}

/** Returns the place after the box. */
function putBox(boxes: Float32Array, at: number, box: readonly [number, number, number, number]): number {
  boxes[at] = box[0];
  boxes[at + 1] = box[1];
  boxes[at + 2] = box[2];
  boxes[at + 3] = box[3];
  return at + 4;
}

function isSameLook(a: BandLook, b: BandLook): boolean {
  return (
    a.pxPerMs === b.pxPerMs &&
    a.unitPx === b.unitPx &&
    a.baseY === b.baseY &&
    a.sure === b.sure &&
    a.possible === b.possible
  );
}

/** Heights rise in steps of about a fifth, so that the columns of a band do not all change with each burst that comes into view. */
export function steadyPeak(peak: number): number {
  if (!(peak > 0)) return 0;
  const power = 10 ** Math.floor(Math.log10(peak));
  const factor = [1, 1.2, 1.5, 1.8, 2.2, 2.7, 3.3, 4, 5, 6, 7, 8.5, 10].find((one) => one * power >= peak);
  return (factor ?? 10) * power;
}
