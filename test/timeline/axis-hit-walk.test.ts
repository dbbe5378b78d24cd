import { createStore } from "@whenwhere/store";
import { createWalk, describeScene, hitScene, laneTable, overviewBins, sceneToSVG } from "@whenwhere/timeline";
import { createWords, LIGHT } from "@whenwhere/view/pure";
import { expect, test } from "vitest";
import { record, sceneOf, WINTER } from "./fixtures.ts";

const RECORDS = [
  record("a", { edtf: "2022-01-04" }),
  record("b", { edtf: "2022-01-20" }, { category: "strike" }),
  record("c", { edtf: "2022-02-02" }, { category: "strike" }),
  record("d", undefined),
];
const tools = { words: createWords("en") };

test("a view of two months has Mondays above the names of the months", () => {
  const { ticks, caption } = sceneOf(RECORDS).axis;
  expect(caption).toBe("Weeks from Monday");
  const weeks = ticks.filter((one) => one.level === "minor");
  expect(weeks.length).toBeGreaterThan(6);
  for (const { ms } of weeks) expect(new Date(ms).getUTCDay()).toBe(1);
  expect(ticks.filter((one) => one.level === "major").map((one) => one.label)).toEqual(["January 2022", "February"]);
});

test.each([
  ["an hour", Date.UTC(2022, 1, 2, 6), Date.UTC(2022, 1, 2, 7), /0[67]:\d\d/],
  ["a week", Date.UTC(2022, 1, 1), Date.UTC(2022, 1, 8), /^\d+$|:/],
  ["a century", Date.UTC(1900, 0, 1), Date.UTC(2000, 0, 1), /^19\d\d$|2000/],
  ["before our era", -6.3e13 - 6e12, -6.3e13, /BC/],
  ["deep time", -6e18, 1e14, /M|B|K|\d/],
])("the axis of %s has between 3 and 60 labelled ticks", (_, startMs, endMs, label) => {
  const minor = sceneOf(RECORDS, { view: { startMs, endMs } }).axis.ticks.filter((tick) => tick.level === "minor");
  expect(minor.length).toBeGreaterThanOrEqual(3);
  expect(minor.length).toBeLessThanOrEqual(60);
  for (const tick of minor) expect(tick.label).toMatch(label);
});

test("tick labels never touch", () => {
  for (const days of [0.01, 0.5, 2, 9, 40, 200, 900, 9000, 90_000, 900_000]) {
    const ticks = sceneOf(RECORDS, { view: { startMs: WINTER.startMs, endMs: WINTER.startMs + days * 86_400_000 } })
      .axis.ticks;
    const minor = ticks.filter((tick) => tick.level === "minor");
    for (let i = 1; i < minor.length; i++) {
      const before = minor[i - 1] as (typeof minor)[number];
      const widthPx = Array.from(before.label).length * 11.5 * 0.55;
      expect(before.xPx + 4 + widthPx).toBeLessThan((minor[i] as (typeof minor)[number]).xPx + 4);
    }
  }
});

test("each mark is hit at its middle, at its words and just beside it", () => {
  const scene = sceneOf(RECORDS);
  for (const mark of scene.marks) {
    const middleY = mark.yPx + mark.heightPx / 2;
    expect(hitScene(scene, mark.xPx + mark.widthPx / 2, middleY)).toMatchObject({
      type: "mark",
      mark: { id: mark.id },
    });
    if (mark.label !== null) {
      const { xPx, yPx, widthPx, heightPx } = mark.label;
      expect(hitScene(scene, xPx + widthPx / 2, yPx + heightPx / 2)).toMatchObject({ mark: { id: mark.id } });
    }
  }
  expect(hitScene(scene, scene.plot.xPx + 1, scene.axis.yPx + 20)).toBeNull();
});

test("the handles of the brush are hit on their own side", () => {
  const scene = sceneOf(RECORDS, { brush: { startMs: Date.UTC(2022, 0, 10), endMs: Date.UTC(2022, 0, 25) } });
  const { brushPx, yPx } = scene.overview as NonNullable<typeof scene.overview>;
  expect(hitScene(scene, brushPx[0] - 3, yPx + 25)).toEqual({ type: "handle", which: "start" });
  expect(hitScene(scene, brushPx[1] + 3, yPx + 25)).toEqual({ type: "handle", which: "end" });
  expect(hitScene(scene, (brushPx[0] + brushPx[1]) / 2, yPx + 25)).toEqual({ type: "brush" });
});

