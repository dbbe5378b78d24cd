import { type ColumnInput, type Columns, createStore, type NumberColumn, packStore } from "@whenwhere/store";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fullRuns } from "../full-runs.ts";

const seed = 20_220_202;

/** The columns of a whole input: the store takes them as they are, so that they are the wide twin of what it keeps. */
type Wide = Required<
  Pick<
    ColumnInput,
    | "startMs"
    | "endMs"
    | "coreStartMs"
    | "coreEndMs"
    | "lon"
    | "lat"
    | "radiusM"
    | "placePrecision"
    | "status"
    | "span"
    | "dateBits"
    | "rowBits"
    | "count"
  >
> & { readonly category: { readonly codes: Uint16Array; readonly values: readonly string[] } };

const NAMES = {
  outerStartMs: "startMs",
  outerEndMs: "endMs",
  coreStartMs: "coreStartMs",
  coreEndMs: "coreEndMs",
  lon: "lon",
  lat: "lat",
  radiusM: "radiusM",
  placePrecision: "placePrecision",
  status: "status",
  span: "span",
  dateBits: "dateBits",
  rowBits: "rowBits",
  count: "count",
} as const satisfies Partial<Record<keyof Columns, keyof Wide>>;

const DAY_MS = 86_400_000;
const FIRST_MS = Date.UTC(2014, 0, 1);

/** Days of a few years, whole rows without dates, towns of four decimals: what most files are made of. */
function wideOf(rows: number, parts: Partial<Wide> = {}): Wide {
  const floats = (read: (row: number) => number) => Float64Array.from({ length: rows }, (_, row) => read(row));
  const unknown = () => new Float64Array(rows).fill(Number.NaN);
  const startMs = floats((row) => (row % 50 === 0 ? Number.NaN : FIRST_MS + ((row * 7_919) % 3_650) * DAY_MS));
  return {
    startMs,
    endMs: startMs.map((ms, row) => ms + (row % 7 === 0 ? 31 : 1) * DAY_MS),
    coreStartMs: unknown(),
    coreEndMs: unknown(),
    lon: floats((row) => (((row * 7_919) % 3_600_000) - 1_800_000) / 1e4),
    lat: floats((row) => (((row * 104_729) % 1_800_000) - 900_000) / 1e4),
    radiusM: Float32Array.from({ length: rows }, (_, row) => [0, 5_000, 25_000, Number.NaN][row % 4] as number),
    placePrecision: Uint8Array.from({ length: rows }, (_, row) => row % 3),
    status: Uint8Array.from({ length: rows }, (_, row) => row % 2),
    span: Uint8Array.from({ length: rows }, (_, row) => row % 4),
    dateBits: Uint8Array.from({ length: rows }, (_, row) => (row % 9 === 0 ? 4 : 0)),
    rowBits: Uint8Array.from({ length: rows }, (_, row) => row % 5),
    count: new Uint32Array(rows).fill(1),
    category: {
      codes: Uint16Array.from({ length: rows }, (_, row) => row % 6),
      values: ["a", "b", "c", "d", "e", ""],
    },
    ...parts,
  };
}

/** A copy, since the store owns what it is given. */
function columnsOf(wide: Wide): Columns {
  return createStore({ columns: structuredClone(wide) }).columns;
}

/** The first row in which a column is not its twin; null when there is none. */
function difference(columns: Columns, wide: Wide): unknown {
  const pairs: (readonly [string, NumberColumn, ArrayLike<number>])[] = Object.entries(NAMES).map(
    ([name, input]) => [name, columns[name as keyof typeof NAMES], wide[input]] as const,
  );
  pairs.push(["category", columns.category, wide.category.codes]);
  for (const [name, column, twin] of pairs) {
    if (column.length !== twin.length) return { name, length: column.length };
    for (let row = 0; row < twin.length; row++) {
      if (!Object.is(column.at(row), twin[row])) return { name, row, is: column.at(row), not: twin[row] };
    }
  }
  return null;
}

