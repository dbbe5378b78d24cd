/**
 * Golden scenes and drawings of hand-made maps: `golden/<name>.json` is what the scene holds, `golden/<name>.svg` how it is
 * drawn, `golden/<name>.webp` the whole picture (see golden.browser.test.ts). After a change that is meant, look at the
 * difference and record anew:
 *
 *     WW_GOLDEN=record npx vitest run --config test/vitest.config.ts --project "node UTC" test/map/golden.test.ts
 */
import { readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { paintAsSVG, sceneOps } from "../../packages/map/src/draw/index.ts";
import { flatMapToSVG } from "../../packages/map/src/flat/index.ts";
import type { MapScene } from "../../packages/map/src/scene/index.ts";
import { expectGolden, RECORDING, svgLines } from "../golden-text.ts";
import { GOLDEN_MAPS } from "./golden-cases.ts";
import { pictureOf } from "./golden-picture.ts";

const FOLDER = path.join(import.meta.dirname, "golden");
const names = GOLDEN_MAPS.map(({ name }) => name);

const golden = (file: string, now: string): void => expectGolden(path.join(FOLDER, file), now);

/** A tenth of a pixel is what a drawing shows; outlines stand in the drawing and are only counted here. */
function essence(scene: MapScene): string {
  const plain = (key: string, value: unknown): unknown => {
    if (key === "rings" || key === "lines" || key === "points") {
      return Array.isArray(value) ? `${value.length}: ${value.flat().length}` : value;
    }
    return typeof value === "number" ? Math.round(value * 10) / 10 : value;
  };
  const { areas, rings, joins, arcs, marks, clusters, edges, labels, tray, counts } = scene;
  const lists = { joins, arcs, marks, clusters, edges, labels };
  const rounds = rings.map((ring) => JSON.stringify(ring, plain));
  const inLines = (glyphs: readonly object[]) => glyphs.map((glyph) => JSON.stringify(glyph, plain));
  const texts = Object.fromEntries(Object.entries(lists).map(([name, glyphs]) => [name, inLines(glyphs)]));
  const whole = { counts, tray, areas: inLines(areas), rounds, ...texts };
  return `${JSON.stringify(whole, null, 1).replaceAll('\\"', "'")}\n`;
}

/** A short sum of a long text: where outlines of land are too long to be kept, a changed one is still found out. */
function sumOf(text: string): string {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return sum.toString(16);
}

/** The ground under the scene, with long outlines given by their number of points and their sum. */
function groundLines(whole: string): string[] {
  return whole
    .replaceAll("><", ">\n<")
    .split("\n")
    .filter((line) => line.startsWith("<path") && line.length > 1500)
    .map((line) =>
      line.replace(
        / (d|clip)="([^"]{400,})"/g,
        (_, name, d) => ` ${name}="${d.split("L").length} points, ${sumOf(d)}"`,
      ),
    );
}

describe("golden maps", () => {
  test("are sixty and more, each with its own files, of no more than a megabyte and a half", () => {
    expect(names.length).toBeGreaterThanOrEqual(60);
    expect(new Set(names).size).toBe(names.length);
    if (RECORDING) {
      const kept = new Set(names);
      for (const file of readdirSync(FOLDER))
        if (!kept.has(file.replace(/\.\w+$/, ""))) rmSync(path.join(FOLDER, file));
      return;
    }
    const files = readdirSync(FOLDER).sort();
    expect(files).toEqual(names.flatMap((name) => ["json", "svg", "webp"].map((end) => `${name}.${end}`)).sort());
    const bytes = files.reduce((sum, file) => sum + statSync(path.join(FOLDER, file)).size, 0);
    expect(bytes).toBeLessThan(1.5e6);
  });

  test.each(GOLDEN_MAPS)("$name is drawn as recorded", async (one) => {
    const picture = await pictureOf(one);
    const { counts } = picture.scene;
    expect(counts.drawn + counts.clustered + counts.unplaced).toBe(counts.shown);
    golden(`${one.name}.json`, essence(picture.scene));
    const whole = flatMapToSVG({ ...picture, title: one.name });
    expect(whole).not.toMatch(/NaN|Infinity|undefined/);
    const ground = groundLines(whole).map((line) => `<!-- ${line.replaceAll("--", "- -")} -->\n`);
    const { scene, look } = picture;
    const { widthPx, heightPx } = scene;
    const drawn = paintAsSVG(sceneOps(scene, look), { widthPx, heightPx, look, idPrefix: "" });
    golden(`${one.name}.svg`, svgLines(drawn) + ground.join(""));
  });
});
