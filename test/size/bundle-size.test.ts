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
  });

  it("keeps the timeline entry with all it imports within 103.5 kB of gzip", () => {
    expect(entry.gzipBytes).toBeGreaterThan(10_000);
    expect(entry.gzipBytes).toBeLessThanOrEqual(103_500);
  });

  it("keeps a whole timeline page, its store included, within 140.5 kB of gzip", () => {
    expect(page.gzipBytes).toBeLessThanOrEqual(140_500);
  });

  it("keeps MapLibre, the basemap and other languages out of a timeline page", () => {
    expect(page.inputs.length).toBeGreaterThan(20);
    expect(
      page.inputs.filter((file) => /maplibre|basemap|topojson|arabic|french|persian|russian|chinese/.test(file)),
    ).toEqual([]);
  });

  it("keeps the elements, until one is in the page, within 147 kB of gzip: no view, one language, no preset", async () => {
    const { gzipBytes, inputs } = await bundleSize(PAGES.elements, folder);
    expect(gzipBytes).toBeGreaterThan(50_000);
    expect(gzipBytes).toBeLessThanOrEqual(147_000);
    const views = /dist\/(timeline|map|workspace)\/|arabic|chinese|french|persian|portuguese|russian|spanish|ukrainian/;
    expect(inputs.filter((file) => views.test(file))).toEqual([]);
    expect(inputs.filter((file) => /formats\/(acled|gdelt|gtd|hxl|ucdp-ged|preset)/.test(file))).toEqual([]);
  });

  it("keeps all that <when-where> loads before its first drawing, MapLibre and the ground apart, within 377.5 kB", async () => {
    const { gzipBytes, inputs } = await bundleSize(PAGES["when-where"], folder);
    expect(gzipBytes).toBeLessThanOrEqual(377_500);
    const late =
      /maplibre-gl\/dist|\/upright-scene|workspace\/(player(?!\/step-edges)|tools\/compare-panel|export\/(run-file|run-panel|saved|page|picture|write))|gifenc|offline|world-\d|admin1-loaders|asked|arabic|french/;
    expect(inputs.filter((file) => late.test(file))).toEqual([]);
  });

  it("carries a language that is passed in, and fetches one that is asked for", async () => {
    const passed = `import { createWords, french } from "whenwhere/languages"; globalThis.kept = createWords("fr", [french]);`;
    const asked = `import { createWords, loadLanguages } from "whenwhere/languages"; globalThis.kept = [createWords, loadLanguages];`;
    expect((await bundleSize(asked, folder)).inputs.filter((file) => /french|russian/.test(file))).toEqual([]);
    expect((await bundleSize(passed, folder)).inputs.filter((file) => /french/.test(file))).not.toEqual([]);
  });

  it("loads MapLibre for a map only when the map is shown", async () => {
    const map = await bundleSize(PAGES.map, folder);
    expect(map.inputs.filter((file) => /maplibre-gl\/dist/.test(file))).toEqual([]);
    expect(map.lazyGzipBytes).toBeGreaterThan(300_000);
  });
});
