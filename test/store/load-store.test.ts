import { loadIncidents } from "@whenwhere/model";
import { createStore, type LoadStoreOptions, loadStore, type Store } from "@whenwhere/store";
import { beforeAll, describe, expect, it } from "vitest";
import { serve } from "../../packages/store/src/worker/serve.ts";
import { workerProgram } from "./worker-program.ts";

let workerUrl: string | undefined;
beforeAll(async () => {
  workerUrl = await workerProgram();
});

const head = "id,title,date,latitude,longitude,category,actor,summary\n";
const line = (i: number) =>
  `e${i},Event ${i},2022-${String((i % 12) + 1).padStart(2, "0")}-${String((i % 28) + 1).padStart(2, "0")},` +
  `${((i * 7) % 60) + 0.5},${((i * 13) % 300) - 150.25},kind ${i % 7},Actor ${i % 11},"said, in ""short"" ${i}"\n`;

/** Enough for first rows: they are told at a quarter of a megabyte. */
const LARGE_ROWS = 6_000;

/** A file of some rows, in chunks as a network gives them. */
async function* fileOf(rows: number, chunkRows = 1_000): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for (let from = 0; from < rows; from += chunkRows) {
    const lines = Array.from({ length: Math.min(chunkRows, rows - from) }, (_, i) => line(from + i));
    yield encoder.encode((from === 0 ? head : "") + lines.join(""));
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

/** What a store says, undated columns and records included. */
function answers(store: Store): unknown {
  store.set({ source: "w", kind: "window", startMs: Date.UTC(2022, 2, 1), endMs: Date.UTC(2022, 6, 1) });
  return {
    counts: store.count(),
    facets: ["category", "actor", "status", "precision"].map((field) => store.facet(field)),
    cells: store.cells({ zoom: 4 }),
    timeOrder: store.timeOrder,
    extentMs: store.extentMs,
    records: [0, 17, 2_999].map((row) => store.incident(row)),
    rows: ["e0", "e2999", "no"].map((id) => store.rowOf(id)),
  };
}

describe.each([
  ["in a worker", "worker", {}],
  ["where workers are forbidden", "main", { worker: "never" }],
] as const)("a store that is loaded %s", (_, runsOn, choice) => {
  const load = (rows: number, options: LoadStoreOptions = {}) =>
    loadStore(fileOf(rows), { workerUrl, ...choice, ...options });

  it("answers as a store of the records that loadIncidents reads", async () => {
    const loaded = await load(3_000);
    expect(loaded.runsOn).toBe(runsOn);
    expect(loaded.note === null).toBe(runsOn === "worker");
    const read = await loadIncidents(fileOf(3_000));
    expect(answers(loaded.store)).toEqual(answers(createStore(read)));
    expect({ report: loaded.report, issues: loaded.issues }).toEqual({ report: read.report, issues: read.issues });
  });

  it("shows its first rows before the last are read, and becomes the whole", async () => {
    const told: { readonly store: Store; readonly rows: number; readonly loadedBytes: number }[] = [];
    let loadedBytes = 0;
    const { store } = await load(LARGE_ROWS, {
      onProgress: (progress) => {
        loadedBytes = progress.loadedBytes;
      },
      onPartial: (partial) => told.push({ store: partial, rows: partial.columns.length, loadedBytes }),
    });
    expect(told.length).toBe(1);
    expect(told[0]?.store).toBe(store);
    expect(told[0]?.rows).toBeGreaterThan(1_000);
    expect(told[0]?.rows).toBeLessThan(LARGE_ROWS);
    expect(told[0]?.loadedBytes).toBeLessThan(loadedBytes);
    expect(store.columns.length).toBe(LARGE_ROWS);
    expect(answers(store)).toMatchObject({ rows: [0, 2_999, -1] });
  });

  it("shows them however the bytes are cut, also while the rest is long in coming", async () => {
    const bytes = (await fileOf(LARGE_ROWS, LARGE_ROWS).next()).value as Uint8Array;
    let showRest: () => void = () => {};
    const shown = new Promise<void>((resolve) => {
      showRest = resolve;
    });
    async function* slow(): AsyncGenerator<Uint8Array> {
      yield bytes.slice(0, 400_000);
      await shown;
      yield bytes.slice(400_000);
    }
    const { store } = await loadStore(slow(), { workerUrl, ...choice, onPartial: showRest });
    expect(store.columns.length).toBe(LARGE_ROWS);
  });

  it("names the publisher from the first rows on", async () => {
    const head = "time,latitude,longitude,depth,mag,magType,nst,gap,dmin,rms,net,id,updated,place,type,status\n";
    const quake = (i: number) =>
      `2026-07-20T00:${String(i % 60).padStart(2, "0")}:05.000Z,36.2,139.8,50,4.${i % 10},mb,,,,0.5,us,us${i},2026-07-21T00:00:00.000Z,"4 km N of Shimodate, Japan",earthquake,reviewed\n`;
    async function* quakes(): AsyncGenerator<Uint8Array> {
      for (let from = 0; from < 3_000; from += 1_000) {
        const text = (from === 0 ? head : "") + Array.from({ length: 1_000 }, (_, i) => quake(from + i)).join("");
        yield new TextEncoder().encode(text);
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    }
    const said: (string | null)[] = [];
    const { store } = await loadStore(quakes(), {
      ...{ workerUrl, ...choice },
      onPartial: (partial) => said.push(partial.attribution, partial.license),
    });
    expect(said).toEqual(["U.S. Geological Survey", "Public domain"]);
    expect(store.attribution).toBe("U.S. Geological Survey");
  });

  it("keeps clauses and listeners while the first rows become all of them", async () => {
    const heard: number[] = [];
    const { store } = await load(LARGE_ROWS, {
      onPartial: (partial) => {
        partial.set({ source: "c", kind: "values", field: "category", values: ["kind 3"] });
        partial.on("data", () => heard.push(partial.count().shown));
      },
    });
    const whole = Array.from({ length: LARGE_ROWS }, (__, i) => i).filter((i) => i % 7 === 3).length;
    expect(heard.at(-1)).toBe(whole);
    expect(store.count().shown).toBe(whole);
  });

  it("tells where its last byte is, also of an input whose size nobody knows", async () => {
    const bytes = new Uint8Array((await fileOf(3_000, 3_000).next()).value as Uint8Array);
    async function* inChunks(): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < bytes.length; at += 64) yield bytes.slice(at, at + 64);
    }
    const told: number[] = [];
    await loadStore(inChunks(), { workerUrl, ...choice, onProgress: ({ loadedBytes }) => told.push(loadedBytes) });
    expect(told.at(-1)).toBe(bytes.length);
    // A message of the worker is a task of the page: there are thousands of chunks, and a bar need not move as often.
    if (runsOn === "worker") expect(told.length).toBeLessThan(bytes.length / 64 / 4);
  });

  it("is given up midway, and before it begins", async () => {
    const controller = new AbortController();
    const cancelled = load(50_000, {
      signal: controller.signal,
      onProgress: ({ loadedBytes }) => {
        if (loadedBytes > 400_000) controller.abort();
      },
    });
    await expect(cancelled).rejects.toMatchObject({ code: "load/aborted" });
    await expect(load(10, { signal: controller.signal })).rejects.toMatchObject({ code: "load/aborted" });
  });

  it("rejects with the code of what went wrong", async () => {
    const response = new Response("gone", { status: 404, statusText: "Not Found" });
    await expect(loadStore(response, { workerUrl, ...choice })).rejects.toMatchObject({ code: "load/http" });
    const page = new Blob(["<!doctype html><html><body>Sign in</body></html>"], { type: "text/html" });
    await expect(loadStore(page, { workerUrl, ...choice })).rejects.toMatchObject({ code: "load/html" });
  });
});

