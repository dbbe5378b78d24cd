import type { Incident } from "@whenwhere/model";
import { createStore } from "@whenwhere/store";
import { arrangeLanes, createTotalTally, fullSpan, type LaneOrder, laneTable, movedLane } from "@whenwhere/timeline";
import fc from "fast-check";
import { expect, test } from "vitest";
import { record, sceneOfStore } from "./fixtures.ts";

const PLACES = [
  ["Mali", "Mopti"],
  ["Mali", "Gao"],
  ["Niger", "Diffa"],
  ["Mali", "Kidal"],
  ["Niger", "Agadez"],
] as const;

function at(id: string, place: number, more: Partial<Incident> = {}): Incident {
  const [country, admin1] = PLACES[place] as (typeof PLACES)[number];
  const where = { name: admin1, country, admin1, precision: "province" } as const;
  return record(id, { edtf: `2022-01-${String(place * 3 + 2).padStart(2, "0")}` }, { where, ...more });
}

const FEW = [at("a", 0), at("b", 1), at("c", 2), at("d", 0), at("e", 4), at("f", 3), record("g", { edtf: "2022-01" })];

function arranged(records: readonly Incident[], how: Partial<Parameters<typeof arrangeLanes>[1]> = {}) {
  const store = createStore([...records]);
  const lanes = arrangeLanes(laneTable(store, ["country", "admin1"], "Not given"), {
    none: "Not given",
    locale: "en",
    ...how,
  });
  return { store, lanes };
}

test("a field is told by row, whether it came as a column or stands in the records", () => {
  const records = [at("a", 2, { tags: ["x", "y"] }), record("b", undefined), at("c", 0, { tags: ["y"] })];
  const store = createStore(records);
  const tags = store.field("tag");
  const told = records.map((_, row) => {
    const [from, to] = [tags?.offsets?.[row] ?? row, tags?.offsets?.[row + 1] ?? row + 1];
    return Array.from(tags?.codes.subarray(from, to) ?? [], (code) => tags?.values[code]);
  });
  expect(told).toEqual([["x", "y"], [""], ["y"]]);
  expect(store.field("colour")).toBeNull();
  const fields = { village: { values: ["p", "q"], offsets: null, codes: Uint8Array.of(1, 0) } };
  const columns = createStore({ columns: { startMs: Float64Array.of(0, 1), fields } });
  expect(columns.field("village")).toBe(fields.village);
});

test("lanes of a coded field ask for no record", () => {
  const fields = { village: { values: ["p", "q", ""], offsets: null, codes: Uint8Array.of(1, 0, 2) } };
  const store = createStore({ columns: { startMs: Float64Array.of(0, 1, 2), fields } });
  const deaf = { columns: store.columns, categories: store.categories, field: (name: string) => store.field(name) };
  const refuse = (): never => {
    throw new Error("A record was asked for.");
  };
  const table = laneTable({ ...deaf, incident: refuse }, "village", "Not given");
  expect(Array.from({ length: 3 }, (_, row) => table.values[table.codes[row] as number])).toEqual([
    "q",
    "p",
    "Not given",
  ]);
});

test("a record of several values stands in the lane of the first, and is counted as such", () => {
  const store = createStore([
    record("a", { edtf: "2022-01-02" }, { tags: ["x", "y"] }),
    record("b", { edtf: "2022-01-03" }, { tags: ["y"] }),
  ]);
  const lanes = laneTable(store, "tag", "Not given");
  expect(lanes.several).toBe(1);
  const scene = sceneOfStore(store, { lanes });
  expect(scene.lanes.map(({ name, shown }) => [name, shown])).toEqual([
    ["x", 1],
    ["y", 1],
  ]);
});

test("groups stand over their lanes, and their numbers are the sums of those", () => {
  const { store, lanes } = arranged(FEW);
  const { heads } = sceneOfStore(store, { lanes });
  expect(heads.map(({ path, shown, open }) => [path.join("/"), shown, open])).toEqual([
    ["Mali", 4, true],
    ["Mali/Mopti", 2, null],
    ["Mali/Gao", 1, null],
    ["Mali/Kidal", 1, null],
    ["Niger", 2, true],
    ["Niger/Diffa", 1, null],
    ["Niger/Agadez", 1, null],
    ["Not given", 1, true],
    ["Not given/Not given", 1, null],
  ]);
});

