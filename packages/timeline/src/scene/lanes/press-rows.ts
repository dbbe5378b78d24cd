import { TALL_ROW_PX } from "../labels/tall-text.ts";

/** The way from one row of a lane to the next, the height of its bars, and what a lane keeps free below its last row. */
export interface Pitch {
  readonly rowPx: number;
  readonly barPx: number;
  readonly padPx: number;
}

/** Rows with all the air that they may have, and rows of marks that have words beside them only where these touch no others. */
export const PITCH = {
  labelled: { rowPx: 18, barPx: 15, padPx: 4 },
  packed: { rowPx: 10.8, barPx: 8.5, padPx: 4 },
} as const satisfies Record<string, Pitch>;

/** From the roomiest on. In the last one letters still clear those of the next row, and round marks keep their size. */
const PITCHES: readonly Pitch[] = [
  PITCH.labelled,
  { rowPx: 17, barPx: 14, padPx: 3 },
  { rowPx: 16, barPx: 13, padPx: 3 },
  { rowPx: 15, barPx: 13, padPx: 3 },
  { rowPx: 14, barPx: 12, padPx: 3 },
  { rowPx: 13, barPx: 11, padPx: 3 },
  { rowPx: 12, barPx: 10, padPx: 3 },
];

/** The closest rows with words. */
export const CLOSEST = PITCHES[PITCHES.length - 1] as Pitch;

/** The closest rows with words of a script whose letters are stacked. */
export const CLOSEST_TALL = PITCHES.find(({ rowPx }) => rowPx === TALL_ROW_PX) as Pitch;

/** No lane of marks is lower: its name is a target. */
export const LEAST_LANE_PX = 24;

/** Height of a lane of marks without its head. */
export function rowsPx(lines: number, pitch: Pitch, headerPx: number): number {
  return Math.max(Math.max(lines, 1) * pitch.rowPx + pitch.padPx + headerPx, LEAST_LANE_PX);
}

/** What rows are spread over. */
interface Pressable {
  readonly heightPx: number;
  readonly pitch: Pitch;
  readonly packing: { readonly lines: number } | null;
}

/**
 * Gives lanes whose rows were laid out as close as they may be the same greater distance, the greatest at which all lanes fit:
 * rows of all lanes are pressed alike, none closer than its words allow, and their words stay.
 */
export function relaxRows<Lane extends Pressable>(
  lanes: readonly Lane[],
  room: { readonly heightPx: number; readonly headerPx: number },
): Lane[] {
  const at = (lane: Lane, all: Pitch): Lane => {
    if (lane.packing === null || (lane.pitch !== CLOSEST && lane.pitch !== CLOSEST_TALL)) return lane;
    const pitch = all.rowPx < lane.pitch.rowPx ? lane.pitch : all;
    return { ...lane, pitch, heightPx: rowsPx(lane.packing.lines, pitch, room.headerPx) };
  };
  for (const pitch of PITCHES) {
    const relaxed = lanes.map((lane) => at(lane, pitch));
    if (relaxed.reduce((sum, { heightPx }) => sum + heightPx, 0) <= room.heightPx) return relaxed;
  }
  return [...lanes];
}
