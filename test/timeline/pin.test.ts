import type { Incident } from "@whenwhere/model";
import { createStore } from "@whenwhere/store";
import type { Primitive, TimelineScene } from "@whenwhere/timeline";
import { expect, test } from "vitest";
import { record, sceneOfStore } from "./fixtures.ts";

/** A scene of one record that is selected. */
function selected(when: Incident["when"], more: Partial<Incident> = {}): TimelineScene {
  const store = createStore([record("a", when, more)]);
  store.select("a");
  return sceneOfStore(store, { overview: null });
}

const layer = (scene: TimelineScene, name: string): readonly Primitive[] =>
  scene.layers.filter((one) => one.name === name).flatMap((one) => one.items);

const triangles = (scene: TimelineScene): number[] =>
  layer(scene, "axis").flatMap((item) => (item.t === "path" && item.closed ? [item.points[2]?.[0] as number] : []));

const spans = (scene: TimelineScene) =>
  layer(scene, "axis").flatMap((item) => (item.t === "rect" && item.fill === "ink" ? [item] : []));

const drops = (scene: TimelineScene): number[] =>
  layer(scene, "front").flatMap((item) =>
    item.t === "path" && item.dash.join() === "1,2" ? [item.points[0]?.[0] as number] : [],
  );

const words = (scene: TimelineScene): string[] =>
  layer(scene, "axis").flatMap((item) => (item.t === "text" ? [item.text] : []));

test("a selected day has one triangle at its middle, with its number", () => {
  const scene = selected({ edtf: "2022-02-02" });
  const [mark] = scene.marks;
  const middle = (mark?.xPx ?? 0) + (mark?.widthPx ?? 0) / 2;
  expect(triangles(scene)).toEqual([middle]);
  expect(drops(scene)).toEqual([middle]);
  expect(spans(scene)).toEqual([]);
  expect(words(scene)).toContain("2");
});

test("a wide doubt singles out no date on the axis: all of it is underlined, and lines fall from its two caps", () => {
  const scene = selected({ edtf: "2022-01" });
  const [bar] = scene.marks[0]?.bars ?? [];
  const [startPx, widthPx] = [bar?.xPx ?? 0, bar?.widthPx ?? 0];
  expect(triangles(scene)).toEqual([]);
  expect(spans(scene)).toMatchObject([{ x: startPx, w: widthPx, fadeLeft: 0, fadeRight: 0 }]);
  expect(drops(scene)).toEqual([startPx, startPx + widthPx]);
});

test("an edge that is no cap is no edge on the axis either: it fades there as it does above, and no line falls from it", () => {
  const scene = selected({ edtf: "2022-01-10~/2022-02-04" });
  const [bar] = scene.marks[0]?.bars ?? [];
  expect(bar?.startFadePx).toBeGreaterThan(0);
  expect(spans(scene)).toMatchObject([{ fadeLeft: bar?.startFadePx, fadeRight: 0 }]);
  expect(drops(scene)).toEqual([(bar?.xPx ?? 0) + (bar?.widthPx ?? 0)]);
});

test("days of which one is right have a span each, and nothing stands between them", () => {
  const scene = selected({ edtf: "[2022-01-10,2022-01-20]" });
  expect(triangles(scene)).toEqual([]);
  expect(spans(scene).map(({ x }) => x)).toEqual(scene.marks[0]?.bars.map(({ xPx }) => xPx));
  expect(spans(scene)).toHaveLength(2);
});

test("words in a bar stand clear of the line under it, however close the rows", () => {
  const rows = Array.from({ length: 16 }, (_, i) => record(`r${i}`, { edtf: "2022-01-05/2022-02-20" }));
  const store = createStore(rows);
  const clear = [500, 330, 290, 270, 250].flatMap((heightPx) => {
    const scene = sceneOfStore(store, { overview: null, heightPx });
    const baselines = layer(scene, "labels").flatMap((item) => (item.t === "text" ? [item.y] : []));
    const inside = scene.marks.filter(({ label }) => label?.place === "inside");
    return inside.map(({ bars: [bar] }) => {
      const line = (bar?.yPx ?? 0) + (bar?.heightPx ?? 0) - 2;
      return line - Math.max(...baselines.filter((y) => y > (bar?.yPx ?? 0) && y < line + 2));
    });
  });
  expect(clear.length).toBeGreaterThan(40);
  expect(Math.min(...clear)).toBeGreaterThan(0.5);
});

test("a day of a choice that is out of view has neither span nor line on the axis", () => {
  const store = createStore([record("a", { edtf: "[2022-01-10,2022-01-20]" })]);
  store.select("a");
  const view = { startMs: Date.UTC(2022, 0, 1), endMs: Date.UTC(2022, 0, 15) };
  const scene = sceneOfStore(store, { overview: null, view });
  const [bar] = scene.marks[0]?.bars ?? [];
  expect(spans(scene).map(({ x }) => x)).toEqual([bar?.xPx]);
  expect(drops(scene)).toEqual([bar?.xPx, (bar?.xPx ?? 0) + (bar?.widthPx ?? 0)]);
});
