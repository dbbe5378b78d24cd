import { createStore } from "@whenwhere/store";
import { categoryStyles, createWords, fixedTextMetrics, loadLanguages, mapTexts } from "@whenwhere/view/pure";
import { describe, expect, it } from "vitest";
import { mapText } from "../../packages/map/src/component/map-text.ts";
import { exportLegend } from "../../packages/map/src/component/picture/export-legend.ts";
import { legendOps, type PaintOp } from "../../packages/map/src/draw/index.ts";
import { createDensityCounts, createPlaceIndex, mapScene } from "../../packages/map/src/scene/index.ts";
import { fakeShapes, fakeViewport, record } from "./scene/fixture.ts";

const RECORDS = [
  record("exact", { name: "Here", lon: 1, lat: 1, precision: "exact" }),
  record("alleged", { name: "There", lon: -9, lat: 3, precision: "exact" }, { category: "strike", status: "alleged" }),
  record("wide", { name: "Round", lon: 6, lat: 6, radiusM: 90_000, precision: "settlement" }),
  record("area", { name: "Big", country: "AA", admin1: "Big", precision: "province" }, { category: "arrest" }),
  record(
    "later",
    { name: "Later", lon: 4, lat: -4, precision: "exact" },
    { category: "exercise", when: { edtf: "2023" } },
  ),
  record("nowhere", undefined, { category: "attack" }),
];

async function legendOf(locale: string, density?: "hexbin") {
  const store = createStore(RECORDS);
  store.set({ source: "time", kind: "window", startMs: Date.UTC(2022, 0, 1), endMs: Date.UTC(2022, 2, 1) });
  const words = createWords(locale, await loadLanguages(locale)).withTexts(mapTexts);
  const viewport = fakeViewport(0, 0, 4);
  const index = createPlaceIndex(store);
  const counts = density && createDensityCounts({ columns: store.columns, index }, density);
  const options = { index, ...(counts ? { density: counts } : {}) };
  const scene = mapScene({ store, viewport, shapes: fakeShapes, words, options });
  const given = { store, words } as Parameters<typeof exportLegend>[0]["options"];
  return { store, words, legend: exportLegend({ options: given, text: mapText(words) }, scene) };
}

const textOps = (ops: readonly PaintOp[]) => ops.flatMap((op) => (op.kind === "text" ? [op] : []));
const look = (categories: readonly string[]) => ({ theme: { ink: "#111" }, styles: categoryStyles(categories) });

describe("the legend of an exported map", () => {
  it("says the count, the window, and the signs that are in the picture, and no others", async () => {
    const { legend, store, words } = await legendOf("en");
    expect(legend.counts).toBe(words.counts(store.count()));
    expect(legend.span).toBe("dated January to February 2022, 2 months");
    expect(legend.items.map(({ text }) => text)).toEqual([
      ...["attack", "strike", "arrest"].map((name) => words.category(name)),
      ...["alleged", "inside the hatching", "inside the ring"],
    ]);
    expect(legend.notes).toEqual(["Not on the map: 1"]);
    expect(legend.density).toBeNull();
  });

  it("says of a surface how many an ink stands for, and what it leaves out", async () => {
    const { legend } = await legendOf("en", "hexbin");
    expect(legend.density?.title).toMatch(/^Records per [\d,]+ km²$/);
    expect(legend.density?.steps.length).toBeGreaterThan(3);
    expect(legend.items).toEqual([]);
    expect(legend.notes).toContain("Left out, known by area only: 1");
  });

  it("keeps within its width at any width, and grows downward instead", async () => {
    const { legend, store } = await legendOf("en", "hexbin");
    const heights = [900, 420, 220].map((widthPx) => {
      const metrics = fixedTextMetrics();
      const strip = legendOps(legend, { widthPx, topPx: 100, rtl: false, metrics }, look(store.categories));
      for (const { x, y, text, sizePx } of textOps(strip.ops)) {
        expect(x + metrics.width(text, sizePx)).toBeLessThanOrEqual(widthPx);
        expect(y).toBeLessThan(100 + strip.heightPx);
        expect(y).toBeGreaterThan(100);
      }
      return strip.heightPx;
    });
    expect(heights).toEqual([...heights].sort((a, b) => a - b));
    expect(new Set(heights).size).toBe(3);
  });

  it("begins at the right in languages that do, with the same words in the same order", async () => {
    const { legend, store } = await legendOf("ar");
    const room = { widthPx: 500, topPx: 0, metrics: fixedTextMetrics() };
    const [left, right] = [false, true].map((rtl) =>
      textOps(legendOps(legend, { ...room, rtl }, look(store.categories)).ops),
    );
    expect(right?.map(({ x, text, anchor }) => [500 - x, text, anchor])).toEqual(
      left?.map(({ x, text }) => [x, text, "end"]),
    );
    expect(right?.some(({ text }) => /[\u0600-\u06ff]/.test(text))).toBe(true);
  });
});