it("a store that comes from a worker keeps its rows as one that was read here does", async () => {
  const [there, here] = await Promise.all(
    (["auto", "never"] as const).map((worker) => loadStore(fileOf(3_000), { workerUrl, worker })),
  );
  expect([there?.runsOn, here?.runsOn]).toEqual(["worker", "main"]);
  expect(there?.store.columns).toEqual(here?.store.columns);
  expect(there?.store.timeOrder).toEqual(here?.store.timeOrder);
  expect(there?.store.categories).toEqual(here?.store.categories);
  // As narrow as a store of the same records: places and dates are codes, what is the same in all rows takes no bytes.
  const { columns } = createStore(await loadIncidents(fileOf(3_000)));
  expect(there?.store.columns.byteLength).toBe(columns.byteLength);
  expect(there?.store.columns).toEqual(columns);
});

it("the rows of a load leave the worker without a copy", async () => {
  const told: { readonly type: string; readonly sent: number[]; readonly left: number[] }[] = [];
  const buffersIn = (value: unknown, found = new Set<ArrayBufferLike>()): Set<ArrayBufferLike> => {
    if (ArrayBuffer.isView(value)) found.add(value.buffer);
    else if (typeof value === "object" && value !== null) {
      for (const part of Object.values(value)) buffersIn(part, found);
    }
    return found;
  };
  await new Promise<void>((resolve, reject) => {
    const receive = serve({
      post(message, transfer) {
        const buffers = [...buffersIn(message)];
        const sent = buffers.map(({ byteLength }) => byteLength).filter((bytes) => bytes > 0);
        structuredClone(message, { transfer: [...transfer] });
        told.push({ type: message.type, sent, left: buffers.map(({ byteLength }) => byteLength) });
        if (message.type === "answer") resolve();
        if (message.type === "error") reject(new Error(message.error.message));
      },
    });
    const value = new TextEncoder().encode(head + Array.from({ length: 12_000 }, (_, i) => line(i)).join(""));
    receive({ type: "load", id: 1, input: { kind: "value", value }, options: {}, isTelling: true });
  });
  const rows = told.filter(({ type }) => type === "rows" || type === "answer");
  expect(rows.at(-1)?.type).toBe("answer");
  for (const { sent, left } of rows) {
    expect(sent.length).toBeGreaterThan(5);
    expect(left.every((bytes) => bytes === 0)).toBe(true);
  }
});

it("a loaded store keeps to this thread what cannot cross, and says why", async () => {
  const fetchIt = async () => new Response(head + line(1));
  const { store, runsOn, note } = await loadStore("https://example.org/a.csv", { workerUrl, fetch: fetchIt });
  expect([store.columns.length, runsOn]).toEqual([1, "main"]);
  expect(note).toBe("Read on this thread: `fetch` is a function of this thread.");
});
