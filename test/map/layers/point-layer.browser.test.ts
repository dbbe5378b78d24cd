import { type IncidentMapHandle, type IncidentMapOptions, incidentMap } from "@whenwhere/map";
import { createStore, HIDDEN, type Store } from "@whenwhere/store";
import { afterEach, describe, expect, it, vi } from "vitest";
import { eventually } from "../../eventually.ts";
import { holdGrace, loseContext } from "../context-loss.ts";

const DAY_MS = 86_400_000;
const CAMERA = { lon: 50, lat: 20, zoom: 4 } as const;
const SIZE = { widthPx: 480, heightPx: 360 };
/** So many that their places are counted by an index. */
const COUNTED_ROWS = 21_000;
const JANUARY = { source: "time", kind: "window", startMs: Date.UTC(2022, 0, 1), endMs: Date.UTC(2022, 1, 1) } as const;
const ATTACK = [213, 94, 0] as const;
const STRIKE = [0, 114, 178] as const;
/** 28 % of the hue on white. */
const POSSIBLE_ATTACK = [243, 210, 184] as const;

const record = (id: string, lon: number, more: object = {}) => ({
  ...{ id, title: id, category: "attack", when: { edtf: "2022-01-05" } },
  where: { name: id, lon, lat: 20, precision: "exact" },
  ...more,
});

const FEW = [
  record("certain", 48),
  record("possible", 50, { when: { edtf: "2022" } }),
  record("strike", 52, { category: "strike" }),
  record("planned", 46, { status: "planned" }),
  record("over", 54, { when: { edtf: "2021-01-05" } }),
  record("area", 50, { where: { name: "Shabwah", precision: "province", country: "YE", admin1: "Shabwah" } }),
  { id: "nowhere", title: "nowhere", category: "attack", when: { edtf: "2022-01-05" } },
];

/** Rows over forty towns, each an hour after the one before; one in seven lasts a month. */
function manyRows(length: number): Store {
  const of = (value: (row: number) => number) => Float64Array.from({ length }, (_, row) => value(row));
  return createStore({
    columns: {
      startMs: of((row) => row * 3_600_000),
      endMs: of((row) => row * 3_600_000 + (row % 7 === 0 ? 30 * DAY_MS : 3_600_000)),
      lon: of((row) => 40 + ((row * 7) % 40) * 0.5 + (row % 11) * 0.01),
      lat: of((row) => 12 + ((row * 3) % 40) * 0.4 + (row % 13) * 0.01),
      category: { codes: Uint8Array.from({ length }, (_, row) => row % 3), values: ["attack", "strike", "arrest"] },
    },
  });
}

let host: HTMLElement | null = null;
let map: IncidentMapHandle | null = null;

async function show(
  store: Store,
  options: Partial<IncidentMapOptions> = {},
  { widthPx, heightPx } = SIZE,
): Promise<IncidentMapHandle> {
  host = document.createElement("main");
  host.style.cssText = `width:${widthPx}px;height:${heightPx}px`;
  document.body.append(host);
  const made = incidentMap(host, {
    store,
    locale: "en",
    theme: "light",
    header: "none",
    camera: CAMERA,
    points: "all",
    // The ground is not what is looked at here.
    detail: "110m",
    ...options,
  });
  map = made;
  await new Promise<void>((resolve) => void made.on("ready", () => resolve()));
  if (options.projection !== "flat") await eventually(() => expect(made.state.counts.points).toBeDefined());
  return made;
}

afterEach(() => {
  map?.destroy();
  host?.remove();
  map = null;
  host = null;
  vi.restoreAllMocks();
});

