import { fixedTextMetrics } from "@whenwhere/view/pure";
import { describe, expect, it } from "vitest";
import type { Basemap } from "../../../packages/map/src/basemap/index.ts";
import { createGroundNames } from "../../../packages/map/src/component/records/ground-names.ts";
import { freeNames, placedNames } from "../../../packages/map/src/flat/index.ts";
import type { Box, MapScene } from "../../../packages/map/src/scene/index.ts";
import { fakeViewport, record, sceneOf } from "../scene/fixture.ts";

const metrics = fixedTextMetrics();
const label = (id: string, lon: number) => {
  return { id, kind: "country" as const, iso: id, name: `Land ${id}`, lon, lat: 10, from: 0 };
};
const basemap = { labels: [label("AA", -20), label("BB", 0), label("CC", 20)], seas: [] } as unknown as Basemap;
const words = { locale: "en" } as Parameters<ReturnType<typeof createGroundNames>>[0]["words"];
const look = { theme: {}, styles: [] };
const viewport = fakeViewport(0, 0, 3);

/** The slow twin: looked for anew. */
const twin = (covers: readonly Box[], scene?: MapScene) =>
  freeNames(placedNames(basemap, viewport, { look, words, metrics }), {
    ...{ covers, metrics },
    ...(scene === undefined ? {} : { scene }),
  });

describe("names of the ground", () => {
  const bare = () => sceneOf([], viewport);
  const full = sceneOf(
    [record("one", { lon: 0, lat: 10, precision: "exact" }), record("two", { lon: 20, lat: 10, precision: "exact" })],
    viewport,
  );

  it("keep off the glyphs of each picture, and are those of a bare one again when the glyphs are gone", () => {
    const names = createGroundNames(metrics);
    const asked = { basemap, viewport, look, words, covers: [] };
    expect(twin([])).toHaveLength(3);
    expect(twin([], full).length).toBeLessThan(3);
    for (const scene of [bare(), full, bare(), full]) {
      expect(names({ ...asked, scene })).toEqual(twin([], scene));
    }
  });

  it("are the very list of the picture before while nothing stands in their way, so that nothing is painted", () => {
    const names = createGroundNames(metrics);
    const asked = { basemap, viewport, look, words, covers: [] };
    const first = names({ ...asked, scene: bare() });
    expect(names({ ...asked, scene: bare() })).toBe(first);
    expect(names(asked)).toBe(first);
  });

  it("keep off controls that have come, and off no others", () => {
    const names = createGroundNames(metrics);
    const covers: readonly Box[] = [[0, 0, 300, 400]];
    names({ basemap, viewport, look, words, covers: [], scene: bare() });
    const kept = names({ basemap, viewport, look, words, covers, scene: bare() });
    expect(kept).toEqual(twin(covers));
    expect(kept.length).toBeLessThan(3);
  });

  it("stand on a globe whole, and not half in the sky beside it", () => {
    const named = (radiusPx: number) => {
      const disk = { x: viewport.widthPx / 2, y: viewport.heightPx / 2, radiusPx };
      const names = placedNames(basemap, { ...viewport, disk }, { look, words, metrics });
      for (const { box } of names) {
        const corners = [box[0], box[2]].flatMap((x) =>
          [box[1], box[3]].map((y) => Math.hypot(x - disk.x, y - disk.y)),
        );
        expect(Math.max(...corners)).toBeLessThanOrEqual(radiusPx);
      }
      return names.map(({ id }) => id);
    };
    const [middle] = placedNames(basemap, viewport, { look, words, metrics }).filter(({ id }) => id === "BB");
    const box = middle?.box as Box;
    const reachPx = Math.hypot((box[2] - box[0]) / 2, viewport.heightPx / 2 - box[1]);
    expect(named(2000)).toEqual(["AA", "BB", "CC"]);
    expect(named(reachPx + 1)).toEqual(["BB"]);
    expect(named(reachPx - 1)).toEqual([]);
  });
});