const usual = fc.integer({ min: 0, max: 20 }).map((day) => FIRST_MS + day * DAY_MS);
const odd = fc.constantFrom(
  Number.NaN,
  Number.NEGATIVE_INFINITY,
  Number.POSITIVE_INFINITY,
  -63_549_360_000_000,
  5_364_597_730_000_000_000,
  -1,
  0.5,
  0,
  // The first moment behind a midnight, and midnights so far away that their days are counted anew.
  FIRST_MS + 2 ** -12,
  FIRST_MS - 2 ** -12,
  -40_000 * DAY_MS,
  40_000 * DAY_MS,
  FIRST_MS + 2 ** 32 * DAY_MS,
);
const anyMs = fc.oneof({ weight: 9, arbitrary: usual }, odd);
const freeMs = fc.oneof(
  anyMs,
  fc.double({ noNaN: true }).map((ms) => ms + 0),
);
/** Of the first kind all values fit in few bytes, of the second some do not. */
const degreesOf = (most: number) => {
  const fixed = fc.oneof(
    fc.integer({ min: -most * 1e7, max: most * 1e7 }).map((whole) => whole / 1e7 + 0),
    fc.constantFrom(-most, most, 0, Number.NaN, most - 1e-7),
  );
  const fine = fc.oneof(fixed, fc.constantFrom(1 / 3, 54.123_456_78, 12.345_678_912, 1e-9, 1e9));
  return fc.oneof(fixed, fine);
};
const wideArbitrary: fc.Arbitrary<Wide> = fc
  .tuple(
    fc.integer({ min: 0, max: 40 }),
    fc.constantFrom("none", "solid", "own"),
    fc.constantFrom(usual, anyMs, freeMs),
  )
  .chain(([rows, cores, ms]) => {
    const floats = (one: fc.Arbitrary<number>) =>
      fc.array(one, { minLength: rows, maxLength: rows }).map((values) => Float64Array.from(values));
    const bytes = (most: number) =>
      fc
        .oneof(fc.constant(most), fc.nat({ max: most }))
        .chain((top) => fc.array(fc.nat({ max: top }), { minLength: rows, maxLength: rows }))
        .map((values) => Uint8Array.from(values));
    return fc
      .record({
        startMs: floats(ms),
        endMs: floats(ms),
        coreStartMs: floats(ms),
        coreEndMs: floats(ms),
        has: floats(fc.nat({ max: 2 })),
        lon: floats(degreesOf(180)),
        lat: floats(degreesOf(90)),
        radiusM: floats(fc.oneof(fc.constantFrom(0, 5_000, Number.NaN), fc.nat({ max: 1e6 }))),
        placePrecision: bytes(8),
        status: bytes(5),
        span: bytes(3),
        dateBits: bytes(255),
        rowBits: bytes(255),
        count: floats(fc.oneof(fc.constant(1), fc.nat({ max: 300 }), fc.nat({ max: 2 ** 32 - 1 }))),
        category: bytes(5),
      })
      .map(({ has, category, ...some }) => {
        const core = (own: Float64Array, outer: Float64Array) =>
          own.map((value, row) =>
            cores === "none" || has[row] === 0
              ? Number.NaN
              : cores === "solid" || has[row] === 1
                ? (outer[row] as number)
                : value,
          );
        return {
          ...some,
          coreStartMs: core(some.coreStartMs, some.startMs),
          coreEndMs: core(some.coreEndMs, some.endMs),
          radiusM: Float32Array.from(some.radiusM),
          count: Uint32Array.from(some.count),
          category: { codes: Uint16Array.from(category), values: ["a", "b", "c", "d", "e", ""] },
        };
      });
  });

