import {
  brushCube,
  CERTAIN,
  type Clause,
  type CubeGroups,
  createStore,
  type Engine,
  HIDDEN,
  type Histogram,
  type Store,
} from "@whenwhere/store";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { expectEqual } from "../expect-equal.ts";
import { linesOf, twinOf } from "./cell-twin.ts";
import { categories, columnsOf, type Row, rowsArbitrary, stepArbitrary } from "./column-fixture.ts";
import { standings } from "./naive-twin.ts";

/** How an engine of some rows is made, and how many random cases it is worth. */
export interface EngineUnderTest {
  readonly name: string;
  readonly runs: number;
  make(rows: readonly Row[]): Promise<Engine> | Engine;
}

const seed = 20_220_202;
const startMs = Date.UTC(2021, 11, 28);
const dayMs = 86_400_000;
/** Pairs of edges: all of them, some, none, reversed, one bin, the first. */
const BRUSHES = [
  [0, 11],
  [2, 5],
  [4, 4],
  [7, 3],
  [3, 4],
  [0, 1],
] as const;
const edgesMs = Array.from({ length: 12 }, (_, i) => startMs + i * 2 * dayMs);

/** The clauses that a series of steps leaves. */
const clausesArbitrary: fc.Arbitrary<readonly Clause[]> = fc.array(stepArbitrary, { maxLength: 4 }).map((steps) => {
  const clauses = new Map<string, Clause>();
  for (const step of steps) if (typeof step !== "string") clauses.set(step.source, step);
  return [...clauses.values()];
});

/** The store of the same rows under the same clauses, and how brute force says that each row stands. */
function twinStore(rows: readonly Row[], clauses: readonly Clause[]): { store: Store; states: readonly number[] } {
  const store = createStore({ columns: columnsOf(rows) });
  for (const clause of clauses) store.set(clause);
  return { store, states: standings(store) };
}

const sumOf = (states: readonly number[], wanted: number, isIn: (row: number) => boolean = () => true): number =>
  states.filter((state, row) => state === wanted && isIn(row)).length;

const QUALITY = { exact: true, partial: false };