test.each([
  ["ltr", ["start", "end"]],
  ["rtl", ["end", "start"]],
] as const)("of a narrow brush the side of the pointer is taken, %s", (dir, [left, right]) => {
  const brush = { startMs: Date.UTC(2022, 0, 10), endMs: Date.UTC(2022, 0, 10, 6) };
  const scene = sceneOf(RECORDS, { brush, dir });
  const { brushPx, yPx } = scene.overview as NonNullable<typeof scene.overview>;
  const middle = (brushPx[0] + brushPx[1]) / 2;
  expect(hitScene(scene, middle - 2, yPx + 25)).toEqual({ type: "handle", which: left });
  expect(hitScene(scene, middle + 2, yPx + 25)).toEqual({ type: "handle", which: right });
});

test("the walk visits every record once in time order, the undated last", () => {
  const store = createStore([...RECORDS].reverse());
  const walk = createWalk(store, laneTable(store, "category", "-"));
  const ids = Array.from({ length: walk.size }, (_, i) => store.id(walk.at(i)));
  expect(ids).toEqual(["a", "b", "c", "d"]);
});

test("up and down go to the nearest in time in the neighbouring lane", () => {
  const store = createStore([...RECORDS]);
  const walk = createWalk(store, laneTable(store, "category", "-"));
  expect(store.id(walk.lane(store.rowOf("a"), 1))).toBe("b");
  expect(store.id(walk.lane(store.rowOf("c"), -1))).toBe("a");
  expect(store.id(walk.lane(store.rowOf("a"), -1))).toBe("a");
});

test("a record that is open at one side is near where it is stated", () => {
  const store = createStore([
    record("open", { edtf: "[..2022-01-20]" }),
    record("far", { edtf: "2022-01-01" }, { category: "strike" }),
    record("near", { edtf: "2022-01-19" }, { category: "strike" }),
  ]);
  const walk = createWalk(store, laneTable(store, "category", "-"));
  expect(store.id(walk.lane(store.rowOf("open"), 1))).toBe("near");
  expect(store.id(walk.lane(store.rowOf("near"), -1))).toBe("open");
});

test("the description says how many, and names each mark with its date", () => {
  const scene = sceneOf(RECORDS);
  const said = describeScene(scene, { store: scene.store, ...tools });
  expect(said.summary).toContain("4 records");
  expect(said.marks).toHaveLength(4);
  expect(said.marks.map((mark) => mark.text).join("\n")).toMatch(/2 February 2022/);
});

test("the SVG escapes what a record brings along", () => {
  const scene = sceneOf([record("a", { edtf: "2022-01-14" }, { title: `<script>"&'\u0007` })]);
  const svg = sceneToSVG(scene, LIGHT, { title: "<t>", description: "&" });
  expect(svg).not.toContain("<script");
  expect(svg).not.toContain("\u0007");
  expect(svg).toContain("&lt;script&gt;&quot;&amp;&#39;");
});

test("a record that fills a column of the strip lies in it, and is spread over no other", () => {
  const day = (n: number) => new Date(Date.UTC(2022, 0, 1 + n)).toISOString().slice(0, 10);
  const store = createStore([record("first", { edtf: day(0) }), record("last", { edtf: day(99) })]);
  // A hundred days with two of air on either side, a column a day.
  const bins = overviewBins(store, 104);
  const inside = bins?.inside[0] as Float64Array;
  expect([...inside.entries()].filter(([, n]) => n > 0)).toEqual([
    [2, 1],
    [101, 1],
  ]);
});

test("the strip counts what passes, and what it cannot place apart", () => {
  const store = createStore([...RECORDS, record("open", { edtf: "2022-01-14/.." })]);
  const counted = () => {
    const { inside = [], spread = [], left = 0 } = overviewBins(store, 50) ?? {};
    return [Math.round([...inside, ...spread].flatMap((bins) => [...bins]).reduce((a, b) => a + b)), left];
  };
  expect(counted()).toEqual([3, 2]);
  store.set({ source: "category", kind: "values", field: "category", values: ["strike"] });
  expect(counted()).toEqual([2, 0]);
});

test("a brush names its window, and what the strip leaves out", () => {
  const scene = sceneOf([...RECORDS, record("e", { edtf: "[..2022-02-02]" })], {
    brush: { startMs: Date.UTC(2021, 11, 1), endMs: Date.UTC(2022, 1, 16) },
  });
  expect(scene.overview?.text).toMatch(/2021.*2022.*11 weeks/);
  expect(scene.overview?.note).toBe("2 with an open end or no date are not in this strip");
});
