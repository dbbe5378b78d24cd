import { finishSteps } from "@whenwhere/model";
import { createStore, HIDDEN, type Store } from "@whenwhere/store";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  pointQuestion,
  type SortedClauses,
  sortClauses,
} from "../../../packages/map/src/scene/points/point-question.ts";
import {
  isPointAt,
  type PointRows,
  pointRowSteps,
  pointRuns,
} from "../../../packages/map/src/scene/points/point-rows.ts";
import { pointTallySteps } from "../../../packages/map/src/scene/points/point-tally.ts";
import {
  placeX,
  placeY,
  pointStanding,
  pointWords,
  wordsPerPoint,
} from "../../../packages/map/src/scene/points/point-words.ts";

const DAY_MS = 86_400_000;
const SOURCE = "map";
const CATEGORIES = ["attack", "strike", "arrest"];
const UNCERTAIN = 4;

interface Row {
  readonly start: number;
  readonly length: number;
  readonly core: number;
  readonly bits: number;
  readonly category: number;
  readonly status: number;
}

const instant = (unitMs: number) => fc.integer({ min: -400, max: 400 }).map((value) => value * unitMs);

const anyRow = (unitMs: number): fc.Arbitrary<Row> =>
  fc.record({
    start: fc.oneof(
      { weight: 8, arbitrary: instant(unitMs) },
      { weight: 1, arbitrary: fc.constantFrom(Number.NaN, Number.NEGATIVE_INFINITY) },
    ),
    length: fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: 1, max: 60 }).map((value) => value * unitMs) },
      { weight: 1, arbitrary: fc.constant(Number.POSITIVE_INFINITY) },
    ),
    core: fc.constantFrom(0, 0, 1, 2),
    bits: fc.constantFrom(0, 0, UNCERTAIN),
    category: fc.integer({ min: 0, max: 2 }),
    status: fc.integer({ min: 0, max: 5 }),
  });

function storeOf(rows: readonly Row[]): Store {
  const of = (value: (row: Row) => number) => Float64Array.from(rows, value);
  const end = ({ start, length }: Row) => (start === Number.NEGATIVE_INFINITY ? length : start + length);
  const middle = (row: Row) =>
    Number.isFinite(row.length) ? row.start + Math.floor(row.length / 2) : row.start + DAY_MS;
  return createStore({
    columns: {
      startMs: of(({ start }) => start),
      endMs: of((row) => (Number.isNaN(row.start) ? Number.NaN : end(row))),
      coreStartMs: of((row) => (row.core === 0 ? Number.NaN : row.start)),
      coreEndMs: of((row) => (row.core === 0 ? Number.NaN : row.core === 1 ? end(row) : middle(row))),
      lon: of(({ start }) => ((start / DAY_MS) * 7) % 170 || 3),
      lat: of(({ length }) => (length / DAY_MS) % 80 || 4),
      dateBits: Uint8Array.from(rows, ({ bits }) => bits),
      rowBits: new Uint8Array(rows.length),
      radiusM: new Float32Array(rows.length),
      placePrecision: new Uint8Array(rows.length),
      span: new Uint8Array(rows.length),
      status: Uint8Array.from(rows, ({ status }) => status),
      category: { codes: Uint8Array.from(rows, ({ category }) => category), values: CATEGORIES },
    },
  });
}

/** What the GPU would say of every row of the store, from its words and the uniforms. */
function standings(store: Store, points: PointRows, sorted: SortedClauses): Uint8Array {
  const question = pointQuestion(sorted, points.clock, 2);
  const under = store.passing(sorted.held);
  const words = pointWords(points, 0, points.length);
  const stride = wordsPerPoint(points);
  const found = new Uint8Array(store.columns.length);
  for (const { first, count } of pointRuns(points, question.window)) {
    for (let i = first; i < first + count; i++) {
      const row = points.rows[i] as number;
      found[row] = pointStanding(words.subarray(i * stride, (i + 1) * stride), question, under[row] as number);
    }
  }
  return found;
}

const aWindow = (unitMs: number) =>
  fc.record({
    startMs: fc.oneof(instant(unitMs), fc.constant(Number.NEGATIVE_INFINITY)),
    endMs: fc.oneof(instant(unitMs), fc.constant(Number.POSITIVE_INFINITY)),
    odd: fc.integer({ min: -1, max: 1 }),
  });

