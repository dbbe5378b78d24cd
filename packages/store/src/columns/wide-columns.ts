import type { Columns } from "../types.ts";
import { columnOf, copyColumn, plainArray } from "./plain-columns.ts";

/** Columns under construction: one array each, whose kind holds every number that there can be. 63 bytes a row. */
export interface WideColumns {
  readonly length: number;
  readonly outerStartMs: Float64Array;
  readonly outerEndMs: Float64Array;
  readonly coreStartMs: Float64Array;
  readonly coreEndMs: Float64Array;
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly radiusM: Float32Array;
  readonly placePrecision: Uint8Array;
  readonly status: Uint8Array;
  readonly span: Uint8Array;
  readonly dateBits: Uint8Array;
  readonly rowBits: Uint8Array;
  readonly count: Uint32Array;
  readonly category: Uint16Array;
}

/** Names of the columns, in the order in which they stand everywhere. */
export const COLUMN_NAMES = [
  "outerStartMs",
  "outerEndMs",
  "coreStartMs",
  "coreEndMs",
  "lon",
  "lat",
  "radiusM",
  "placePrecision",
  "status",
  "span",
  "dateBits",
  "rowBits",
  "count",
  "category",
] as const satisfies readonly Exclude<keyof WideColumns, "length">[];

/** One of {@link COLUMN_NAMES}. */
export type ColumnName = (typeof COLUMN_NAMES)[number];

/** Rows of which nothing is known yet. */
export function emptyColumns(length: number): WideColumns {
  return {
    length,
    outerStartMs: new Float64Array(length).fill(Number.NaN),
    outerEndMs: new Float64Array(length).fill(Number.NaN),
    coreStartMs: new Float64Array(length).fill(Number.NaN),
    coreEndMs: new Float64Array(length).fill(Number.NaN),
    lon: new Float64Array(length).fill(Number.NaN),
    lat: new Float64Array(length).fill(Number.NaN),
    radiusM: new Float32Array(length).fill(Number.NaN),
    placePrecision: new Uint8Array(length),
    status: new Uint8Array(length),
    span: new Uint8Array(length),
    dateBits: new Uint8Array(length),
    rowBits: new Uint8Array(length),
    count: new Uint32Array(length).fill(1),
    category: new Uint16Array(length),
  };
}

/** The arrays as they are, to be read. */
export function plainColumns(wide: WideColumns): Columns {
  const columns = COLUMN_NAMES.map((name) => [name, columnOf(wide[name])] as const);
  const byteLength = COLUMN_NAMES.reduce((sum, name) => sum + wide[name].byteLength, 0);
  return { length: wide.length, byteLength, ...Object.fromEntries(columns) } as unknown as Columns;
}

/** The columns as arrays again, which are not to be changed: some are the columns' own. */
export function wideColumns(columns: Columns): WideColumns {
  const wide = emptyColumns(columns.length);
  const arrays = COLUMN_NAMES.map((name) => {
    const own = plainArray(columns[name]);
    if (own?.constructor === wide[name].constructor) return [name, own] as const;
    copyColumn(columns[name], wide[name], { from: 0, to: columns.length, at: 0 });
    return [name, wide[name]] as const;
  });
  return { length: columns.length, ...Object.fromEntries(arrays) } as unknown as WideColumns;
}