test("a closed group draws the records of its lanes as one lane", () => {
  const { store, lanes } = arranged(FEW, { collapsed: ["Mali"] });
  const scene = sceneOfStore(store, { lanes });
  expect(scene.heads.slice(0, 2).map(({ name, shown, open }) => [name, shown, open])).toEqual([
    ["Mali", 4, false],
    ["Niger", 2, true],
  ]);
  expect(
    scene.marks
      .filter(({ lane }) => lane === 0)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(["a", "b", "d", "f"]);
  const all = arranged(FEW, { collapsed: "all" });
  expect(sceneOfStore(all.store, { lanes: all.lanes }).lanes.map(({ shown }) => shown)).toEqual([4, 2, 1]);
});

test("lanes are sorted by size, by name or by a list; what is not given stands last", () => {
  const names = (order: LaneOrder): string[] =>
    (arranged(FEW, { order }).lanes.lines ?? []).filter(({ open }) => open === null).map(({ name }) => name);
  expect(names("size")).toEqual(["Mopti", "Gao", "Kidal", "Diffa", "Agadez", "Not given"]);
  expect(names("name")).toEqual(["Gao", "Kidal", "Mopti", "Agadez", "Diffa", "Not given"]);
  expect(names(["Niger", ["Mali", "Kidal"]])).toEqual(["Diffa", "Agadez", "Kidal", "Mopti", "Gao", "Not given"]);
});

test("a lane is moved among its neighbours only, and not past the last", () => {
  const { lanes } = arranged(FEW);
  const move = (path: readonly string[], by: number) => movedLane(lanes.lines ?? [], path, { by, stands: () => true });
  const moved = arranged(FEW, { order: move(["Mali", "Mopti"], 1) ?? "first" }).lanes.lines ?? [];
  expect(moved.map(({ path }) => path.join("/")).slice(0, 4)).toEqual(["Mali", "Mali/Gao", "Mali/Mopti", "Mali/Kidal"]);
  expect(move(["Mali", "Kidal"], 1)).toBeNull();
  expect(move(["Mali"], -1)).toBeNull();
});

test("of lanes that do not fit those in sight are drawn, the others are counted", () => {
  const size = { min: 1, max: 40 };
  const input = fc.record({
    places: fc.array(fc.nat(900), { minLength: 60, maxLength: 300 }),
    firstLine: fc.nat(1000),
    heightPx: fc.integer({ min: 250, max: 700 }),
    widthPx: fc.constantFrom(390, 1000),
    groups: fc.integer(size),
  });
  fc.assert(
    fc.property(input, ({ places, firstLine, heightPx, widthPx, groups }) => {
      const records = places.map((place, i) => {
        const where = { name: "x", country: `C${place % groups}`, admin1: `A${place}`, precision: "province" } as const;
        return record(`r${i}`, { edtf: `2022-01-${String((place % 28) + 1).padStart(2, "0")}` }, { where });
      });
      const { store, lanes } = arranged(records);
      const view = fullSpan(store);
      const scene = sceneOfStore(store, { lanes, firstLine, heightPx, widthPx, view, shrink: true });
      const { counts, scroll } = scene;
      expect(counts.drawn + counts.folded + counts.undated + counts.outside + counts.scrolled).toBe(counts.shown);
      if (scroll === null) {
        expect(counts.scrolled).toBe(0);
        return;
      }
      expect(scene.heightPx).toBeLessThanOrEqual(heightPx);
      expect(scene.lanes.length).toBe(scroll.lanesInSight);
      const shown = scene.lanes.reduce((sum, lane) => sum + lane.shown, 0);
      expect(counts.shown - counts.scrolled).toBe(shown);
      // The head of its group stands over each lane in sight.
      const groupsNow = new Set(scene.heads.filter(({ open }) => open === true).map(({ name }) => name));
      for (const { path, open } of scene.heads) if (open === null) expect(groupsNow).toContain(path[0]);
      const last = sceneOfStore(store, { lanes, firstLine: scroll.most, heightPx, widthPx, view, shrink: true });
      expect((last.scroll?.first ?? 0) + (last.scroll?.inSight ?? 0)).toBe(scroll.lines);
    }),
    { numRuns: 60, seed: 6 },
  );
});

test("the row of all records holds them all, surely or possibly", () => {
  const records = Array.from({ length: 90 }, (_, i) =>
    record(
      `r${i}`,
      i % 9 === 0 ? undefined : { edtf: i % 2 === 0 ? "2022-01" : `2022-02-${String((i % 27) + 1).padStart(2, "0")}` },
    ),
  );
  const store = createStore(records);
  const { histogram, counts } = sceneOfStore(store, { histogram: createTotalTally(store), view: fullSpan(store) });
  const inColumns = (histogram?.columns ?? []).reduce((sum, { inside, spread }) => sum + inside + spread, 0);
  expect(inColumns + counts.undated).toBeCloseTo(counts.shown, 6);
  expect(histogram?.shown).toBe(counts.shown);
});

test("the row of all records counts in a part of time those that meet it", () => {
  const days = ["2022-01-03", "2022-01-20/2022-02-10", "2022-02-05", "2022-02-20/2022-03-10", "2022-03-04"];
  const store = createStore([...days.map((edtf, i) => record(`r${i}`, { edtf })), record("undated", undefined)]);
  const february = { startMs: Date.UTC(2022, 1, 1), endMs: Date.UTC(2022, 2, 1) };
  const { histogram, counts } = sceneOfStore(store, { histogram: createTotalTally(store), view: february });
  expect(counts).toMatchObject({ shown: 6, undated: 1, before: 1, after: 1 });
  expect(histogram).toMatchObject({ shown: 6, folded: 3 });
});

test("a field that no record has is named by the one lane that it makes", () => {
  const store = createStore([record("a", { edtf: "2022" }, { extra: { unit: "3rd" } }), record("b", { edtf: "2022" })]);
  expect(laneTable(store, "unti", "Not given").values).toEqual(["unti: Not given"]);
  expect(laneTable(store, ["category", "unti"], "Not given").paths).toEqual([["attack", "unti: Not given"]]);
  expect(laneTable(store, "unit", "Not given").values).toEqual(["3rd", "Not given"]);
  expect(laneTable(store, (incident) => incident.kind, "Not given").values).toEqual(["Not given"]);
  expect(laneTable(createStore([]), "unti", "Not given").values).toEqual([]);
});
