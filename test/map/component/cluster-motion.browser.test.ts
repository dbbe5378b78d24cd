import { type IncidentMapHandle, incidentMap, type MapCounts } from "@whenwhere/map";
import { createStore, type Store } from "@whenwhere/store";
import { afterEach, describe, expect, it, vi } from "vitest";

const ROWS = 300;
const DAY_MS = 86_400_000;
/** Zooms on both sides of a change of groups. */
const [FAR, NEAR] = [3.9, 4.1];

interface Made {
  readonly store: Store;
  readonly map: IncidentMapHandle;
  readonly seen: readonly MapCounts[];
  /** The records as they are on the screen. */
  readonly pixels: () => number;
  remove(): void;
}

let made: Made | null = null;
afterEach(() => {
  made?.remove();
  made = null;
  vi.restoreAllMocks();
});

/** Bubbles around some towns, each of which comes apart at the next zoom. */
async function mount(projection: "flat" | "mercator" = "flat"): Promise<Made> {
  const of = (value: (row: number) => number) => Float64Array.from({ length: ROWS }, (_, row) => value(row));
  const store = createStore({
    columns: {
      startMs: of((row) => row * DAY_MS),
      endMs: of((row) => (row + 1) * DAY_MS),
      lon: of((row) => ((row % 5) - 2) * 12 + Math.sin(row * 12.9) * 3),
      lat: of((row) => ((row % 3) - 1) * 12 + Math.sin(row * 78.2) * 3),
    },
  });
  const host = document.createElement("main");
  host.style.cssText = "width:480px;height:360px";
  // Names of the ground keep off the scale, which grows and shrinks with the zoom.
  const plain = document.createElement("style");
  plain.textContent = ".ww-map-scale{display:none!important}";
  host.append(plain);
  document.body.append(host);
  const map = incidentMap(host, { store, locale: "en", projection, camera: { lon: 0, lat: 0, zoom: FAR } });
  const seen: MapCounts[] = [];
  map.on("draw", (counts) => seen.push(counts));
  const canvas = map.element.querySelector(".ww-map-records") as HTMLCanvasElement;
  const remove = () => {
    map.destroy();
    host.remove();
    store.destroy();
  };
  made = { store, map, seen, pixels: () => hashOf(canvas), remove };
  await new Promise<void>((resolve) => void map.on("ready", () => resolve()));
  await rest(made);
  return made;
}

/** One number for all pixels. */
function hashOf(canvas: HTMLCanvasElement): number {
  const context = canvas.getContext("2d") as CanvasRenderingContext2D;
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  return new Uint32Array(data.buffer).reduce((hash, pixel) => (Math.imul(hash, 31) + pixel) | 0, 7);
}

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Nothing has been drawn for so many frames that nothing is under way. */
async function rest({ seen }: Made): Promise<void> {
  for (let quiet = 0, before = seen.length; quiet < 20; quiet++) {
    await frame();
    if (seen.length === before) continue;
    before = seen.length;
    quiet = 0;
  }
}

/** The first picture after a change, and that in which it ends, with the counts of all between. */
async function pictures(one: Made, change: () => void) {
  const from = one.seen.length;
  const first = new Promise<number>((resolve) => {
    const undo = one.map.on("draw", () => {
      undo();
      resolve(one.pixels());
    });
  });
  change();
  const begins = await first;
  await rest(one);
  return { begins, ends: one.pixels(), counts: one.seen.slice(from) };
}

const look = (map: IncidentMapHandle, zoom: number, lon = 0) => map.update({ camera: { lon, lat: 0, zoom } });
const isWhole = ({ drawn, clustered, unplaced, shown }: MapCounts) => drawn + clustered + unplaced === shown;

describe("bubbles on a map", () => {
  it.each(["flat", "mercator"] as const)(
    "come apart and together where a zoom changes their groups, whole in every picture, on the %s ground",
    async (projection) => {
      const one = await mount(projection);
      for (const zoom of [NEAR, FAR]) {
        const { begins, ends, counts } = await pictures(one, () => look(one.map, zoom));
        expect(begins).not.toBe(ends);
        expect(counts.length).toBeGreaterThan(1);
        expect(counts.every(isWhole)).toBe(true);
        expect(counts.every(({ shown }) => shown === ROWS)).toBe(true);
      }
    },
  );

  it("stand at once where a window moves, and where the map is moved or zoomed within its groups", async () => {
    const one = await mount();
    const window = (startMs: number) => () =>
      one.store.set({ source: "timeline", kind: "window", startMs, endMs: startMs + 100 * DAY_MS });
    const moves = [
      window(0),
      window(30 * DAY_MS),
      () => one.store.clear(),
      () => look(one.map, FAR, 1),
      () => look(one.map, 3.7),
    ];
    for (const change of moves) {
      const { begins, ends, counts } = await pictures(one, change);
      expect(begins).toBe(ends);
      expect(counts.every(isWhole)).toBe(true);
    }
  });

  it("stand at once for a reader who asks for less motion", async () => {
    const real = globalThis.matchMedia.bind(globalThis);
    vi.spyOn(globalThis, "matchMedia").mockImplementation((query) =>
      query.includes("prefers-reduced-motion")
        ? ({ matches: true, addEventListener() {}, removeEventListener() {} } as unknown as MediaQueryList)
        : real(query),
    );
    const one = await mount();
    const { begins, ends } = await pictures(one, () => look(one.map, NEAR));
    expect(begins).toBe(ends);
  });

  it("are where they belong in a picture that is taken while they move", async () => {
    const one = await mount();
    const under = new Promise<string>((resolve) => {
      const undo = one.map.on("draw", () => {
        undo();
        resolve(one.map.toSVG());
      });
    });
    look(one.map, NEAR);
    const taken = await under;
    await rest(one);
    expect(taken).toBe(one.map.toSVG());
  });
});
