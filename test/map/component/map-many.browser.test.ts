import { type IncidentMapHandle, incidentMap } from "@whenwhere/map";
import { createStore, type Store } from "@whenwhere/store";
import { afterEach, describe, expect, it, vi } from "vitest";
import { eventually } from "../../eventually.ts";

const ROWS = 30_000;
const DAY_MS = 86_400_000;
const UNKNOWN = 8;

/** Thirty towns; the seventh of their rows is without a place. */
function manyRows(): Store {
  const of = (value: (row: number) => number) => Float64Array.from({ length: ROWS }, (_, row) => value(row));
  return createStore({
    columns: {
      startMs: of((row) => (row % 1000) * DAY_MS),
      lon: of((row) => ((row * 7) % 30) * 4 - 60 + (row % 11) * 0.01),
      lat: of((row) => ((row * 7) % 30) * 2 - 30 + (row % 13) * 0.01),
      placePrecision: Uint8Array.from({ length: ROWS }, (_, row) => (row % 7 === 0 ? UNKNOWN : 1)),
      category: {
        codes: Uint8Array.from({ length: ROWS }, (_, row) => row % 3),
        values: ["attack", "strike", "arrest"],
      },
    },
  });
}

let host: HTMLElement | null = null;
let map: IncidentMapHandle | null = null;

async function manyMap(store: Store): Promise<IncidentMapHandle> {
  host = document.createElement("main");
  host.style.cssText = "width:800px;height:520px";
  document.body.append(host);
  const made = incidentMap(host, { store, locale: "en", projection: "flat" });
  map = made;
  await new Promise<void>((resolve) => void made.on("ready", () => resolve()));
  return made;
}

const drawn = (made: IncidentMapHandle) =>
  new Promise<void>((resolve) => {
    const undo = made.on("draw", () => {
      undo();
      resolve();
    });
  });

afterEach(() => {
  vi.restoreAllMocks();
  map?.destroy();
  host?.remove();
});

describe("a map of very many rows", () => {
  it("follows a window step by step with counts that add up to those of the store", async () => {
    const store = manyRows();
    const made = await manyMap(store);
    expect(made.state.counts.shown).toBe(ROWS);
    for (let step = 0; step < 20; step++) {
      const startMs = step * 45 * DAY_MS;
      store.set({ source: "time", kind: "window", startMs, endMs: startMs + 100 * DAY_MS });
      await drawn(made);
      const { shown, drawn: alone, clustered, unplaced } = made.state.counts;
      const { shown: stored, unplaced: nowhere } = store.count();
      expect([shown, alone + clustered + unplaced, unplaced]).toEqual([stored, stored, nowhere]);
    }
  });

  it("shows its records before it begins with WebGL", async () => {
    const order: string[] = [];
    const { getContext } = HTMLCanvasElement.prototype;
    vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockImplementation(function (
      this: HTMLCanvasElement,
      ...given: unknown[]
    ) {
      if (given[0] === "webgl2") order.push("webgl");
      return (getContext as (...args: unknown[]) => RenderingContext | null).apply(this, given);
    } as never);
    host = document.createElement("main");
    host.style.cssText = "width:320px;height:240px";
    document.body.append(host);
    const made = incidentMap(host, { store: manyRows(), locale: "en", detail: "110m" });
    map = made;
    made.on("draw", ({ shown }) => order.push(`draw ${shown}`));
    await eventually(() => expect(order).toContain("webgl"));
    expect(order[0]).toBe(`draw ${ROWS}`);
  });

  it("lists the rows without a place when the tray is opened, and writes an SVG of numbers only", async () => {
    const made = await manyMap(manyRows());
    const tray = made.element.querySelector(".ww-map-tray") as HTMLElement;
    expect(tray.querySelectorAll("li")).toHaveLength(0);
    (tray.querySelector("button") as HTMLButtonElement).click();
    expect(tray.querySelectorAll(".ww-map-row").length).toBe(100);
    const svg = new DOMParser().parseFromString(made.toSVG(), "image/svg+xml");
    expect(svg.querySelector("parsererror")).toBeNull();
    const values = [...svg.querySelectorAll("*")].flatMap((node) => [...node.attributes].map(({ value }) => value));
    expect(values.filter((value) => /NaN|Infinity|undefined/.test(value))).toEqual([]);
  });

  it("is walked from bubble to bubble by arrows, and a selected row is found in its bubble", async () => {
    const store = manyRows();
    const made = await manyMap(store);
    const hands = made.element.querySelector(".ww-map-hands") as HTMLElement;
    store.select("1");
    hands.focus();
    const heard = ["ArrowRight", "ArrowRight", "ArrowLeft"].map((key) => {
      hands.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      return made.state.currentId;
    });
    expect(heard.every((id) => id !== null && store.rowOf(id) >= 0)).toBe(true);
    expect(heard[0]).not.toBe("1");
    expect(heard[1]).not.toBe(heard[0]);
  });
});
