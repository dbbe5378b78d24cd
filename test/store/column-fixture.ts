import { type Clause, type ColumnInput, type Columns, numbersOf } from "@whenwhere/store";
import fc from "fast-check";

/** Few distinct instants, so that ties and touching edges are common; far years, open sides and NaN among them. */
export const instants: readonly number[] = [
  ...Array.from({ length: 12 }, (_, i) => Date.UTC(2022, 0, 1 + i)),
  Date.UTC(2022, 0, 3, 6),
  -63_549_360_000_000,
  5_364_597_730_000_000_000,
  -1,
  1,
];

const ms = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...instants) },
  { weight: 1, arbitrary: fc.constantFrom(Number.NaN, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY) },
);
const lon = fc.constantFrom(-180, -179.5, -90, 0, 13, 54.37, 90, 179.5, 180, Number.NaN);
const lat = fc.constantFrom(-90, -89.99, -33.87, 0, 24.45, 60, 89.99, 90, Number.NaN);
const radiusM = fc.constantFrom(0, 1, 15_000, 500_000, Number.NaN);

/** What part of its span a row surely covers; it may share the start, the end or both with the span. */
const cores = ["none", "middle", "early", "late", "whole"] as const;

/** One row of the columns door. */
export interface Row {
  readonly startMs: number;
  readonly endMs: number;
  readonly core: (typeof cores)[number];
  readonly lon: number;
  readonly lat: number;
  readonly radiusM: number;
  readonly precision: number;
  readonly category: number;
}

export const categories = ["attack", "strike", "drill", ""];

const rowArbitrary: fc.Arbitrary<Row> = fc.record({
  startMs: ms,
  endMs: ms,
  core: fc.constantFrom(...cores),
  lon,
  lat,
  radiusM,
  precision: fc.nat({ max: 8 }),
  category: fc.nat({ max: 3 }),
});

export const rowsArbitrary: fc.Arbitrary<readonly Row[]> = fc.array(rowArbitrary, { maxLength: 40 });

/** More rows than a comparing sort is used for. */
export const manyRowsArbitrary: fc.Arbitrary<readonly Row[]> = fc.array(rowArbitrary, {
  minLength: 4_200,
  maxLength: 4_300,
});

function coreOf({ startMs, endMs, core }: Row): readonly [startMs: number, endMs: number] {
  if (core === "none") return [Number.NaN, Number.NaN];
  const quarter = (endMs - startMs) / 4;
  return [
    core === "early" || core === "whole" ? startMs : startMs + quarter,
    core === "late" || core === "whole" ? endMs : endMs - quarter,
  ];
}

/** The columns of some rows. */
export function columnsOf(rows: readonly Row[]): ColumnInput {
  const floats = (read: (row: Row) => number) => Float64Array.from(rows, read);
  return {
    startMs: floats((row) => row.startMs),
    endMs: floats((row) => row.endMs),
    coreStartMs: floats((row) => coreOf(row)[0]),
    coreEndMs: floats((row) => coreOf(row)[1]),
    lon: floats((row) => row.lon),
    lat: floats((row) => row.lat),
    radiusM: Float32Array.from(rows, (row) => row.radiusM),
    placePrecision: Uint8Array.from(rows, (row) => row.precision),
    category: { codes: Uint8Array.from(rows, (row) => row.category), values: categories },
  };
}

const edge = fc.constantFrom(...instants, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);

/** Windows of all sorts, reversed and empty ones too. */
export const windowArbitrary: fc.Arbitrary<Clause> = fc.record({
  source: fc.constantFrom("window", "brush"),
  kind: fc.constant("window" as const),
  startMs: edge,
  endMs: edge,
});

const boxArbitrary: fc.Arbitrary<Clause> = fc.record({
  source: fc.constant("map"),
  kind: fc.constant("bbox" as const),
  west: fc.constantFrom(-180, -90, 0, 54.37, 170, 179.5),
  south: fc.constantFrom(-90, -33.87, 0, 24.45),
  east: fc.constantFrom(-179, -90, 13, 54.37, 180, 190),
  north: fc.constantFrom(0, 24.45, 60, 90),
});

const valuesArbitrary: fc.Arbitrary<Clause> = fc.record({
  source: fc.constant("category"),
  kind: fc.constant("values" as const),
  field: fc.constant("category"),
  values: fc.subarray(categories),
});

/** One step of a hand on the filters: a clause set, or a source cleared. */
export const stepArbitrary: fc.Arbitrary<Clause | string> = fc.oneof(
  { weight: 5, arbitrary: windowArbitrary },
  { weight: 2, arbitrary: boxArbitrary },
  { weight: 2, arbitrary: valuesArbitrary },
  { weight: 1, arbitrary: fc.constantFrom("window", "map", "category", "brush") },
);

/** The numbers of all columns, however they are kept. */
export function numbersByName({
  length: _,
  byteLength: __,
  ...columns
}: Columns): Readonly<Record<string, readonly number[]>> {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, Array.from(numbersOf(column))]));
}
