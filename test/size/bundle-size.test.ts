import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { bundleSize, PAGES } from "./bundle-size.mjs";

const folder = path.resolve(import.meta.dirname, "../../packages/whenwhere");

/** Needs the built package: `npm test` builds it first. */
describe("the weight of a page", () => {
  let entry: Awaited<ReturnType<typeof bundleSize>>;
  let page: Awaited<ReturnType<typeof bundleSize>>;

  beforeAll(async () => {
    entry = await bundleSize(PAGES["timeline entry"], folder);
    page = await bundleSize(PAGES.timeline, folder);
  }, 60_000);

  it("keeps the timeline entry with all it imports within 96 kB of gzip", () => {
    expect(entry.gzipBytes).toBeGreaterThan(10_000);
    expect(entry.gzipBytes).toBeLessThanOrEqual(96_000);
  });

  it("keeps a whole timeline page, its store included, within 131 kB of gzip", () => {
    expect(page.gzipBytes).toBeLessThanOrEqual(131_000);
  });

  it("keeps MapLibre, the basemap and other languages out of a timeline page", () => {
    expect(page.inputs.length).toBeGreaterThan(20);
    expect(
      page.inputs.filter((file) => /maplibre|basemap|topojson|arabic|french|persian|russian|chinese/.test(file)),
    ).toEqual([]);
  });

  it("loads MapLibre for a map only when the map is shown", async () => {
    const map = await bundleSize(PAGES.map, folder);
    expect(map.inputs.filter((file) => /maplibre-gl\/dist/.test(file))).toEqual([]);
    expect(map.lazyGzipBytes).toBeGreaterThan(300_000);
  }, 60_000);
});
