import { CERTAIN, type Columns, HIDDEN, POSSIBLE } from "@whenwhere/store";
import { mercatorY } from "../mercator.ts";
import { kindOf, POINT_KIND, type PointRows, topOf } from "./point-rows.ts";

/** Words of 32 bits a row: place x and y, outer start and end, core start and end where there are cores, and what is not a number. */
const POINT_WORDS = { bare: 5, cored: 7 } as const;

/** Where the parts of the last word stand: category 16 bits, status 3, kind 3, top 5. */
export const WORD_SHIFTS = { status: 16, kind: 19, top: 22 } as const;

/** Parts of the world that a place is given in: 2^32 around it, 9 mm at the equator, a 30th of a pixel at zoom 18. */
export const PLACE_PARTS = 2 ** 32;

/** A longitude in parts of the world, from the antimeridian. Going round the world is what 32 bits do by themselves. */
export function placeX(lon: number): number {
  return Math.round((lon / 360 + 0.5) * PLACE_PARTS) >>> 0;
}

/** A latitude in parts of the Mercator square, from the north. */
export function placeY(lat: number): number {
  return Math.round(mercatorY(lat) * PLACE_PARTS);
}

/** Words of a row of {@link PointRows}. */
export function wordsPerPoint({ hasCores }: Pick<PointRows, "hasCores">): number {
  return hasCores ? POINT_WORDS.cored : POINT_WORDS.bare;
}

/** Entries `from` up to `to` as a GPU reads them, row after row. */
export function pointWords(points: PointRows, from: number, to: number): Uint32Array<ArrayBuffer> {
  const stride = wordsPerPoint(points);
  const words = new Uint32Array((to - from) * stride);
  for (let i = from; i < to; i++) writeWords(points, points.rows[i] as number, { words, at: (i - from) * stride });
  return words;
}

/** The words of one row of the store. */
export function rowWords(points: PointRows, row: number): Uint32Array {
  const words = new Uint32Array(wordsPerPoint(points));
  writeWords(points, row, { words, at: 0 });
  return words;
}

function writeWords(
  points: PointRows,
  row: number,
  { words, at }: { readonly words: Uint32Array; readonly at: number },
) {
  const { columns, clock, hasCores } = points;
  words[at] = placeX(columns.lon.at(row));
  words[at + 1] = placeY(columns.lat.at(row));
  words[at + 2] = clock.code(columns.outerStartMs.at(row));
  words[at + 3] = clock.code(columns.outerEndMs.at(row));
  if (hasCores) {
    words[at + 4] = clock.code(columns.coreStartMs.at(row));
    words[at + 5] = clock.code(columns.coreEndMs.at(row));
  }
  words[at + wordsPerPoint(points) - 1] = lastWord(points, columns, row);
}

function lastWord({ tops }: PointRows, columns: Columns, row: number): number {
  const { status, kind, top } = WORD_SHIFTS;
  return (
    columns.category.at(row) |
    (columns.status.at(row) << status) |
    (kindOf(columns, row) << kind) |
    ((tops[row] as number) << top)
  );
}

/** What all rows are asked at once: uniforms, of which none needs another look at the rows. */
export interface PointQuestion {
  /** Null without a window. */
  readonly window: PointWindow | null;
  /** Bits of the categories that are switched on, 128 of them; null where all are. */
  readonly categories: Uint32Array | null;
  /** Bits of the statuses that are switched on. */
  readonly statuses: number;
  /** Whole zoom of the picture. */
  readonly level: number;
}

/** Edges of a window among the codes of the clock. */
export interface PointWindow {
  readonly startMs: number;
  readonly endMs: number;
  readonly isEmpty: boolean;
  readonly atStart: number;
  readonly afterStart: number;
  readonly atEnd: number;
  readonly afterEnd: number;
  /** Ink pales with age. */
  readonly fade: boolean;
}

/**
 * How a point stands, by the rules that the shader follows word for word: its slow twin. `standing` is that under all
 * clauses that no uniform holds.
 */
export function pointStanding(
  words: Uint32Array,
  { window, categories, statuses, level }: PointQuestion,
  standing: number = CERTAIN,
): number {
  const last = words[words.length - 1] as number;
  const category = last & 0xffff;
  const isOn =
    ((statuses >>> ((last >>> WORD_SHIFTS.status) & 7)) & 1) === 1 &&
    (categories === null || (((categories[category >>> 5] ?? 0) >>> (category & 31)) & 1) === 1);
  if (standing === HIDDEN || !isOn || ((last >>> WORD_SHIFTS.top) & 31) < topOf(level)) return HIDDEN;
  if (window === null) return standing;
  const kind = (last >>> WORD_SHIFTS.kind) & 7;
  if (kind === POINT_KIND.undated) return POSSIBLE;
  const start = words[2] as number;
  const end = words[3] as number;
  if (window.isEmpty || start >= window.atEnd || end < window.afterStart) return HIDDEN;
  const isSure =
    kind === POINT_KIND.solid ||
    (kind === POINT_KIND.plain && start >= window.atStart && end < window.afterEnd) ||
    (kind === POINT_KIND.cored && (words[4] as number) < window.atEnd && (words[5] as number) >= window.afterStart);
  return isSure ? standing : POSSIBLE;
}