/** How often uniforms of these names were written since the last asking, those that were. */
function countUniforms(names: readonly string[]): () => Record<string, number> {
  const named = new Map<unknown, string>();
  let counts: Record<string, number> = {};
  const prototype = WebGL2RenderingContext.prototype as unknown as Record<string, (...given: unknown[]) => unknown>;
  const spy = (call: string, seen: (given: readonly unknown[], result: unknown) => void) => {
    const original = prototype[call] as (...given: unknown[]) => unknown;
    vi.spyOn(prototype, call).mockImplementation(function (this: unknown, ...given: unknown[]) {
      const result = original.apply(this, given);
      seen(given, result);
      return result;
    });
  };
  spy("getUniformLocation", ([, name], location) => {
    if (location !== null && names.includes(name as string)) named.set(location, name as string);
  });
  for (const call of ["uniform3f", "uniform4fv", "uniform4ui"]) {
    spy(call, ([location]) => {
      const name = named.get(location);
      if (name !== undefined) counts[name] = (counts[name] ?? 0) + 1;
    });
  }
  return () => {
    const past = counts;
    counts = {};
    return past;
  };
}

type Color = readonly [number, number, number];

async function pictureOf(made: IncidentMapHandle): Promise<ImageData> {
  const bitmap = await createImageBitmap(await made.toPNG({ scale: 1 }));
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext("2d") as OffscreenCanvasRenderingContext2D;
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, bitmap.width, bitmap.height);
}

/** The colour at a place on the parallel of the camera, `dx` pixels beside it. */
function colorAt({ data, width, height }: ImageData, lon: number, dx = 0): Color {
  const x = Math.round(width / 2 + ((lon - CAMERA.lon) / 360) * 512 * 2 ** CAMERA.zoom + dx - 0.5);
  const at = (Math.floor(height / 2) * width + x) * 4;
  return [data[at], data[at + 1], data[at + 2]] as unknown as Color;
}

const far = (a: Color, b: Color) => Math.max(...a.map((value, i) => Math.abs(value - (b[i] as number))));

