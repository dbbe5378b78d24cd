import type { Incident } from "@whenwhere/model";
import { createStore, memoryEngine } from "@whenwhere/store";
import { describe, expect, it, vi } from "vitest";
import { fullRuns } from "../full-runs.ts";
import { columnsOf } from "./column-fixture.ts";
import { describeEngine } from "./engine-conformance.ts";

describeEngine({
  name: "the memory engine",
  runs: fullRuns(1_000, 60),
  make: (rows) => memoryEngine({ columns: columnsOf(rows) }),
});

const incidents: readonly Incident[] = [
  { id: "a", title: "Raid", category: "raid", when: { edtf: "2022-02-02" }, actors: [{ name: "X" }, { name: "Y" }] },
  { id: "b", title: "Drill", category: "drill", when: { edtf: "2022-02-03" }, actors: [{ name: "Y" }] },
];

describe("the memory engine of a store", () => {
  it("asks about other fields and leaves the store's own clauses alone", async () => {
    const store = createStore(incidents);
    store.set({ source: "c", kind: "values", field: "category", values: ["raid"] });
    const heard = vi.fn();
    store.on("filter", heard);
    const engine = memoryEngine(store);
    const { groups } = await engine.count({ clauses: [], by: "actor" });
    expect(groups).toEqual([
      { value: "Y", certain: 2, possible: 0 },
      { value: "X", certain: 1, possible: 0 },
    ]);
    const edgesMs = [Date.UTC(2022, 1, 1), Date.UTC(2022, 1, 5)];
    const lanes = await engine.histogram({ clauses: [], edgesMs, lanes: { field: "actor", values: ["X", "Y"] } });
    expect([...lanes.certain]).toEqual([1, 2]);
    const own = [{ source: "f", kind: "values", field: "actor", values: ["X"] }] as const;
    expect((await engine.count({ clauses: own, by: "actor" })).groups.map(({ certain }) => certain)).toEqual([1, 1]);
    expect([store.count().shown, heard.mock.calls.length]).toEqual([1, 0]);
  });

  it("follows the store's data, tells who listens, and dates its answers", async () => {
    const store = createStore(incidents);
    let nowMs = Date.UTC(2024, 0, 1);
    const engine = memoryEngine(store, { now: () => nowMs });
    const heard = vi.fn();
    const undo = engine.subscribe?.(heard);
    expect(await engine.count({ clauses: [] })).toMatchObject({ total: 2, asOf: "2024-01-01T00:00:00.000Z" });
    nowMs += 1_000;
    store.append([{ id: "c", title: "Third" }]);
    expect(await engine.count({ clauses: [] })).toMatchObject({ total: 3, asOf: "2024-01-01T00:00:01.000Z" });
    undo?.();
    store.remove(["c"]);
    expect(heard).toHaveBeenCalledTimes(1);
    expect((await engine.record("a")).incident).toBe(incidents[0]);
  });
});
