/**
 * Golden scenes and drawings of hand-made cases: `golden/<name>.json` is what the scene holds, `golden/<name>.svg` the picture.
 * Both are the same in every zone of the machine. After a change that is meant, look at the difference and record anew:
 *
 *     WW_GOLDEN=record npx vitest run --config test/vitest.config.ts --project "node UTC" test/timeline/golden.test.ts
 */
import { readdirSync } from "node:fs";
import path from "node:path";
import { parseEdtf } from "@whenwhere/model";
import { createStore } from "@whenwhere/store";
import { axisFormat, glyphOf, sceneToSVG, type TimelineScene } from "@whenwhere/timeline";
import { createWords, LIGHT } from "@whenwhere/view/pure";
import { describe, expect, test } from "vitest";
import { expectGolden, RECORDING, svgLines } from "../golden-text.ts";
import { record, sceneOf } from "./fixtures.ts";
import type { GoldenCase } from "./golden-case.ts";
import { GOLDEN_CASES } from "./golden-cases.ts";

const FOLDER = path.join(import.meta.dirname, "golden");
const WORDS = createWords("en").inZone("UTC");
const FORMAT = axisFormat("en", { bce: (year) => WORDS.t("date.bce", { year }) });

const golden = (file: string, now: string): void => expectGolden(path.join(FOLDER, file), now);

function sceneOfCase({ when, more, view }: GoldenCase): TimelineScene {
  const { startMs, endMs } = parseEdtf(view ?? "2021-12-20/2022-02-19");
  const incident = record("a", when, { title: "It", ...more });
  return sceneOf([incident], {
    view: { startMs, endMs },
    widthPx: 400,
    heightPx: 120,
    overview: null,
    words: WORDS,
    format: FORMAT,
    drawHeaders: true,
  });
}

const round = (value: number): number => Math.round(value * 10) / 10;
const isoOf = (ms: number): string | number =>
  Math.abs(ms) < 8.64e15 ? new Date(ms).toISOString().replace(/:00\.000Z$|\.000Z$/, "Z") : ms;

/** What a reader could tell of the scene, without how it is painted. */
function essence(scene: TimelineScene): string {
  const marks = scene.marks.map(({ kind, form, edges, outline, uncertain, alpha, bars, countText, label }) => ({
    kind,
    form,
    edges: `${edges.start} ${edges.end}`,
    outline,
    uncertain,
    alpha: Math.round(alpha * 100) / 100,
    bars: bars.map(
      (bar) =>
        `${round(bar.xPx)} +${round(bar.widthPx)} ${bar.start}:${round(bar.startFadePx)} ${bar.end}:${round(bar.endFadePx)}`,
    ),
    countText,
    label: label?.text ?? null,
  }));
  const ticks = scene.axis.ticks.map(
    ({ ms, label, level }) => `${level === "major" ? "# " : ""}${label} = ${isoOf(ms)}`,
  );
  return `${JSON.stringify({ marks, counts: scene.counts, ticks, zone: scene.axis.zone }, null, 1)}\n`;
}

describe("golden cases", () => {
  test("are forty and more, each with its own two files", () => {
    expect(GOLDEN_CASES.length).toBeGreaterThanOrEqual(40);
    const names = GOLDEN_CASES.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    if (!RECORDING) {
      const expected = names.flatMap((name) => [`${name}.json`, `${name}.svg`]).sort();
      expect(readdirSync(FOLDER).sort()).toEqual(expected);
    }
  });

  test.each(GOLDEN_CASES)("$name: $words", (one) => {
    const incident = record("a", one.when, { title: "It", ...one.more });
    expect(WORDS.whenOf(incident)).toBe(one.words);
    const glyph = glyphOf(createStore([incident]), 0);
    expect(glyph?.outline).toBe(one.outline ?? "solid");
    expect(glyph?.readings).toHaveLength(one.readings ?? 1);
    const own = glyph?.readings[0];
    expect([own?.kind, own?.start, own?.end]).toEqual([one.kind, ...one.edges]);
    const core = one.core?.map((text) => Date.parse(text)) ?? [Number.NaN, Number.NaN];
    expect([own?.coreStartMs, own?.coreEndMs]).toEqual(core);
  });

  test.each(GOLDEN_CASES)("$name is drawn as recorded", (one) => {
    const scene = sceneOfCase(one);
    expect(scene.counts.drawn).toBe(1);
    golden(`${one.name}.json`, essence(scene));
    const about = { title: one.name, description: one.words, idPrefix: "" };
    golden(`${one.name}.svg`, svgLines(sceneToSVG(scene, LIGHT, about)));
  });
});
