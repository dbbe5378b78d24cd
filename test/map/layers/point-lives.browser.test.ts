import { finishSteps } from "@whenwhere/model";
import { createStore } from "@whenwhere/store";
import { categoryStyles, readTheme } from "@whenwhere/view";
import * as maplibre from "maplibre-gl";
import { afterEach, expect, it, vi } from "vitest";
import type { PointPicture } from "../../../packages/map/src/layers/point-drawer.ts";
import { createPointPainter } from "../../../packages/map/src/layers/point-layer.ts";
import { pointQuestion, sortClauses } from "../../../packages/map/src/scene/points/point-question.ts";
import { pointRowSteps } from "../../../packages/map/src/scene/points/point-rows.ts";
import { ensureWorkerUrl } from "../../../packages/map/src/worker/worker-url.ts";

const LIVES = 20;
const DAY_MS = 86_400_000;

/** What a context lends, by the names of its calls. */
const LENT = ["Buffer", "VertexArray", "Texture", "Program", "Shader", "Framebuffer", "Renderbuffer"] as const;

const host = document.createElement("div");
let map: maplibre.Map | null = null;

afterEach(() => {
  vi.restoreAllMocks();
  map?.remove();
  map = null;
  host.remove();
});

async function makeMap(): Promise<maplibre.Map> {
  await ensureWorkerUrl(maplibre);
  host.style.cssText = "width:160px;height:120px";
  document.body.append(host);
  const style = { version: 8 as const, sources: {}, layers: [] };
  const made = new maplibre.Map({ container: host, style, interactive: false, attributionControl: false });
  map = made;
  await new Promise((resolve) => made.once("load", resolve));
  return made;
}

/** Objects that were made and not deleted since. */
function lent(): () => Record<string, number> {
  const counts: Record<string, number> = {};
  const prototype = WebGL2RenderingContext.prototype as unknown as Record<string, (...given: unknown[]) => unknown>;
  for (const kind of LENT) {
    counts[kind] = 0;
    for (const [call, step] of [
      [`create${kind}`, 1],
      [`delete${kind}`, -1],
    ] as const) {
      const original = prototype[call] as (...given: unknown[]) => unknown;
      vi.spyOn(prototype, call).mockImplementation(function (this: unknown, ...given: unknown[]) {
        counts[kind] = (counts[kind] as number) + step;
        return original.apply(this, given);
      });
    }
  }
  return () => ({ ...counts });
}

/** Listeners on an element that are not removed yet. */
function listenersOf(element: Element): () => number {
  let count = 0;
  const { addEventListener, removeEventListener } = element;
  element.addEventListener = (...given: Parameters<typeof addEventListener>) => {
    count++;
    addEventListener.apply(element, given);
  };
  element.removeEventListener = (...given: Parameters<typeof removeEventListener>) => {
    count--;
    removeEventListener.apply(element, given);
  };
  return () => count;
}

function picture(): PointPicture {
  const of = (value: (row: number) => number) => Float64Array.from({ length: 500 }, (_, row) => value(row));
  const store = createStore({
    columns: { startMs: of((row) => row * DAY_MS), lon: of((row) => row % 120), lat: of((row) => row % 60) },
  });
  store.set({ source: "time", kind: "window", startMs: 0, endMs: 300 * DAY_MS });
  const points = finishSteps(pointRowSteps(store));
  const sorted = sortClauses(store.state.clauses, null, { except: "map", categories: store.categories });
  return {
    points,
    question: pointQuestion(sorted, points.clock, 2),
    // One byte a point, in a buffer of its own.
    under: { states: new Uint8Array(points.columns.length).fill(2) },
    theme: readTheme(document.body),
    styles: categoryStyles(store.categories),
  };
}

it(`gives back every buffer, texture, program and listener in ${LIVES} lives on one context`, async () => {
  const made = await makeMap();
  const drawn = picture();
  const [objects, listeners] = [lent(), listenersOf(made.getContainer())];
  const [begun, ended] = [vi.spyOn(made, "on"), vi.spyOn(made, "off")];
  let most = 0;
  for (let life = 0; life < LIVES; life++) {
    const faults: string[] = [];
    const painter = createPointPainter(made, (reason) => faults.push(reason));
    // The style is there already, which a painter learns from its event alone.
    made.fire("style.load");
    await new Promise<void>((resolve) => {
      if (painter.prepare(drawn.points, resolve)) resolve();
    });
    // The ground of the first is kept for the second.
    painter.show({ ...drawn, styles: [...drawn.styles] });
    painter.show(drawn);
    most = Math.max(most, objects().Buffer as number);
    painter.destroy();
    made.removeLayer("ww-points");
    expect(faults).toEqual([]);
  }
  // The points and their standings were there, and are not any more.
  expect(most).toBe(2);
  expect(objects()).toEqual(Object.fromEntries(LENT.map((kind) => [kind, 0])));
  expect(listeners()).toBe(0);
  expect(ended.mock.calls).toEqual(begun.mock.calls);
});