/** What every engine must answer: as the naive twin does, row by row, and as the store of the same rows does. */
export function describeEngine(under: EngineUnderTest): void {
  // Every law is asked of the same rows, so an engine is made once for all of them: a worker takes long to start.
  const made = new Map<string, Promise<Engine> | Engine>();
  const engineOf = (rows: readonly Row[]): Promise<Engine> | Engine => {
    const key = rows.map((row) => Object.values(row).join()).join(";");
    const engine = made.get(key) ?? under.make(rows);
    made.set(key, engine);
    return engine;
  };
  afterAll(async () => {
    for (const engine of made.values()) (await engine).destroy();
  });
  const forAll = (check: (engine: Engine, rows: readonly Row[], clauses: readonly Clause[]) => Promise<void>) =>
    fc.assert(
      fc.asyncProperty(
        rowsArbitrary,
        fc.array(clausesArbitrary, { minLength: 1, maxLength: 3 }),
        async (rows, series) => {
          const engine = await engineOf(rows);
          for (const clauses of series) await check(engine, rows, clauses);
        },
      ),
      { seed, numRuns: under.runs },
    );
  const withEmptyEngine = async (use: (engine: Engine) => Promise<void>): Promise<void> => {
    const engine = await under.make([]);
    await use(engine).finally(() => engine.destroy());
  };

  describe(`${under.name}, as every engine,`, () => {
    it("counts as brute force does, in all and by category", () =>
      forAll(async (engine, rows, clauses) => {
        const { store, states } = twinStore(rows, clauses);
        const answer = await engine.count({ clauses, by: "category" });
        const { groups, exact, partial, asOf, ...counts } = answer;
        expectEqual({ exact, partial }, QUALITY);
        expect(asOf === null || !Number.isNaN(Date.parse(asOf))).toBe(true);
        expectEqual(counts, store.count());
        expectEqual([counts.certain, counts.possible], [sumOf(states, CERTAIN), sumOf(states, 1)]);
        for (const { value, certain, possible } of groups) {
          const isIn = (row: number) => store.categories[store.columns.category.at(row)] === value;
          expectEqual([value, certain, possible], [value, sumOf(states, CERTAIN, isIn), sumOf(states, 1, isIn)]);
        }
        expect(groups.reduce((sum, { certain, possible }) => sum + certain + possible, 0)).toBe(counts.shown);
      }));

    it("makes every lane of a histogram as the store does", () =>
      forAll(async (engine, rows, clauses) => {
        const { store } = twinStore(rows, clauses);
        const lanes = await engine.histogram({ clauses, edgesMs, lanes: { field: "category", values: categories } });
        const whole = await engine.histogram({ clauses, edgesMs });
        const bins = edgesMs.length - 1;
        const lane = (answer: typeof lanes, at: number): string =>
          linesOfBins({
            edgesMs: answer.edgesMs,
            certain: answer.certain.slice(at * bins, (at + 1) * bins),
            spread: answer.spread.slice(at * bins, (at + 1) * bins),
            before: answer.before[at] as number,
            after: answer.after[at] as number,
            undated: answer.undated[at] as number,
          });
        expectEqual(
          [lane(whole, 0), ...categories.map((_, at) => lane(lanes, at))],
          [
            linesOfBins(store.histogram(edgesMs)),
            ...categories.map((_, category) => linesOfBins(store.histogram(edgesMs, { category }))),
          ],
        );
      }));

    it("counts the cells of a map as brute force does", () =>
      forAll(async (engine, rows, clauses) => {
        const { store, states } = twinStore(rows, clauses);
        const bounds = { west: 170, south: -40, east: -90, north: 90 };
        expectEqual(linesOf(await engine.bins({ clauses, zoom: 3 })), twinOf(store, states, 3));
        expectEqual(linesOf(await engine.bins({ clauses, zoom: 5, bounds })), twinOf(store, states, 5, bounds));
      }));

    it("gives cubes that answer every brush on their edges as a window clause does", () =>
      forAll(async (engine, rows, clauses) => {
        const groups: CubeGroups[] = [
          { kind: "all" },
          { kind: "field", field: "category" },
          { kind: "cells", zoom: 2 },
        ];
        const others = clauses.filter(({ kind }) => kind !== "window");
        const { store } = twinStore(rows, others);
        const cubes = await Promise.all(
          groups.map((group) => engine.cube({ clauses: others, edgesMs, groups: group })),
        );
        for (const [fromEdge, toEdge] of BRUSHES) {
          const [startMs, endMs] = [edgesMs[fromEdge], edgesMs[toEdge]];
          store.set({ source: "hand", kind: "window", startMs, endMs } as Clause);
          const states = standings(store);
          for (const [at, group] of groups.entries()) {
            const cube = cubes[at] as Awaited<ReturnType<Engine["cube"]>>;
            expectEqual(
              linesOfCube(cube, brushCube(cube, { fromEdge, toEdge }), group),
              expectedLines(store, states, group),
            );
          }
        }
      }));

    it("hands out the records page by page, each once, in order", () =>
      forAll(async (engine, rows, clauses) => {
        const { store, states } = twinStore(rows, clauses);
        for (const order of ["time", "-time"] as const) {
          const seen: [string, boolean][] = [];
          let after: string | undefined;
          do {
            const page = await engine.page({ clauses, order, limit: 7, ...(after === undefined ? {} : { after }) });
            expect(page.records.length).toBe(page.certain.length);
            for (const [i, { id }] of page.records.entries()) seen.push([id, page.certain[i] as boolean]);
            after = page.next ?? undefined;
          } while (after !== undefined);
          const shown = states.flatMap((state, row) => (state === HIDDEN ? [] : [row]));
          const sorted = shown.sort((a, b) => inOrder(store, a, b));
          if (order === "-time") sorted.reverse();
          expectEqual(
            seen,
            sorted.map((row) => [store.id(row), states[row] === CERTAIN]),
          );
        }
      }));

    it("describes what it holds, and finds a record by its id", () =>
      forAll(async (engine, rows) => {
        const { store } = twinStore(rows, []);
        const description = await engine.describe();
        expect([description.rows, description.extentMs]).toEqual([rows.length, store.extentMs]);
        expect((await engine.record("no such id")).incident).toBe(null);
        if (rows.length > 0) expect((await engine.record("0")).incident).toEqual(store.incident(0));
      }));

    it("refuses what cannot be asked, with a code, and goes on", () =>
      withEmptyEngine(async (engine) => {
        const twice: Clause[] = [0, 1].map((at) => ({ source: "a", kind: "window", startMs: at, endMs: 2 }));
        await expect(engine.count({ clauses: twice })).rejects.toMatchObject({ code: "engine/query" });
        const wrong = [{ source: "a", kind: "window", startMs: Number.NaN, endMs: 2 }] as Clause[];
        await expect(engine.count({ clauses: wrong })).rejects.toMatchObject({ code: "store/clause" });
        await expect(engine.bins({ clauses: [], zoom: 99 })).rejects.toMatchObject({ code: "store/cells" });
        await expect(engine.histogram({ clauses: [], edgesMs: [1] })).rejects.toMatchObject({ code: "store/edges" });
        await expect(engine.page({ clauses: [], limit: 0 })).rejects.toMatchObject({ code: "engine/query" });
        await expect(engine.page({ clauses: [], after: "x" })).rejects.toMatchObject({ code: "engine/query" });
        expect((await engine.count({ clauses: [] })).total).toBe(0);
      }));

    it("lets the latest question of a key win, hears a cancelled signal, and rejects what is pending at its end", () =>
      withEmptyEngine(async (engine) => {
        const codes = (
          await Promise.allSettled([
            engine.count({ clauses: [] }, { key: "view" }),
            engine.histogram({ clauses: [], edgesMs }, { key: "view" }),
            engine.count({ clauses: [] }),
            engine.count({ clauses: [] }, { key: "view" }),
          ])
        ).map((result) => (result.status === "fulfilled" ? "answered" : result.reason.code));
        expect(codes).toEqual(["engine/superseded", "answered", "answered", "answered"]);
        const controller = new AbortController();
        const cancelled = engine.count({ clauses: [] }, { signal: controller.signal });
        controller.abort();
        await expect(cancelled).rejects.toMatchObject({ code: "engine/aborted" });
        await expect(engine.count({ clauses: [] }, { signal: controller.signal })).rejects.toMatchObject({
          code: "engine/aborted",
        });
        const pending = engine.describe();
        engine.destroy();
        await expect(pending).rejects.toMatchObject({ code: "engine/destroyed" });
        await expect(engine.describe()).rejects.toMatchObject({ code: "engine/destroyed" });
      }));
  });
}