describe("the columns of a store", () => {
  it("hold every number that they were given, whatever it is", () => {
    fc.assert(
      fc.property(wideArbitrary, (wide) => {
        expect(difference(columnsOf(wide), wide)).toBeNull();
      }),
      { seed, numRuns: fullRuns(2_000) },
    );
  });

  it("begin and end with the first and the last bound that is known, wherever their cores are", () => {
    fc.assert(
      fc.property(wideArbitrary, (wide) => {
        const finite = [...wide.startMs, ...wide.endMs].filter(Number.isFinite);
        const { extentMs } = createStore({ columns: structuredClone(wide) });
        expect(extentMs === null).toBe(finite.length === 0);
        if (extentMs === null) return;
        const [lowMs, highMs] = [Math.min(...finite), Math.max(...finite)];
        expect(extentMs[0]).toBe(lowMs);
        if (lowMs < highMs) expect(extentMs[1]).toBe(highMs);
        else expect(extentMs[1]).toBeGreaterThan(lowMs);
      }),
      { seed, numRuns: fullRuns(2_000) },
    );
  });

  it.each([
    ["no row", wideOf(0)],
    ["one row", wideOf(1)],
    ["many rows", wideOf(5_000)],
  ])("hold %s", (_, wide) => {
    expect(difference(columnsOf(wide), wide)).toBeNull();
  });

  it("are 20 bytes a row for days, towns, radii of a codebook and few categories, and as wide as they must be beyond", () => {
    const rows = 150_000;
    const bytes = (parts: Partial<Wide>) => {
      const wide = wideOf(rows, parts);
      const columns = columnsOf(wide);
      expect(difference(columns, wide)).toBeNull();
      return Math.floor(columns.byteLength / rows);
    };
    const { startMs, endMs, lon } = wideOf(rows);
    const each = (read: (row: number) => number) => Float64Array.from({ length: rows }, (_, row) => read(row));
    const half = { coreStartMs: startMs, coreEndMs: endMs.map((ms) => ms - DAY_MS / 2) };
    expect(bytes({})).toBe(19);
    expect(bytes({ coreStartMs: startMs, coreEndMs: endMs })).toBe(19);
    expect(bytes(half)).toBe(23);
    expect(bytes({ lon: lon.map((degrees) => degrees / 3) })).toBe(27);
    expect(bytes({ radiusM: Float32Array.from({ length: rows }, (_, row) => row % 257) })).toBe(22);
    expect(bytes({ count: Uint32Array.from({ length: rows }, (_, row) => row % 256) })).toBe(20);
    expect(bytes({ count: Uint32Array.from({ length: rows }, (_, row) => row % 65_536) })).toBe(21);
    expect(bytes({ count: Uint32Array.from({ length: rows }, (_, row) => 65_536 - (row % 2)) })).toBe(23);
    // A table of eight bytes an instant comes to the codes, and beyond 65,535 instants these have 32 bits.
    expect(bytes({ startMs: each((row) => row % 50_000), endMs: each((row) => 1 + (row % 50_000)) })).toBe(21);
    expect(bytes({ startMs: each((row) => row % 70_000), endMs: each((row) => 1 + (row % 70_000)) })).toBe(26);
    // Each start an instant of its own: nothing is gained by codes.
    expect(bytes({ startMs: each((row) => row), endMs: each((row) => row + 0.5) })).toBe(31);
  });

  it.each([256, 257, 65_536])("hold %d categories", (many) => {
    const rows = 70_000;
    const values = Array.from({ length: many }, (_, code) => `c${code}`);
    const wide = wideOf(rows, {
      category: { codes: Uint16Array.from({ length: rows }, (_, row) => row % many), values },
    });
    expect(difference(columnsOf(wide), wide)).toBeNull();
  });

  it("come back from a packed store as they were", () => {
    const wide = wideOf(3_000);
    const store = createStore({ columns: structuredClone(wide) });
    expect(difference(createStore({ packed: packStore(store) }).columns, wide)).toBeNull();
  });
});
