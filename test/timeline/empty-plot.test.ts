import { createStore } from "@whenwhere/store";
import { laneTable, loadUprightScene, type TimelineScene } from "@whenwhere/timeline";
import { arabic, createWords, fixedTextMetrics, timelineTexts } from "@whenwhere/view/pure";
import { expect, test } from "vitest";
import { record, sceneOfStore, WINTER } from "./fixtures.ts";

const RECORDS = [record("a", { edtf: "2022-01-04" }), record("b", { edtf: "2022-02" }, { category: "strike" })];

function filtered(): ReturnType<typeof createStore> {
  const store = createStore(RECORDS);
  store.set({ source: "search", kind: "text", text: "no such word" });
  return store;
}

function said({ layers }: TimelineScene): string[] {
  return layers.flatMap(({ items }) => items.flatMap((item) => (item.t === "text" ? item.text : [])));
}

function textAt({ layers }: TimelineScene, text: string): { readonly x: number; readonly y: number } {
  const found = layers.flatMap(({ items }) => items).find((item) => item.t === "text" && item.text === text);
  if (found?.t !== "text") throw new Error(`nothing says ${text}`);
  return found;
}

const INPUT = {
  view: WINTER,
  widthPx: 390,
  heightPx: 500,
  metrics: fixedTextMetrics(),
  words: createWords("en").withTexts(timelineTexts),
  overview: null,
  brush: null,
};

test("a plot whose filters leave nothing says so in the picture, over its axis, and is high enough for it", () => {
  const scene = sceneOfStore(filtered(), { shrink: true });
  expect(said(scene)).toContain("No record passes the filters.");
  expect(scene.plot.heightPx).toBeGreaterThanOrEqual(64);
  const words = textAt(scene, "No record passes the filters.");
  expect(words.y).toBeGreaterThan(scene.plot.heightPx - 64);
  expect(words.y + 24 + 4).toBeLessThan(scene.axis.yPx);
});

test("that height follows from the state alone: it is the same whatever was shown before", () => {
  const store = filtered();
  const first = sceneOfStore(store, { shrink: true }).plot.heightPx;
  store.clear();
  sceneOfStore(store, { shrink: true });
  store.set({ source: "search", kind: "text", text: "no such word" });
  expect(sceneOfStore(store, { shrink: true }).plot.heightPx).toBe(first);
});

test("an empty collection blames no filter, and a plot with records says nothing of the kind", () => {
  expect(said(sceneOfStore(createStore([])))).not.toContain("No record passes the filters.");
  expect(said(sceneOfStore(createStore(RECORDS)))).not.toContain("No record passes the filters.");
});

test("time that runs down says it too, at the top, and so does another language", async () => {
  const uprightScene = await loadUprightScene();
  const store = filtered();
  const upright = uprightScene({ ...INPUT, store, lanes: laneTable(store, "category", "Not given") });
  const at = textAt(upright, "No record passes the filters.");
  expect(at.y - upright.plot.yPx).toBeLessThan(64);
  expect(at.x).toBeGreaterThan(upright.plot.xPx);
  const words = createWords("ar", [arabic]).withTexts(timelineTexts);
  expect(said(sceneOfStore(store, { words }))).toContain(words.t("timeline.empty"));
});
