/**
 * Time that runs downward. Golden pictures: `golden-upright/<name>.svg`, recorded as those of `golden.test.ts`:
 *
 *     WW_GOLDEN=record npx vitest run --config test/vitest.config.ts --project "node UTC" test/timeline/upright.test.ts
 */
import path from "node:path";
import type { Incident } from "@whenwhere/model";
import { createStore } from "@whenwhere/store";
import {
  arrangeLanes,
  axisFormat,
  type Box,
  createTotalTally,
  describeScene,
  hitScene,
  laneTable,
  loadUprightScene,
  overviewBins,
  readNotes,
  type SceneInput,
  sceneToSVG,
  type TimelineScene,
  type TimeMark,
  timelineScene,
} from "@whenwhere/timeline";
import { createWords, fixedTextMetrics, LIGHT } from "@whenwhere/view/pure";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fullRuns } from "../full-runs.ts";
import { expectGolden, svgLines } from "../golden-text.ts";
import { record, WINTER } from "./fixtures.ts";

const FOLDER = path.join(import.meta.dirname, "golden-upright");
const uprightScene = await loadUprightScene();
const WORDS = createWords("en").inZone("UTC");
const FORMAT = axisFormat("en", { bce: (year) => WORDS.t("date.bce", { year }) });
const DAY_MS = 86_400_000;

function inputOf(records: readonly Incident[], more: Partial<SceneInput> = {}): SceneInput {
  const store = createStore([...records]);
  return {
    store,
    lanes: laneTable(store, "category", "none"),
    view: WINTER,
    widthPx: 390,
    heightPx: 480,
    metrics: fixedTextMetrics(),
    words: WORDS,
    format: FORMAT,
    overview: overviewBins(store, 40),
    brush: null,
    drawHeaders: true,
    ...more,
  };
}

const FEW = [
  record("a", { edtf: "2022-01-04" }, { title: "First talks", category: "strike" }),
  record("b", { edtf: "2022-01-20" }, { title: "A drone is launched", category: "strike" }),
  record("c", { edtf: "2022-02-02" }, { title: "A second drone is launched", category: "attack" }),
  record("d", undefined, { title: "Talk of a truce" }),
];
const UNCERTAIN = [
  record("a", { edtf: "2022-01" }, { title: "Some day in January" }),
  record("b", { edtf: "2022-01-18~/2022-01-31~" }, { title: "About the end of January", category: "strike" }),
  record("c", { edtf: "[..2022-01-10]" }, { title: "On or before the tenth" }),
  record("d", { edtf: "2022-01-21/.." }, { title: "Goes on", category: "arrest" }),
  record("e", { edtf: "2022-01-05/2022-01-15", span: "series", count: 4 }, { title: "Four raids", category: "arrest" }),
  record("f", { edtf: "2022-02-08" }, { title: "A visit", status: "planned" }),
];
const RIVALS = [
  record(
    "a",
    { edtf: "2022-01-10/2022-01-28" },
    {
      title: "A village is shelled",
      status: "disputed",
      claims: [
        { id: "1", field: "when", value: { edtf: "2022-01-08/2022-01-20" }, by: "the ministry" },
        { id: "2", field: "when", value: { edtf: "2022-01-14/2022-02-03" }, by: "witnesses" },
      ],
    },
  ),
  record("b", { edtf: "2022-01-12" }, { title: "Talks", category: "strike" }),
];
const RTL = [
  record("a", { edtf: "2022-01-04" }, { title: "إطلاق طائرة مسيّرة", category: "strike" }),
  record("b", { edtf: "2022-01" }, { title: "Talks in Muscat", category: "attack" }),
];
const MANY = Array.from({ length: 700 }, (_, i) =>
  record(
    `r${i}`,
    { edtf: new Date(WINTER.startMs + ((i * i * 13) % 58) * DAY_MS).toISOString().slice(0, i % 5 === 0 ? 7 : 10) },
    {
      category: ["attack", "strike", "arrest"][i % 3] as string,
    },
  ),
);
const PLACES = ["Mali/Mopti", "Mali/Gao", "Niger/Diffa", "Togo/Kara", "Mali/Mopti", "Niger/Agadez"];
const NESTED = PLACES.map((place, i) => {
  const [country, admin1] = place.split("/") as [string, string];
  const where = { name: admin1, country, admin1, precision: "province" } as const;
  return record(`n${i}`, { edtf: `2022-01-${String(4 + 7 * (i % 4)).padStart(2, "0")}` }, { where });
});