/** Rising start, then id; undated rows last. */
function inOrder(store: Store, a: number, b: number): number {
  const [x, y] = [store.columns.outerStartMs.at(a), store.columns.outerStartMs.at(b)];
  const late = Number(Number.isNaN(x)) - Number(Number.isNaN(y));
  if (late !== 0 || (x !== y && !Number.isNaN(x))) return late || (x < y ? -1 : 1);
  return store.id(a) < store.id(b) ? -1 : 1;
}

/** Every number of a histogram in text: comparing arrays field by field is slow. */
function linesOfBins({ edgesMs: edges, certain, spread, before, after, undated }: Histogram): string {
  return [edges, certain, spread, [before, after, undated]].map((numbers) => Array.from(numbers).join()).join("\n");
}

function linesOfCube(
  { values, cells }: Awaited<ReturnType<Engine["cube"]>>,
  { certain, possible }: ReturnType<typeof brushCube>,
  groups: CubeGroups,
): string[] {
  const name = (at: number) => (groups.kind === "cells" ? `${cells[2 * at]} ${cells[2 * at + 1]}` : values[at]);
  const lines = Array.from(certain, (count, at) => `${name(at)}: ${count} + ${possible[at]}`);
  return lines.filter((line) => !line.endsWith(": 0 + 0")).sort();
}

function expectedLines(store: Store, states: readonly number[], groups: CubeGroups): string[] {
  if (groups.kind === "cells") return twinOf(store, states, groups.zoom);
  const names = groups.kind === "all" ? [""] : store.categories;
  const isIn = (at: number) => (row: number) => groups.kind === "all" || store.columns.category.at(row) === at;
  const lines = names.map((name, at) => `${name}: ${sumOf(states, CERTAIN, isIn(at))} + ${sumOf(states, 1, isIn(at))}`);
  return lines.filter((line) => !line.endsWith(": 0 + 0")).sort();
}