describe("the layer of points", () => {
  it("fills what is certain, leaves what is only possible pale, and draws neither what is over nor what is switched off", async () => {
    const store = createStore(FEW as never);
    const made = await show(store);
    store.set(JANUARY);
    const picture = await pictureOf(made);
    expect(far(colorAt(picture, 48), ATTACK)).toBeLessThan(12);
    expect(far(colorAt(picture, 50), POSSIBLE_ATTACK)).toBeLessThan(12);
    expect(far(colorAt(picture, 52), STRIKE)).toBeLessThan(12);
    expect(far(colorAt(picture, 46), [255, 255, 255])).toBeLessThan(8);
    const ground = colorAt(picture, 54);
    expect(far(ground, ATTACK)).toBeGreaterThan(100);
    store.set({ source: "c", kind: "values", field: "category", values: ["strike"] });
    const switched = await pictureOf(made);
    expect(far(colorAt(switched, 48), ATTACK)).toBeGreaterThan(100);
    expect(far(colorAt(switched, 52), STRIKE)).toBeLessThan(12);
  });

  it("writes the window alone while camera and theme stand, and each of them when it is another", async () => {
    const moved = { theme: "dark", camera: { ...CAMERA, lon: CAMERA.lon + 1 } } as const;
    const store = createStore(FEW as never);
    store.set(JANUARY);
    const fresh = await show(store, moved);
    const wanted = await pictureOf(fresh);
    fresh.destroy();
    host?.remove();
    const written = countUniforms(["u_window", "u_anchor", "u_casing"]);
    store.set({ ...JANUARY, endMs: JANUARY.endMs + DAY_MS });
    const wrote = (...names: string[]) =>
      eventually(() => expect(Object.keys(written()).sort()).toEqual(names.map((name) => `u_${name}`)));
    const made = await show(store);
    await wrote("anchor", "casing", "window");
    store.set(JANUARY);
    await wrote("window");
    made.update({ theme: moved.theme });
    await wrote("casing", "window");
    made.update({ camera: moved.camera });
    await wrote("anchor", "window");
    const points = (picture: ImageData) =>
      [48, 50, 52].flatMap((lon) => [-5, 0, 5].map((dx) => colorAt(picture, lon - 1, dx)));
    // The ground takes a while from one theme to the next.
    await eventually(async () => expect(points(await pictureOf(made))).toEqual(points(wanted)));
  });

  it("counts each record once: points, areas and what is not on the map are all that is shown", async () => {
    const store = createStore(FEW as never);
    const made = await show(store);
    const { shown, drawn, clustered, unplaced, points } = made.state.counts;
    expect({ shown, drawn, clustered, unplaced, points }).toEqual({
      shown: 7,
      drawn: 6,
      clustered: 0,
      unplaced: 1,
      points: 5,
    });
  });

  it("says on the map that a record is missing from its picture", async () => {
    const store = createStore(FEW as never);
    const asked = new Proxy(store, {
      get(target, name) {
        const value = Reflect.get(target, name, target);
        if (name !== "count") return typeof value === "function" ? value.bind(target) : value;
        return (except?: string) => ({ ...target.count(except), shown: target.count(except).shown + 1 });
      },
    });
    const made = await show(asked, { projection: "flat" });
    const says = () => made.element.querySelector(".ww-map-says")?.textContent;
    await eventually(() => {
      // Points are counted by themselves a little later; each picture after that can tell.
      store.hover(store.state.hoveredId === null ? "strike" : null);
      expect(says()).toContain("This picture is not whole: it holds 7 of 8 records.");
    });
  });

  it("gives a clause that is no uniform to the rows, once", async () => {
    const store = createStore(FEW as never);
    const made = await show(store);
    store.set({ source: "box", kind: "bbox", west: 51, south: 0, east: 60, north: 40 });
    const picture = await pictureOf(made);
    expect(far(colorAt(picture, 48), ATTACK)).toBeGreaterThan(100);
    expect(far(colorAt(picture, 52), STRIKE)).toBeLessThan(12);
  });

  it("leaves the canvas above it as it is while only the window moves", async () => {
    const store = manyRows(COUNTED_ROWS);
    const made = await show(store);
    const cleared = vi.spyOn(CanvasRenderingContext2D.prototype, "clearRect");
    const step = async (day: number) => {
      const next = new Promise<void>((resolve) => {
        const undo = made.on("draw", () => {
          undo();
          resolve();
        });
      });
      store.set({ source: "time", kind: "window", startMs: day * DAY_MS, endMs: (day + 100) * DAY_MS });
      await next;
    };
    for (let day = 0; day < 400; day += 40) await step(day);
    expect(cleared.mock.calls).toEqual([]);
    // What is selected is drawn above all points.
    store.select(store.id(24 * 400));
    await step(390);
    expect(cleared.mock.calls.length).toBeGreaterThan(0);
  });

  it("writes no buffer while a window moves over very many rows, whose counts stay those of the store", async () => {
    const store = manyRows(COUNTED_ROWS);
    const made = await show(store);
    const written: number[] = [];
    for (const name of ["bufferData", "bufferSubData"] as const) {
      const original = WebGL2RenderingContext.prototype[name] as (...given: unknown[]) => void;
      vi.spyOn(WebGL2RenderingContext.prototype, name).mockImplementation(function (
        this: WebGL2RenderingContext,
        ...given: unknown[]
      ) {
        if (given[0] === this.ARRAY_BUFFER) written.push(1);
        original.apply(this, given);
      } as never);
    }
    for (let step = 0; step < 12; step++) {
      const startMs = step * 40 * DAY_MS;
      store.set({ source: "time", kind: "window", startMs, endMs: startMs + 100 * DAY_MS });
      await new Promise<void>((resolve) => {
        const undo = made.on("draw", () => {
          undo();
          resolve();
        });
      });
      const passing = store.passing();
      let shown = 0;
      for (let row = 0; row < store.columns.length; row++) if (passing[row] !== HIDDEN) shown++;
      const { counts } = made.state;
      expect([counts.shown, counts.drawn + counts.clustered + counts.unplaced, counts.points]).toEqual([
        shown,
        shown,
        shown,
      ]);
    }
    expect(written).toEqual([]);
  });

  it("finds the point under the pointer by its index, with all that stand on the same spot", async () => {
    const store = manyRows(COUNTED_ROWS);
    const made = await show(store);
    const row = 4001;
    const world = 512 * 2 ** CAMERA.zoom;
    const y = (lat: number) => (0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI)) * world;
    const hands = made.element.querySelector(".ww-map-hands") as HTMLElement;
    const { left, top, width, height } = hands.getBoundingClientRect();
    const clientX = left + width / 2 + ((store.columns.lon.at(row) - CAMERA.lon) / 360) * world;
    const clientY = top + height / 2 + y(store.columns.lat.at(row)) - y(CAMERA.lat);
    hands.dispatchEvent(new PointerEvent("pointermove", { clientX, clientY, bubbles: true, pointerType: "mouse" }));
    const found = await eventually(() => {
      expect(store.state.hoveredId).not.toBeNull();
      return store.rowOf(store.state.hoveredId as string);
    });
    expect(store.columns.lon.at(found)).toBe(store.columns.lon.at(row));
    expect(store.columns.lat.at(found)).toBe(store.columns.lat.at(row));
  });

  it("has the same picture after its context was lost and came back twenty times", async () => {
    const store = createStore(FEW as never);
    const made = await show(store);
    store.set(JANUARY);
    const before = await pictureOf(made);
    holdGrace();
    for (let i = 0; i < 20; i++) await (await loseContext(made.element))();
    await eventually(async () => {
      const { data } = await pictureOf(made);
      const differing = data.reduce(
        (sum, value, i) => sum + (Math.abs(value - (before.data[i] as number)) > 8 ? 1 : 0),
        0,
      );
      expect(differing / data.length).toBeLessThan(0.002);
    });
    expect(made.state).toMatchObject({ ground: "webgl", notice: null });
  });

  it("hides what is behind a globe", async () => {
    const store = createStore([record("front", 50), record("back", -130)] as never);
    // Where a processor plays the graphics card, each picture of a globe takes as long as it is large.
    const size = { widthPx: 160, heightPx: 120 };
    const made = await show(store, { projection: "globe", camera: { lon: 50, lat: 20, zoom: 1 } }, size);
    expect(far(colorAt(await pictureOf(made), 50), ATTACK)).toBeLessThan(12);
    made.update({ camera: { lon: -130, lat: -20, zoom: 1 } });
    await eventually(async () => expect(far(colorAt(await pictureOf(made), 50), ATTACK)).toBeGreaterThan(60));
    expect(made.state.counts.points).toBe(2);
  });

  it("gives everything back after many lives", async () => {
    for (let i = 0; i < 10; i++) {
      const made = await show(createStore(FEW as never), { projection: i % 5 === 0 ? "mercator" : "flat" });
      made.destroy();
      host?.remove();
    }
    expect(document.querySelectorAll("canvas")).toHaveLength(0);
  });
});

describe("points without WebGL", () => {
  it("are marks of the canvas while they are few", async () => {
    const made = await show(createStore(FEW as never), { projection: "flat" });
    expect(made.state.counts).toMatchObject({ shown: 7, points: 5, clustered: 0 });
    expect(made.toSVG().match(/#d55e00/g)?.length).toBeGreaterThan(2);
  });

  it("are bubbles when they are too many, and the map says so", async () => {
    const made = await show(manyRows(6_000), { projection: "flat" });
    await eventually(() => {
      const says = made.element.querySelector(".ww-map-says") as HTMLElement;
      expect(says.hidden).toBe(false);
      expect(says.textContent).toContain("5,000");
    });
    const { shown, drawn, clustered, unplaced, points } = made.state.counts;
    expect(points).toBeUndefined();
    expect(drawn + clustered + unplaced).toBe(shown);
    expect(clustered).toBeGreaterThan(0);
  });
});
