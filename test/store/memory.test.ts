import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createStore, type Store } from "@whenwhere/store";
import { describe, expect, it, vi } from "vitest";

vi.setConfig({ testTimeout: 120_000 });

const DAY_MS = 86_400_000;

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** Bytes of array buffers in use. Freed ones are swept in the background: the least of some readings. */
async function keptBytes(): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let reading = 0; reading < 8; reading++) {
    collect();
    await new Promise((done) => setTimeout(done, 25));
    least = Math.min(least, process.memoryUsage().arrayBuffers);
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

const edges = Array.from({ length: 51 }, (_, i) => Date.UTC(2014, 0, 1) + i * 73 * DAY_MS);

function brush(store: Store, steps: number): void {
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
  }
}

describe("the memory of a store", () => {
  it("is 63 bytes a row for the columns that views read, and at most 40 for all that follows a brush", async () => {
    const rows = 200_000;
    const before = await keptBytes();
    const store = storeOf(rows);
    expect(store.columns.byteLength / rows).toBe(63);
    brush(store, 5);
    const bytesPerRow = ((await keptBytes()) - before) / rows;
    expect(store.columns.length).toBe(rows);
    expect(bytesPerRow).toBeLessThan(63 + 40);
  });

  it("is a byte a row more for a view that asks how each row stands", async () => {
    const rows = 200_000;
    const store = storeOf(rows);
    brush(store, 5);
    const before = await keptBytes();
    expect(store.passing().length).toBe(rows);
    expect(((await keptBytes()) - before) / rows).toBeLessThan(1.1);
  });

  it("does not grow over 10,000 steps of a brush", async () => {
    const store = storeOf(5_000);
    brush(store, 1_000);
    const before = await keptBytes();
    brush(store, 10_000);
    expect((await keptBytes()) - before).toBeLessThan(4_096);
    expect(store.columns.length).toBe(5_000);
  });
});