/** Lanes within lanes, one of the groups closed. */
function nestedOf(collapsed: readonly string[] = ["Togo"], more: Partial<SceneInput> = {}): SceneInput {
  const input = inputOf(NESTED, more);
  const table = laneTable(input.store as ReturnType<typeof createStore>, ["country", "admin1"], "none");
  return { ...input, lanes: arrangeLanes(table, { collapsed, none: "none", locale: "en" }) };
}
const NOTES = readNotes({ eras: [{ when: "2022-01-10/2022-01-25~", label: "Rainy season" }], now: "2022-02-05" });

const CASES: readonly { readonly name: string; readonly input: () => SceneInput }[] = [
  { name: "few", input: () => inputOf(FEW) },
  { name: "uncertain", input: () => inputOf(UNCERTAIN) },
  { name: "rival-readings", input: () => inputOf(RIVALS) },
  { name: "bands", input: () => inputOf(MANY) },
  { name: "right-to-left", input: () => inputOf(RTL, { dir: "rtl" }) },
  { name: "groups", input: () => nestedOf(["Togo"], { widthPx: 480 }) },
  {
    name: "notes-and-window",
    input: () =>
      inputOf(FEW, { notes: NOTES, brush: { startMs: Date.UTC(2022, 0, 10), endMs: Date.UTC(2022, 0, 28) } }),
  },
];

describe("golden pictures", () => {
  test.each(CASES)("$name is drawn downward as recorded", ({ name, input }) => {
    const svg = sceneToSVG(uprightScene(input()), LIGHT, { title: name, description: "", idPrefix: "" });
    expectGolden(path.join(FOLDER, `${name}.svg`), svgLines(svg));
  });
});

const DATES = [
  "2022-01-14T09:30",
  "2022-02-02",
  "2022-01",
  "2022",
  "2022-01-18~/..",
  "2022-01-10/",
  "../..",
  "[..2022-02-02]",
  "[2022-01-04,2022-01-14]",
  "-0044-03-15",
  "nonsense",
  "",
];
const incidents = fc.array(
  fc.record({
    edtf: fc.constantFrom(...DATES),
    span: fc.constantFrom("within", "throughout", "series", "ongoing" as const),
    status: fc.constantFrom("happened", "alleged", "planned", "cancelled" as const),
    category: fc.constantFrom("attack", "strike", "arrest", "x y z"),
    title: fc.constantFrom("A", "A rather long title of a record that nobody can place", "عنوان عربي طويل للسجل", ""),
    claims: fc.constantFrom(undefined, RIVALS[0]?.claims),
  }),
  { maxLength: 24 },
);

function numbersOf(value: unknown, out: number[] = []): number[] {
  if (typeof value === "number") out.push(value);
  else if (Array.isArray(value) || value instanceof Float32Array) for (const item of value) numbersOf(item, out);
  else if (typeof value === "object" && value !== null) for (const item of Object.values(value)) numbersOf(item, out);
  return out;
}

