import type { Incident } from "@whenwhere/model";
import { createStore, type Engine, packStore, workerEngine } from "@whenwhere/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { columnsOf } from "./column-fixture.ts";
import { describeEngine } from "./engine-conformance.ts";
import { workerProgram } from "./worker-program.ts";

let workerUrl: string | undefined;
beforeAll(async () => {
  workerUrl = await workerProgram();
});

describeEngine({
  name: "the engine in a worker",
  runs: 15,
  make: (rows) => workerEngine({ columns: columnsOf(rows) }, { workerUrl }),
});

describeEngine({
  name: "the worker's engine where workers are forbidden",
  runs: 40,
  make: (rows) => workerEngine({ columns: columnsOf(rows) }, { worker: "never" }),
});

const incidents: readonly Incident[] = Array.from({ length: 200 }, (_, i) => ({
  id: `r${i}`,
  title: `Record ${i}`,
  category: i % 3 === 0 ? "raid" : "drill",
  when: { edtf: `2022-01-${String((i % 28) + 1).padStart(2, "0")}` },
  actors: [{ name: `Actor ${i % 5}` }],
}));

describe("the engine in a worker", () => {
  const engines: Engine[] = [];
  const made = async (...call: Parameters<typeof workerEngine>): Promise<Engine> => {
    const engine = await workerEngine(call[0], { workerUrl, ...call[1] });
    engines.push(engine);
    return engine;
  };
  afterAll(() => {
    for (const engine of engines) engine.destroy();
  });

  it("says where it answers, and why it does not answer in a worker", async () => {
    expect(await (await made(incidents)).describe()).toMatchObject({ name: "worker", runsOn: "worker", note: null });
    const forbidden = await made(incidents, { worker: "never" });
    expect(await forbidden.describe()).toMatchObject({ name: "memory", runsOn: "main" });
    expect((await forbidden.describe()).note).toMatch(/this thread: the page asked for none/);
    const lost = await made(incidents, { workerUrl: "file:///no/such/program.cjs" });
    expect(await lost.describe()).toMatchObject({ runsOn: "main" });
    expect((await lost.count({ clauses: [] })).total).toBe(200);
  });

  it("takes records, packed buffers and stores, categories by a function among them", async () => {
    const store = createStore(incidents, { categoryField: ({ id }) => (id === "r7" ? "seventh" : "other") });
    const ofStore = await made(store);
    const groups = (await ofStore.count({ clauses: [], by: "category" })).groups;
    expect(groups.map(({ value, certain }) => [value, certain])).toEqual([
      ["other", 199],
      ["seventh", 1],
    ]);
    expect((await ofStore.record("r7")).incident).toEqual(incidents[7]);
    store.remove(["r7"]);
    expect((await ofStore.record("r7")).incident).toBe(null);
    const packed = await made({ packed: packStore(createStore(incidents)) });
    expect((await packed.count({ clauses: [] })).total).toBe(200);
  });

  it("answers a waiting question of each key once, the last one, though the worker is busy", async () => {
    const engine = await made(incidents);
    const startMs = Date.UTC(2022, 0, 1);
    const asked = Array.from({ length: 30 }, (_, day) => {
      const window = { source: "w", kind: "window", startMs, endMs: startMs + day * 86_400_000 } as const;
      return engine.count({ clauses: [window] }, { key: "brush" });
    });
    const results = await Promise.allSettled(asked);
    expect(results.map(({ status }) => status)).toEqual([...Array(29).fill("rejected"), "fulfilled"]);
    expect((await asked[29])?.shown).toBe(200);
  });

  it("rejects what waits when its worker dies, and everything after", async () => {
    const engine = await made(incidents);
    const pending = [engine.count({ clauses: [] }), engine.page({ clauses: [] })];
    engine.destroy();
    for (const question of pending) await expect(question).rejects.toMatchObject({ code: "engine/destroyed" });
    await expect(engine.count({ clauses: [] })).rejects.toMatchObject({ code: "engine/destroyed" });
  });

  it("keeps the code and the hint of an error that comes from the other side", async () => {
    const engine = await made(incidents);
    const wrong = engine.count({ clauses: [{ source: "a", kind: "values", field: "nothing", values: ["x"] }] });
    await expect(wrong).rejects.toMatchObject({ name: "WhenWhereError", code: "store/unknown-field" });
    await expect(wrong).rejects.toThrow(/No record has a text field named "nothing"\. Use one of [^.]+\.$/);
  });
});