describe("the words of a point", () => {
  it.each([DAY_MS, 3_600_000, 977])(
    "say of every window, category, status and text the same as the store (bounds in steps of %d ms)",
    (unitMs) => {
      fc.assert(
        fc.property(
          fc.array(anyRow(unitMs), { minLength: 1, maxLength: 60 }),
          fc.array(aWindow(unitMs), { minLength: 1, maxLength: 5 }),
          fc.subarray(CATEGORIES),
          fc.subarray(["happened", "alleged", "retracted"]),
          fc.boolean(),
          fc.boolean(),
          (rows, windows, categories, statuses, masked, more) => {
            const store = storeOf(rows);
            const points = finishSteps(pointRowSteps(store));
            const tally = finishSteps(pointTallySteps(points));
            if (masked) store.set({ source: "c", kind: "values", field: "category", values: categories });
            if (more) {
              store.set({ source: "s", kind: "values", field: "status", values: statuses });
              store.set({ source: "box", kind: "bbox", west: -90, south: -90, east: 60, north: 40 });
              store.set({ source: "w", kind: "window", startMs: -200 * unitMs, endMs: 300 * unitMs });
            }
            store.set({ source: SOURCE, kind: "bbox", west: 0, south: 0, east: 1, north: 1 });
            let sorted: SortedClauses | null = null;
            for (const { startMs, endMs, odd } of windows) {
              store.set({ source: "time", kind: "window", startMs: startMs + odd, endMs });
              const given = { except: SOURCE, categories: store.categories };
              sorted = sortClauses(store.state.clauses, sorted, given);
              const found = standings(store, points, sorted);
              expect(found).toEqual(store.passing(SOURCE));
              const counted = sorted.others.length > 0 ? null : tally.count(pointQuestion(sorted, points.clock, 2));
              expect(counted === null).toBe(masked || more);
              if (counted !== null) expect(counted).toBe(found.filter((standing) => standing !== HIDDEN).length);
            }
          },
        ),
        { seed: 11, numRuns: 150 },
      );
    },
  );

  it("hold instants of any year to the millisecond where these are too many for a unit", () => {
    const rows = [-62_135_596_800_000, 1, 1_700_000_000_001, 1_700_000_000_002, 253_402_300_799_999].map((start) => ({
      ...{ start, length: 1, core: 1, bits: 0, category: 0, status: 0 },
    }));
    const store = storeOf(rows);
    const points = finishSteps(pointRowSteps(store));
    for (const startMs of [1, 2, 1_700_000_000_002]) {
      store.set({ source: "time", kind: "window", startMs, endMs: startMs + 1 });
      const sorted = sortClauses(store.state.clauses, null, { except: SOURCE, categories: store.categories });
      expect(standings(store, points, sorted)).toEqual(store.passing());
    }
  });

  it("place a record within a twentieth of a pixel at zoom 18, on both sides of the antimeridian", () => {
    const world = 512 * 2 ** 18;
    fc.assert(
      fc.property(
        fc.double({ min: -180, max: 179.9999, noNaN: true }),
        fc.double({ min: -85, max: 85, noNaN: true }),
        (lon, lat) => {
          const sin = Math.sin((lat * Math.PI) / 180);
          const y = 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
          expect(Math.abs((placeX(lon) / 2 ** 32 - (lon / 360 + 0.5)) * world)).toBeLessThan(0.05);
          expect(Math.abs((placeY(lat) / 2 ** 32 - y) * world)).toBeLessThan(0.05);
        },
      ),
      { seed: 3 },
    );
    expect((placeX(-179.9999) - placeX(179.9999)) | 0).toBeLessThan(2 ** 32 / 1_000_000);
    expect((placeX(-179.9999) - placeX(179.9999)) | 0).toBeGreaterThan(0);
  });
});

describe("the rows that are points", () => {
  const EXACT = { lon: 10, lat: 20, precision: "exact" } as const;
  const at = (id: string, where: object, more: object = {}) => ({
    id,
    title: id,
    where,
    when: { edtf: "2022" },
    ...more,
  });

  it("are exactly placed, and none of those whose place is an area, blurred, disputed or one of two", () => {
    const store = createStore([
      at("exact", EXACT),
      at("town", { ...EXACT, precision: "settlement" }),
      at("wide", { ...EXACT, precision: "settlement", radiusM: 90_000 }),
      at("district", { ...EXACT, precision: "district" }),
      at("blurred", { ...EXACT, obscured: true, radiusM: 1000 }),
      at("country", { precision: "country", country: "OM" }),
      at("pole", { ...EXACT, lat: 89 }),
      at("from", EXACT, { from: { name: "x", lon: 3, lat: 4, precision: "exact" } }),
      at("rival", EXACT, {
        claims: [{ id: "c", field: "where", value: { lon: 5, lat: 6, precision: "exact" }, stance: "asserts" }],
      }),
      { id: "nowhere", title: "nowhere", when: { edtf: "2022" } },
    ] as never);
    const points = finishSteps(pointRowSteps(store));
    const ids = (level: number) =>
      [...points.rows].filter((row) => isPointAt(points, row, level)).map((row) => store.id(row));
    expect(ids(12)).toEqual(["exact"]);
    expect(ids(5)).toEqual(["exact", "town"]);
    expect(ids(1)).toEqual(["exact", "town", "wide"]);
    expect(ids(2)).toEqual(["exact", "town"]);
  });

  it("are looked at in a window only as far as they may lie in it", () => {
    const length = 100_000;
    const days = Float64Array.from({ length }, (_, row) => row * DAY_MS);
    const place = new Float64Array(length).fill(3);
    const store = createStore({ columns: { startMs: days, lon: place, lat: place.slice() } });
    const points = finishSteps(pointRowSteps(store));
    const looked = pointRuns(points, { startMs: 50_000 * DAY_MS, endMs: 60_000 * DAY_MS });
    const count = looked.reduce((sum, run) => sum + run.count, 0);
    expect(count).toBeGreaterThanOrEqual(10_000);
    expect(count).toBeLessThan(14_200);
    expect(store.passing().every((standing) => standing !== HIDDEN)).toBe(true);
  });
});