function checkLaws(scene: TimelineScene, total: number): void {
  const { counts, marks, plot, lanes } = scene;
  expect(counts.shown).toBe(total);
  expect(counts.drawn + counts.folded + counts.undated + counts.outside + counts.scrolled).toBe(total);
  expect(marks.filter((mark) => mark.form !== "undated")).toHaveLength(counts.drawn);
  expect(lanes.reduce((sum, lane) => sum + lane.folded, 0)).toBe(counts.folded);
  expect(numbersOf(scene.layers).every(Number.isFinite)).toBe(true);
  for (const mark of marks) {
    if (mark.form === "undated") continue;
    expect(mark.yPx).toBeGreaterThanOrEqual(plot.yPx - 6);
    expect(mark.yPx + mark.heightPx).toBeLessThanOrEqual(plot.yPx + plot.heightPx + 6);
    for (const bar of mark.bars) expect(bar.startFadePx + bar.endFadePx).toBeLessThanOrEqual(bar.heightPx + 1e-6);
  }
  const labels = marks.flatMap(({ label, form, speakers = [] }) =>
    form === "undated" ? [] : [...(label === null ? [] : [label]), ...speakers],
  );
  const touching = labels.flatMap((a, i) =>
    labels.slice(i + 1).flatMap((b) => (overlap(a, b) ? [`${a.text} | ${b.text}`] : [])),
  );
  expect(touching).toEqual([]);
}

function overlap(a: Box, b: Box): boolean {
  const across = a.xPx < b.xPx + b.widthPx && b.xPx < a.xPx + a.widthPx;
  return across && a.yPx < b.yPx + b.heightPx && b.yPx < a.yPx + a.heightPx;
}

