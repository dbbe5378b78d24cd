import { type Frame, projectedNear } from "../frame.ts";
import type { Point } from "../plane.ts";
import { type DensityTable, middleOfCell } from "./density-counts.ts";
import type { DensityScale } from "./density-scale.ts";
import { modulo, placeOfShare, shift } from "./hex-grid.ts";

/** Rounds of smoothing: each gives a sixth of a half of every hexagon to each of its neighbours. */
const ROUNDS = 2;
const MARGIN_PX = 80;

interface BandInput {
  readonly table: DensityTable;
  readonly expected: Float64Array;
  readonly scale: DensityScale;
}

type Ring = readonly Point[];

/**
 * Shapes within which the smoothed density is at least at each step. Between the middles of three neighbours it rises evenly, so
 * each triangle of middles is cut by a straight line; together the pieces of a step are one shape. Smoothing moves records, and
 * makes none: the sum stays.
 */
export function heatBands(frame: Frame, { table, expected, scale }: BandInput): readonly (readonly Ring[])[] {
  const { across, down } = table.window;
  const values = smoothed(table, expected);
  const corner = cornersOf(frame, table, { values, unitKm2: scale.unitKm2 });
  const bands: Ring[][] = scale.breaks.map(() => []);
  const wraps = across === table.grid.columns;
  for (let row = 0; row + 1 < down; row++) {
    const odd = shift(row + table.window.row0) > 0;
    for (let column = 0; column < across; column++) {
      if (!wraps && (column === 0 || column === across - 1)) continue;
      const at = (right: number, below: number) => (row + below) * across + modulo(column + right, across);
      const [self, east] = [at(0, 0), at(1, 0)];
      const [southWest, southEast] = odd ? [at(0, 1), at(1, 1)] : [at(-1, 1), at(0, 1)];
      addTriangle(bands, scale.breaks, [corner(self), corner(southEast), corner(southWest)]);
      addTriangle(bands, scale.breaks, [corner(self), corner(east), corner(southEast)]);
    }
  }
  return bands;
}

/** Law: the sum of the values stays, but for what leaves the window at its sides. */
function smoothed({ window }: DensityTable, expected: Float64Array): Float64Array {
  let values = expected;
  for (let round = 0; round < ROUNDS; round++) values = spreadOnce(values, window);
  return values;
}

function spreadOnce(values: Float64Array, { across, down, row0 }: DensityTable["window"]): Float64Array {
  const next = new Float64Array(values.length);
  for (let row = 0; row < down; row++) {
    const set = shift(row + row0) > 0 ? 0 : -1;
    for (let column = 0; column < across; column++) {
      const value = values[row * across + column] as number;
      if (value === 0) continue;
      const give = (right: number, below: number, part: number) => {
        const [x, y] = [modulo(column + right, across), row + below];
        if (y >= 0 && y < down) next[y * across + x] = (next[y * across + x] as number) + value * part;
      };
      give(0, 0, 0.5);
      for (const [right, below] of [
        [-1, 0],
        [1, 0],
        [set, -1],
        [set + 1, -1],
        [set, 1],
        [set + 1, 1],
      ] as const) {
        give(right, below, 1 / 12);
      }
    }
  }
  return next;
}

interface Corner {
  readonly at: Point | null;
  readonly value: number;
}

/** The middle of a hexagon on screen with its density; projected when first asked for. */
function cornersOf(
  frame: Frame,
  table: DensityTable,
  { values, unitKm2 }: { readonly values: Float64Array; readonly unitKm2: number },
): (cell: number) => Corner {
  const known = new Map<number, Corner>();
  const nowhere: Corner = { at: null, value: 0 };
  const { widthPx, heightPx } = frame.viewport;
  const isNear = ([x, y]: Point) =>
    x > -MARGIN_PX && y > -MARGIN_PX && x < widthPx + MARGIN_PX && y < heightPx + MARGIN_PX;
  return (cell) => {
    const old = known.get(cell);
    if (old !== undefined) return old;
    const { row, middle } = middleOfCell(table, cell);
    const at = projectedNear(frame, placeOfShare(middle))?.point ?? null;
    const value = ((values[cell] as number) / table.grid.areaKm2(row)) * unitKm2;
    const made = at === null || !isNear(at) ? nowhere : { at, value };
    known.set(cell, made);
    return made;
  };
}

function addTriangle(bands: Ring[][], breaks: readonly number[], corners: readonly [Corner, Corner, Corner]): void {
  const highest = Math.max(...corners.map(({ value }) => value));
  for (let step = 0; step < breaks.length && highest >= (breaks[step] as number); step++) {
    const ring = cut(corners, breaks[step] as number);
    if (ring.length > 2) (bands[step] as Ring[]).push(ring);
  }
}

/** The part of a triangle where the value is at least `level`; evenly rising in the logarithm, as the steps are. */
function cut(corners: readonly Corner[], level: number): Point[] {
  const ring: Point[] = [];
  for (const [i, to] of corners.entries()) {
    const from = corners[(i + 2) % 3] as Corner;
    if (from.at === null || to.at === null || longest(from.at, to.at)) return [];
    if (from.value >= level !== to.value >= level) {
      const t = between(from.value, to.value, level);
      ring.push([from.at[0] + t * (to.at[0] - from.at[0]), from.at[1] + t * (to.at[1] - from.at[1])]);
    }
    if (to.value >= level) ring.push(to.at);
  }
  return ring;
}

function between(from: number, to: number, level: number): number {
  const log = (value: number) => Math.log(Math.max(value, level / 1_000));
  return (log(level) - log(from)) / (log(to) - log(from));
}

/** Two neighbours that lie far apart on screen are on the two sides of the cut of the world. */
function longest([ax, ay]: Point, [bx, by]: Point): boolean {
  return Math.abs(ax - bx) + Math.abs(ay - by) > 400;
}
