import { arabic, createWords } from "@whenwhere/view";
import { afterEach, describe, expect, it } from "vitest";
import { type Fixture, HOSTILE, INCIDENTS, makeMap, ready } from "./map-fixture.ts";

let made: Fixture | null = null;
afterEach(() => {
  made?.remove();
  made = null;
});

describe("a map in sentences", () => {
  it("counts what it shows, then says each glyph once; text is text", async () => {
    made = makeMap({ projection: "flat" });
    expect(made.map.describe()).toBe("");
    await ready(made);
    const [summary, ...said] = made.map.describe().split("\n");
    const { shown, drawn, clustered, unplaced } = made.map.state.counts;
    expect(summary).toBe(
      `Records: ${shown}. One by one or by area: ${drawn}. In clusters: ${clustered}. Not on the map: ${unplaced}.`,
    );
    expect(shown).toBe(INCIDENTS.length);
    expect(said).toContain("Somewhere in Oman: 1");
    expect(said).toContain("Close together, Riyadh: 2");
    expect(said).toContain("Not on the map: 1");
    expect(said.filter((one) => one.includes("Abu Dhabi"))).toHaveLength(1);
    expect(said.some((one) => one.includes(HOSTILE))).toBe(true);
  });

  it("speaks the reader's language, with its digits and its names of countries, and follows a filter", async () => {
    const words = createWords("ar-EG", [arabic]);
    made = makeMap({ projection: "flat", words });
    await ready(made);
    made.store.set({ source: "test", kind: "values", field: "category", values: ["exercise"] });
    const said = made.map.describe().split("\n");
    expect(said[0]).toBe("السجلات: ١. فرادى أو بحسب المنطقة: ١. في مجموعات: ٠. ليس على الخريطة: ٠.");
    expect(said.slice(1)).toHaveLength(1);
    expect(said[1]).toMatch(/^في مكان ما في .+: ١$/);
  });

  it("says an area without a name as records here", async () => {
    made = makeMap({ projection: "flat" });
    await ready(made);
    made.store.upsert([{ id: "sea", title: "At sea", where: { lon: 12, lat: 40, precision: "sea", radiusM: 90_000 } }]);
    await expect.poll(() => made?.map.describe()).toContain("Records here: 1");
    expect(made.map.describe()).not.toContain("Somewhere in :");
  });

  it("says a surface by its fullest parts, and what that leaves out", async () => {
    made = makeMap({ projection: "flat", density: "hexbin" });
    await ready(made);
    const said = made.map.describe();
    expect(said).toContain("Around Riyadh: 2");
    expect(said).toContain("Left out, known by area only: 2");
  });
});