describe("laws", () => {
  test("counts sum to all records, numbers are finite, marks lie in the plot and words do not touch", () => {
    const view = fc.constantFrom(
      WINTER,
      { startMs: Date.UTC(2022, 1, 2, 6), endMs: Date.UTC(2022, 1, 2, 7) },
      { startMs: Date.UTC(1000, 0, 1), endMs: Date.UTC(2100, 0, 1) },
    );
    const size = fc.record({ widthPx: fc.constantFrom(240, 390, 800), heightPx: fc.constantFrom(150, 480, 900) });
    fc.assert(
      fc.property(incidents, view, size, fc.boolean(), (list, span, { widthPx, heightPx }, rtl) => {
        const records = list.map(({ edtf, span: how, claims, ...rest }, i) =>
          record(`r${i}`, edtf === "" ? undefined : ({ edtf, span: how } as Incident["when"]), {
            ...rest,
            ...(claims === undefined ? {} : { claims }),
          }),
        );
        const input = inputOf(records, { view: span, widthPx, heightPx, dir: rtl ? "rtl" : "ltr", firstLine: 0 });
        checkLaws(uprightScene(input), records.length);
      }),
      { numRuns: fullRuns(400), seed: 51 },
    );
  });

  test("it counts the same records in the same view as time along the lines, and says the same of them", () => {
    const input = inputOf(UNCERTAIN, { widthPx: 900, heightPx: 700 });
    const [down, along] = [uprightScene(input), timelineScene(input)];
    expect(down.counts).toEqual(along.counts);
    const wordsOf = (scene: TimelineScene) => describeScene(scene, { store: input.store, words: WORDS });
    expect(wordsOf(down).summary).toBe(wordsOf(along).summary);
    expect(wordsOf(down).marks.map(({ text }) => text)).toEqual(wordsOf(along).marks.map(({ text }) => text));
  });

  test("later records stand lower, lanes stand side by side, and from right to left they change sides", () => {
    const scene = uprightScene(inputOf(FEW));
    const yOf = (id: string) => scene.marks.find((mark) => mark.id === id)?.yPx as number;
    expect(yOf("a")).toBeLessThan(yOf("b"));
    expect(yOf("b")).toBeLessThan(yOf("c"));
    const [first, second] = scene.lanes;
    expect(first?.yPx).toBe(second?.yPx);
    expect(first?.xPx).toBeLessThan(second?.xPx as number);
    const mirrored = uprightScene(inputOf(FEW, { dir: "rtl" }));
    expect(mirrored.lanes[0]?.xPx).toBeGreaterThan(mirrored.lanes[1]?.xPx as number);
    expect(mirrored.marks.map(({ yPx }) => yPx)).toEqual(scene.marks.map(({ yPx }) => yPx));
    expect(mirrored.overview?.xPx).toBe(0);
  });

  test("rival readings have their speakers beside their own bars, and none of these words touches a bar or other words", () => {
    for (const dir of ["ltr", "rtl"] as const) {
      const { marks } = uprightScene(inputOf(RIVALS, { dir }));
      const rival = marks.find(({ id }) => id === "a") as TimeMark;
      const speakers = rival.speakers ?? [];
      expect(speakers.map(({ text }) => text)).toEqual(["the ministry", "witnesses"]);
      speakers.forEach((speaker, i) => {
        // The first bar is that of the record itself, of which nobody is named.
        const bar = rival.bars[i + 1] as Box;
        const gapPx = dir === "ltr" ? speaker.xPx - bar.xPx - bar.widthPx : bar.xPx - speaker.xPx - speaker.widthPx;
        expect(gapPx).toBeCloseTo(5);
        expect(speaker.yPx).toBeGreaterThanOrEqual(bar.yPx);
        expect(speaker.yPx + speaker.heightPx).toBeLessThanOrEqual(bar.yPx + bar.heightPx);
      });
      const last = rival.bars[2] as Box;
      expect(rival.label?.text).toBe("A village is shelled");
      expect(rival.label?.yPx).toBeGreaterThanOrEqual(last.yPx);
      const words: Box[] = [...speakers, ...marks.flatMap(({ label }) => label ?? [])];
      expect(words.length).toBe(4);
      for (const a of words)
        for (const b of [...words, ...marks.flatMap(({ bars }) => bars)]) expect(a === b || !overlap(a, b)).toBe(true);
    }
  });

  test("each mark, column and handle is found where it is drawn", () => {
    for (const dir of ["ltr", "rtl"] as const) {
      const scene = uprightScene(inputOf(FEW, { dir }));
      for (const mark of scene.marks) {
        const hit = hitScene(scene, mark.xPx + mark.widthPx / 2, mark.yPx + mark.heightPx / 2);
        expect(hit).toMatchObject({ type: "mark", mark: { id: mark.id } });
      }
      const { overview } = scene;
      const x = (overview?.xPx ?? 0) + 20;
      expect(hitScene(scene, x, overview?.brushPx[0] as number)).toEqual({ type: "handle", which: "start" });
      expect(hitScene(scene, x, overview?.brushPx[1] as number)).toEqual({ type: "handle", which: "end" });
      const bands = uprightScene(inputOf(MANY, { dir }));
      const column = bands.lanes[1]?.columns[2] as (typeof bands.lanes)[number]["columns"][number];
      const hit = hitScene(bands, column.xPx + 4, column.yPx + column.heightPx / 2);
      expect(hit).toMatchObject({ type: "column", column: { startMs: column.startMs, lane: 1 } });
    }
  });

  test("heads of groups stand over their lanes and take no room from them; a closed group is one lane", () => {
    for (const dir of ["ltr", "rtl"] as const) {
      const scene = uprightScene(nestedOf(["Togo"], { dir }));
      const said = scene.heads.map(({ path, open, shown }) => [path.join("/"), open, shown]);
      expect(said).toEqual([
        ["Mali", true, 3],
        ["Mali/Mopti", null, 2],
        ["Mali/Gao", null, 1],
        ["Niger", true, 2],
        ["Niger/Diffa", null, 1],
        ["Niger/Agadez", null, 1],
        ["Togo", false, 1],
      ]);
      const [mali, mopti, gao] = scene.heads as unknown as readonly [Box, Box, Box];
      const [left, right] = dir === "ltr" ? [mopti, gao] : [gao, mopti];
      expect(mali.xPx).toBeCloseTo(left.xPx);
      expect(mali.xPx + mali.widthPx).toBeCloseTo(right.xPx + right.widthPx);
      expect(mali.yPx + mali.heightPx).toBe(mopti.yPx);
      expect(mopti.yPx + mopti.heightPx).toBe(scene.plot.yPx);
      const lanesPx = scene.lanes.reduce((sum, { widthPx }) => sum + widthPx, 0);
      expect(lanesPx).toBeCloseTo(scene.plot.widthPx, 6);
      checkLaws(scene, NESTED.length);
    }
    const closed = uprightScene(nestedOf(["Mali", "Niger", "Togo"]));
    expect(closed.lanes.map(({ name, shown }) => [name, shown])).toEqual([
      ["Mali", 3],
      ["Niger", 2],
      ["Togo", 1],
    ]);
    expect(closed.plot.yPx).toBe(38);
  });

  test("groups within groups have a row for each level, between the edges of the group that holds them", () => {
    const records = Array.from({ length: 8 }, (_, i) => {
      const where = { name: "x", country: `C${i >> 2}`, admin1: `A${i >> 1}`, precision: "province" } as const;
      return record(`t${i}`, { edtf: "2022-01-20" }, { where, category: `c${i}` });
    });
    const input = inputOf(records);
    const fields = ["country", "admin1", "category"] as const;
    const table = laneTable(input.store as ReturnType<typeof createStore>, fields, "none");
    const scene = uprightScene({ ...input, lanes: arrangeLanes(table, { none: "none", locale: "en" }) });
    const groups = scene.heads.filter(({ code }) => code < 0);
    expect(groups.map(({ depth, yPx, heightPx }) => [depth, yPx, heightPx])).toEqual([
      ...[0, 1, 1, 0, 1, 1].map((depth) => [depth, depth * 24, 24]),
    ]);
    for (const head of scene.heads) {
      const holder = scene.heads.find(({ path }) => path.join() === head.path.slice(0, -1).join());
      if (holder === undefined) continue;
      expect(head.xPx).toBeGreaterThanOrEqual(holder.xPx - 0.01);
      expect(head.xPx + head.widthPx).toBeLessThanOrEqual(holder.xPx + holder.widthPx + 0.01);
      expect(head.yPx).toBeGreaterThanOrEqual(holder.yPx + holder.heightPx);
    }
    checkLaws(scene, records.length);
  });

  test("of groups that are scrolled each head in sight stands over a lane", () => {
    const records = Array.from({ length: 48 }, (_, i) => {
      const where = { name: "x", country: `C${i >> 2}`, admin1: `A${i}`, precision: "province" } as const;
      return record(`s${i}`, { edtf: "2022-01-20" }, { where });
    });
    const input = inputOf(records);
    const table = laneTable(input.store as ReturnType<typeof createStore>, ["country", "admin1"], "none");
    const lanes = arrangeLanes(table, { none: "none", locale: "en" });
    for (let firstLine = 0; firstLine < 60; firstLine++) {
      const scene = uprightScene({ ...input, lanes, firstLine });
      expect(scene.scroll).not.toBeNull();
      for (const head of scene.heads) expect(head.widthPx).toBeGreaterThan(24);
      const open = new Set(scene.heads.filter((head) => head.open === true).map(({ name }) => name));
      for (const { path, code } of scene.heads) if (code >= 0) expect(open).toContain(path[0]);
      checkLaws(scene, records.length);
    }
  });

  test("the column of all records stands first, and lanes that do not fit are scrolled", () => {
    const store = createStore([...MANY]);
    const histogram = createTotalTally(store);
    const scene = uprightScene(inputOf(MANY, { histogram }));
    expect(scene.histogram?.shown).toBe(MANY.length);
    expect(scene.histogram?.xPx).toBeLessThan(scene.lanes[0]?.xPx as number);
    const lanes = Array.from({ length: 30 }, (_, i) => record(`l${i}`, { edtf: "2022-01-20" }, { category: `c${i}` }));
    const narrow = uprightScene(inputOf(lanes, { firstLine: 3 }));
    expect(narrow.scroll).toMatchObject({ first: 3, lanes: 30 });
    expect(narrow.widthPx).toBe(390);
    checkLaws(narrow, lanes.length);
  });
});
