import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { type ColumnInput, createStore, type Store } from "@whenwhere/store";
import { describe, expect, it } from "vitest";

const DAY_MS = 86_400_000;

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** Bytes of array buffers in use. Freed ones are swept in the background: the least of some readings, until three agree. */
async function keptBytes(): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let [reading, agreeing] = [0, 0]; reading < 8 && agreeing < 2; reading++) {
    collect();
    await new Promise((done) => setTimeout(done, 25));
    const bytes = process.memoryUsage().arrayBuffers;
    agreeing = bytes === least ? agreeing + 1 : 0;
    least = Math.min(least, bytes);
  }
  return least;
}

/** Days over ten years, places over the world, in no order; built from the row number alone. */
function storeOf(rows: number): Store {
  const startMs = Float64Array.from({ length: rows }, (_, i) => Date.UTC(2014, 0, 1) + ((i * 7_919) % 3_650) * DAY_MS);
  return createStore({
    columns: {
      startMs,
      endMs: startMs.map((ms, i) => ms + (i % 7 === 0 ? 30 : 1) * DAY_MS),
      lon: Float64Array.from({ length: rows }, (_, i) => ((i * 131) % 360) - 180),
      lat: Float64Array.from({ length: rows }, (_, i) => ((i * 37) % 160) - 80),
      category: { codes: Uint8Array.from({ length: rows }, (_, i) => i % 3), values: ["attack", "raid", "drill"] },
    },
  });
}

/** Shaped like the export of a conflict monitor: days, some spans, open and undated rows, places of four decimals. */
function eventColumns(rows: number): ColumnInput {
  const startMs = Float64Array.from({ length: rows }, (_, i) =>
    i % 50 === 0 ? Number.NaN : Date.UTC(2014, 0, 1) + ((i * 7_919) % 4_000) * DAY_MS,
  );
  return {
    startMs,
    endMs: startMs.map((ms, i) => (i % 20 === 1 ? Number.POSITIVE_INFINITY : ms + (i % 7 === 0 ? 30 : 1) * DAY_MS)),
    lon: Float64Array.from({ length: rows }, (_, i) => 100_000 + ((i * 7_919) % 600_000)).map((whole) => whole / 1e4),
    lat: Float64Array.from({ length: rows }, (_, i) => ((i * 104_729) % 600_000) - 200_000).map((whole) => whole / 1e4),
    radiusM: Float32Array.from({ length: rows }, (_, i) => (i % 6 === 0 ? 25_000 : 0)),
    status: Uint8Array.from({ length: rows }, (_, i) => (i % 10 === 0 ? 2 : 0)),
    category: {
      codes: Uint8Array.from({ length: rows }, (_, i) => i % 6),
      values: ["attack", "raid", "drill", "strike", "arrest", "other"],
    },
  };
}

const edges = Array.from({ length: 51 }, (_, i) => Date.UTC(2014, 0, 1) + i * 73 * DAY_MS);

function brush(store: Store, steps: number, ask: () => void = () => {}): void {
  store.set({ source: "category", kind: "values", field: "category", values: ["attack", "raid"] });
  store.set({ source: "map", kind: "bbox", west: -100, south: -60, east: 120, north: 70 });
  for (let step = 0; step < steps; step++) {
    const startMs = Date.UTC(2014, 0, 1 + ((step * 5) % 3_000));
    store.set({ source: "window", kind: "window", startMs, endMs: startMs + 365 * DAY_MS });
    store.count();
    store.facet("category");
    store.facet("status");
    store.histogram(edges, { except: "window" });
    store.histogram(edges);
    store.cells({ zoom: 5, except: "map" });
    ask();
  }
}

describe("the memory of a store", () => {
  it("is at most 20 bytes a row for the columns that views read, and at most 60 with all that follows a brush", async () => {
    const rows = 300_000;
    const input = eventColumns(rows);
    const before = await keptBytes();
    const store = createStore({ columns: input });
    const columnBytes = store.columns.byteLength / rows;
    expect(columnBytes).toBeLessThanOrEqual(20);
    // The order of time comes to them.
    expect(store.timeOrder.length).toBe(rows);
    await expect.poll(async () => ((await keptBytes()) - before) / rows).toBeLessThanOrEqual(columnBytes + 4.1);
    brush(store, 5);
    await expect.poll(async () => ((await keptBytes()) - before) / rows).toBeLessThanOrEqual(60);
    expect(input.startMs.length).toBe(rows);
  });

  it("is 31 bytes a row for columns of which nothing but the usual fits in less", () => {
    const rows = 100_000;
    const fine = (most: number) => Float64Array.from({ length: rows }, (_, i) => ((i * 131) % most) / 3);
    const { columns } = createStore({
      columns: {
        ...eventColumns(rows),
        lon: fine(180),
        lat: fine(90),
        radiusM: Float32Array.from({ length: rows }, (_, i) => i % 1_000),
      },
    });
    expect(columns.byteLength / rows).toBeLessThanOrEqual(31);
  });

  it("is a byte a row more for a view that asks how each row stands, and another once its window moves", async () => {
    const rows = 100_000;
    const store = storeOf(rows);
    brush(store, 5);
    const before = await keptBytes();
    expect(store.passing().length).toBe(rows);
    await expect.poll(async () => ((await keptBytes()) - before) / rows).toBeLessThan(1.1);
    brush(store, 5, () => store.passing());
    await expect.poll(async () => ((await keptBytes()) - before) / rows).toBeLessThan(3);
  });

  it("does not grow over 10,000 steps of a brush", async () => {
    const store = storeOf(1_000);
    brush(store, 1_000);
    const before = await keptBytes();
    brush(store, 10_000);
    await expect.poll(async () => (await keptBytes()) - before).toBeLessThan(4_096);
    expect(store.columns.length).toBe(1_000);
  });
});
