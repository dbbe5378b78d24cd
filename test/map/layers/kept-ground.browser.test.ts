import { finishSteps } from "@whenwhere/model";
import { createStore } from "@whenwhere/store";
import { categoryStyles, readTheme } from "@whenwhere/view";
import * as maplibre from "maplibre-gl";
import { afterEach, describe, expect, it } from "vitest";
import type { PointPicture } from "../../../packages/map/src/layers/point-drawer.ts";
import { createPointPainter, type PointPainter } from "../../../packages/map/src/layers/point-layer.ts";
import { pointQuestion, sortClauses } from "../../../packages/map/src/scene/points/point-question.ts";
import { pointRowSteps } from "../../../packages/map/src/scene/points/point-rows.ts";
import { ensureWorkerUrl } from "../../../packages/map/src/worker/worker-url.ts";
import { seeded } from "../../seeded.mjs";

const DAY_MS = 86_400_000;
const STEPS = 24;
const LAND = {
  type: "Polygon",
  coordinates: [
    [
      [-60, -40],
      [70, -50],
      [50, 60],
      [-80, 50],
      [-60, -40],
    ],
  ],
} as const;

const host = document.createElement("div");
let map: maplibre.Map | null = null;
let painter: PointPainter | null = null;

afterEach(() => {
  painter?.destroy();
  map?.remove();
  map = painter = null;
  host.remove();
});

async function makeMap(projection: "mercator" | "globe"): Promise<maplibre.Map> {
  await ensureWorkerUrl(maplibre);
  host.style.cssText = "width:160px;height:120px";
  document.body.append(host);
  const made = new maplibre.Map({
    container: host,
    style: {
      version: 8,
      projection: { type: projection },
      sources: { land: { type: "geojson", data: LAND as never } },
      layers: [
        { id: "sea", type: "background", paint: { "background-color": "#cde" } },
        { id: "land", type: "fill", source: "land", paint: { "fill-color": "#fed", "fill-outline-color": "#333" } },
      ],
    },
    zoom: 1,
    interactive: false,
    attributionControl: false,
    trackResize: false,
    canvasContextAttributes: { antialias: false },
  });
  map = made;
  await new Promise((resolve) => made.once("idle", resolve));
  return made;
}

/** Pictures of the same points, one for each window. */
function pictures(): (startDay: number) => PointPicture {
  const of = (value: (row: number) => number) => Float64Array.from({ length: 500 }, (_, row) => value(row));
  const store = createStore({
    columns: {
      startMs: of((row) => row * DAY_MS),
      lon: of((row) => ((row * 37) % 120) - 60),
      lat: of((row) => ((row * 23) % 61) - 30),
    },
  });
  const points = finishSteps(pointRowSteps(store));
  const look = { theme: readTheme(document.body), styles: categoryStyles(store.categories) };
  return (startDay) => {
    store.set({ source: "time", kind: "window", startMs: startDay * DAY_MS, endMs: (startDay + 60) * DAY_MS });
    const sorted = sortClauses(store.state.clauses, null, { except: "map", categories: store.categories });
    return { points, question: pointQuestion(sorted, points.clock, 1), under: null, ...look };
  };
}

async function makePainter(made: maplibre.Map, { points }: PointPicture): Promise<PointPainter> {
  const faults: string[] = [];
  const own = createPointPainter(made, (reason) => faults.push(reason));
  painter = own;
  // The style is there already, which a painter learns from its event alone.
  made.fire("style.load");
  await new Promise<void>((resolve) => {
    if (own.prepare(points, resolve)) resolve();
  });
  await new Promise((resolve) => made.once("idle", resolve));
  expect(faults).toEqual([]);
  return own;
}

/** Shows a picture when the one before it was before the reader's eyes: a browser empties the drawing buffer then. */
async function show(own: PointPainter, picture: PointPicture | null): Promise<void> {
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  own.show(picture);
}

/** What the drawing buffer holds, which it does within the task that drew it. */
function pixelsOf(made: maplibre.Map): Uint8Array {
  const gl = made.getCanvas().getContext("webgl2") as WebGL2RenderingContext;
  const bytes = new Uint8Array(gl.drawingBufferWidth * gl.drawingBufferHeight * 4);
  gl.readPixels(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight, gl.RGBA, gl.UNSIGNED_BYTE, bytes);
  return bytes;
}

function differing(one: Uint8Array, other: Uint8Array): number {
  expect(one.length).toBe(other.length);
  return one.reduce((sum, value, i) => sum + (value === other[i] ? 0 : 1), 0);
}

describe.each(["mercator", "globe"] as const)("points over a ground that is kept: %s", (projection) => {
  it("let MapLibre draw once while the camera stands, and every picture is the one that it would have drawn", async () => {
    const made = await makeMap(projection);
    const pictureOf = pictures();
    const own = await makePainter(made, pictureOf(0));
    const random = seeded(7);
    const below = (limit: number) => Math.floor(random() * limit);
    let renders = 0;
    made.on("render", () => renders++);
    const moves = [
      () => made.jumpTo({ center: [below(60) - 30, below(40) - 20], zoom: 1 + random() }),
      () => {
        host.style.width = `${140 + below(40)}px`;
        made.resize();
      },
    ];
    let last: Uint8Array = new Uint8Array();
    for (let i = 0; i < STEPS; i++) {
      const day = below(400);
      // Its tiles are there, and nothing of its own is left to be drawn.
      made.triggerRepaint();
      await new Promise((resolve) => made.once("idle", resolve));
      await show(own, pictureOf(day));
      renders = 0;
      await show(own, pictureOf(day + 7));
      expect(renders).toBe(0);
      if (i % 3 === 0) {
        (moves[i % moves.length] as () => void)();
        own.show(pictureOf(day + 20));
        expect(renders).toBe(1);
      }
      const drawn = pixelsOf(made);
      made.redraw();
      expect(differing(drawn, pixelsOf(made))).toBe(0);
      if (i > 0 && drawn.length === last.length) expect(differing(drawn, last)).toBeGreaterThan(0);
      last = drawn;
    }
  });

  it("stand over what MapLibre has drawn since, with and without points", async () => {
    const made = await makeMap(projection);
    const pictureOf = pictures();
    const own = await makePainter(made, pictureOf(0));
    await show(own, pictureOf(10));
    await show(own, pictureOf(20));
    for (const [color, between] of [
      ["#800", pictureOf(30)],
      ["#080", null],
    ] as const) {
      await show(own, between);
      made.setPaintProperty("land", "fill-color", color, { validate: false });
      await new Promise((resolve) => made.once("idle", resolve));
      await show(own, pictureOf(40));
      const drawn = pixelsOf(made);
      made.redraw();
      expect(differing(drawn, pixelsOf(made))).toBe(0);
    }
  });
});
