import type { Columns, NumberColumn } from "../types.ts";
import { isConstant } from "./constant-value.ts";
import {
  CodedColumn,
  ConstantColumn,
  FIXED_PER_DEGREE,
  FixedDegreeColumn,
  InstantColumn,
  ManyInstantColumn,
  SolidColumn,
  UNKNOWN_DEGREE,
} from "./narrow-kinds.ts";
import { narrowTimes } from "./narrow-times.ts";
import { columnOf, Float32Column, type PlainArray, plainArray, Uint8Column } from "./plain-columns.ts";
import { COLUMN_NAMES, type WideColumns } from "./wide-columns.ts";

/**
 * The same numbers in as few bytes as hold them exactly; whatever does not fit stays as wide as it was. Days, places of up to
 * seven decimals, a few radii and up to 256 categories: at most 20 bytes a row of 63. Cost: some passes over the rows.
 */
export function narrowColumns(wide: WideColumns): Columns {
  const columns = {
    length: wide.length,
    ...narrowTimes(wide),
    ...narrowDegrees(wide),
    radiusM: narrowRadius(wide.radiusM),
    placePrecision: narrowCodes(wide.placePrecision),
    status: narrowCodes(wide.status),
    span: narrowCodes(wide.span),
    dateBits: narrowCodes(wide.dateBits),
    rowBits: narrowCodes(wide.rowBits),
    count: narrowCodes(wide.count),
    category: narrowCodes(wide.category),
  };
  return { ...columns, byteLength: bytesOf(columns) };
}

/** Bytes of all arrays behind the columns, each counted once. */
function bytesOf(columns: Omit<Columns, "byteLength">): number {
  const arrays = new Set(COLUMN_NAMES.flatMap((name) => arraysOf(columns[name])));
  return [...arrays].reduce((sum, { byteLength }) => sum + byteLength, 0);
}

function arraysOf(column: NumberColumn): readonly { readonly byteLength: number }[] {
  if (column instanceof FixedDegreeColumn) return [column.fixed];
  if (column instanceof SolidColumn) return [column.solid];
  if (column instanceof CodedColumn || column instanceof InstantColumn || column instanceof ManyInstantColumn)
    return [column.table, column.codes];
  const own = plainArray(column);
  return own === null ? [] : [own];
}

/** Null when the numbers differ. */
function constantOf(values: PlainArray): ConstantColumn | null {
  return isConstant(values) ? new ConstantColumn(values[0] ?? 0, values.length) : null;
}

/** Whole numbers: one byte, two or four, by the greatest. */
function narrowCodes(values: Uint8Array | Uint16Array | Uint32Array): NumberColumn {
  const constant = constantOf(values);
  if (constant !== null) return constant;
  if (values instanceof Uint8Array) return new Uint8Column(values);
  const most = values instanceof Uint16Array ? greatestHalf(values) : greatestWord(values);
  if (most < 256) return new Uint8Column(Uint8Array.from(values));
  return columnOf(most < 65_536 && values instanceof Uint32Array ? Uint16Array.from(values) : values);
}

// A loop for each kind of array, as in `isConstant`: one that meets two kinds is slower.
function greatestHalf(values: Uint16Array): number {
  let most = 0;
  for (let row = 0; row < values.length; row++) if ((values[row] as number) > most) most = values[row] as number;
  return most;
}

function greatestWord(values: Uint32Array): number {
  let most = 0;
  for (let row = 0; row < values.length; row++) if ((values[row] as number) > most) most = values[row] as number;
  return most;
}

function narrowDegrees({ lon, lat }: Pick<WideColumns, "lon" | "lat">): Pick<Columns, "lon" | "lat"> {
  const [x, y] = [narrowDegree(lon), narrowDegree(lat)];
  // Both or none: what reads a place then meets two kinds of pairs, not four.
  if ((x === null) !== (y === null)) return { lon: columnOf(lon), lat: columnOf(lat) };
  return { lon: x ?? columnOf(lon), lat: y ?? columnOf(lat) };
}

/** Null when a coordinate is not exactly a whole number of 1e-7 degrees. */
function narrowDegree(degrees: Float64Array): NumberColumn | null {
  const constant = constantOf(degrees);
  if (constant !== null) return constant;
  const fixed = new Int32Array(degrees.length);
  for (let row = 0; row < fixed.length; row++) {
    const degree = degrees[row] as number;
    if (Number.isNaN(degree)) {
      fixed[row] = UNKNOWN_DEGREE;
      continue;
    }
    const whole = Math.round(degree * FIXED_PER_DEGREE);
    if (Math.abs(whole) >= -UNKNOWN_DEGREE || whole / FIXED_PER_DEGREE !== degree) return null;
    fixed[row] = whole;
  }
  return new FixedDegreeColumn(fixed);
}

const MOST_RADII = 256;
const RADIUS_SLOTS = 2_048;

/** Radii by code where there are few, as in a codebook. They are told apart by their bits, so that NaN is one of them. */
function narrowRadius(radiusM: Float32Array): NumberColumn {
  const constant = constantOf(radiusM);
  if (constant !== null) return constant;
  const bits = new Uint32Array(radiusM.buffer, radiusM.byteOffset, radiusM.length);
  const slots = new Uint16Array(RADIUS_SLOTS);
  const known = new Uint32Array(MOST_RADII);
  const table = new Float64Array(MOST_RADII);
  const codes = new Uint8Array(radiusM.length);
  let count = 0;
  for (let row = 0; row < codes.length; row++) {
    const word = bits[row] as number;
    let slot = (Math.imul(word, 0x9e3779b1) >>> 16) & (RADIUS_SLOTS - 1);
    // One more than the code; 0 = free.
    while (slots[slot] !== 0 && known[(slots[slot] as number) - 1] !== word) slot = (slot + 1) & (RADIUS_SLOTS - 1);
    if (slots[slot] === 0) {
      if (count === MOST_RADII) return new Float32Column(radiusM);
      known[count] = word;
      table[count] = radiusM[row] as number;
      slots[slot] = ++count;
    }
    codes[row] = (slots[slot] as number) - 1;
  }
  return new CodedColumn(table.slice(0, count), codes);
}
