import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { bundleSize, PAGES } from "./bundle-size.mjs";

const folder = path.resolve(import.meta.dirname, "../../packages/whenwhere");

/** Needs the built package: `npm test` builds it first. */
describe("the weight of a page", () => {
  let timeline: Awaited<ReturnType<typeof bundleSize>>;

  beforeAll(async () => {
    timeline = await bundleSize(PAGES.timeline, folder);
  }, 60_000);

  it("keeps a timeline with its store and all it needs within 60 kB of gzip", () => {
    expect(timeline.gzipBytes).toBeGreaterThan(10_000);
    expect(timeline.gzipBytes).toBeLessThanOrEqual(60_000);
  });

  it("keeps MapLibre and the basemap out of a timeline page", () => {
    expect(timeline.inputs.filter((file) => /maplibre|basemap|topojson/.test(file))).toEqual([]);
  });

  it("loads MapLibre for a map only when the map is shown", async () => {
    const map = await bundleSize(PAGES.map, folder);
    expect(map.inputs.filter((file) => /maplibre-gl\/dist/.test(file))).toEqual([]);
    expect(map.lazyGzipBytes).toBeGreaterThan(300_000);
  }, 60_000);
});
