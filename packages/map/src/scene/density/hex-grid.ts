import { EARTH_CIRCUMFERENCE_M } from "../earth.ts";
import { latitudeOf } from "../mercator.ts";

/**
 * Hexagons that lie fixed in the Mercator square of a whole zoom, point upward, round the world without a seam: regular on the
 * map, and each with its own area on the ground, by which it is divided. Places are shares of the square, 0 to 1.
 */
export interface HexGrid {
  readonly zoom: number;
  /** Hexagons round the world, and rows of them from north to south. */
  readonly columns: number;
  readonly rows: number;
  /** Width of a hexagon, and the distance between rows. */
  readonly width: number;
  readonly pitch: number;
  /** Square kilometres of ground that a hexagon of a row covers. */
  readonly areaKm2: (row: number) => number;
}

const EARTH_KM = EARTH_CIRCUMFERENCE_M / 1000;
const SLICES = 24;

/** The grid whose hexagons are about so many pixels wide at a whole zoom. */
export function hexGrid(zoom: number, widthPx: number): HexGrid {
  const columns = Math.max(4, Math.round((512 * 2 ** zoom) / widthPx));
  const width = 1 / columns;
  const radius = width / Math.sqrt(3);
  const pitch = 1.5 * radius;
  const areas = new Map<number, number>();
  const areaKm2 = (row: number) => {
    const known = areas.get(row) ?? hexAreaKm2(row * pitch, radius);
    areas.set(row, known);
    return known;
  };
  return { zoom, columns, rows: Math.floor(1 / pitch) + 2, width, pitch, areaKm2 };
}

/** Column of the hexagon of a place, from 0 round the world, and its row: that with the nearest middle. */
export function hexAt(
  { columns, width, pitch }: HexGrid,
  x: number,
  y: number,
): readonly [column: number, row: number] {
  const above = Math.floor(y / pitch);
  const [a, b] = [columnAt(x / width, above), columnAt(x / width, above + 1)];
  const far = (column: number, row: number) => ((column + shift(row)) * width - x) ** 2 + (row * pitch - y) ** 2;
  const [column, row] = far(a, above) <= far(b, above + 1) ? [a, above] : [b, above + 1];
  return [modulo(column, columns), row];
}

/** The column whose middle is nearest in a row. */
function columnAt(columns: number, row: number): number {
  return Math.round(columns - shift(row));
}

/** Every second row is set in by half a hexagon. */
export const shift = (row: number): number => (modulo(row, 2) === 1 ? 0.5 : 0);

/** Middle of a hexagon. */
export function hexMiddle({ width, pitch }: HexGrid, column: number, row: number): readonly [x: number, y: number] {
  return [(column + shift(row)) * width, row * pitch];
}

/** The six corners around a middle, from the north clockwise. */
export function hexCorners({ width }: HexGrid, [x, y]: readonly [number, number]): (readonly [number, number])[] {
  const radius = width / Math.sqrt(3);
  return Array.from({ length: 6 }, (_, i) => {
    const turn = (i * Math.PI) / 3;
    return [x + radius * Math.sin(turn), y - radius * Math.cos(turn)] as const;
  });
}

/** Longitude and latitude of a place in the square; longitudes may go beyond 180. */
export function placeOfShare([x, y]: readonly [number, number]): readonly [lon: number, lat: number] {
  return [x * 360 - 180, latitudeOf(y)];
}

/** How many times larger the map is than the ground at a place, by its share of the square. */
export function mercatorStretch(y: number): number {
  return Math.cosh(Math.PI * (1 - 2 * y));
}

/** In slices: a hexagon of a far zoom reaches over many degrees, of which the northern ones are less ground. */
function hexAreaKm2(middle: number, radius: number): number {
  let sum = 0;
  for (let i = 0; i < SLICES; i++) {
    const dy = radius * ((2 * (i + 0.5)) / SLICES - 1);
    const y = middle + dy;
    if (y < 0 || y > 1) continue;
    const across = Math.min(Math.sqrt(3) * radius, 2 * Math.sqrt(3) * (radius - Math.abs(dy)));
    sum += (across * ((2 * radius) / SLICES)) / mercatorStretch(y) ** 2;
  }
  return sum * EARTH_KM * EARTH_KM;
}

export const modulo = (value: number, by: number): number => ((value % by) + by) % by;
