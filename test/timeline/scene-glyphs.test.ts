import type { Incident } from "@whenwhere/model";
import { type Edge, type GlyphKind, type Outline, washAlpha } from "@whenwhere/timeline";
import { describe, expect, test } from "vitest";
import { record, sceneOf } from "./fixtures.ts";

interface Row {
  readonly name: string;
  readonly when: Incident["when"];
  readonly more?: Partial<Incident>;
  readonly kind: GlyphKind;
  readonly form: "shape" | "bar";
  readonly edges: readonly [Edge, Edge];
  readonly outline: Outline;
}

const ROWS: readonly Row[] = [
  {
    name: "an exact moment is the shape",
    when: { edtf: "2022-01-14T09:30" },
    kind: "instant",
    form: "shape",
    edges: ["cap", "cap"],
    outline: "solid",
  },
  {
    name: "some hour of a day is a short capped bar",
    when: { edtf: "2022-02-02" },
    kind: "within",
    form: "bar",
    edges: ["cap", "cap"],
    outline: "solid",
  },
  {
    name: "within a month is a capped wash",
    when: { edtf: "2022-01" },
    kind: "within",
    form: "bar",
    edges: ["cap", "cap"],
    outline: "solid",
  },
  {
    name: "approximate bounds fade",
    when: { edtf: "2022-01-18~/2022-01-31~" },
    kind: "within",
    form: "bar",
    edges: ["fade", "fade"],
    outline: "solid",
  },
  {
    name: "throughout with approximate bounds fades",
    when: { edtf: "2022-01-10~/2022-02-05~", span: "throughout" },
    kind: "throughout",
    form: "bar",
    edges: ["fade", "fade"],
    outline: "solid",
  },
  {
    name: "an open end is open",
    when: { edtf: "2022-01-18~/..", span: "throughout" },
    kind: "throughout",
    form: "bar",
    edges: ["fade", "open"],
    outline: "solid",
  },
  {
    name: "an unknown end is unknown",
    when: { edtf: "2022-01-10/", span: "throughout" },
    kind: "throughout",
    form: "bar",
    edges: ["cap", "unknown"],
    outline: "solid",
  },
  {
    name: "ongoing without bounds is open on both sides",
    when: { edtf: "../..", span: "ongoing" },
    kind: "ongoing",
    form: "bar",
    edges: ["open", "open"],
    outline: "solid",
  },
  {
    name: "on or before is open at the start",
    when: { edtf: "[..2022-02-02]" },
    kind: "within",
    form: "bar",
    edges: ["open", "cap"],
    outline: "solid",
  },
  {
    name: "on or after is open at the end",
    when: { edtf: "[2022-01-21..]" },
    kind: "within",
    form: "bar",
    edges: ["cap", "open"],
    outline: "solid",
  },
  {
    name: "a series is a series",
    when: { edtf: "2022-01-18~/2022-01-31~", span: "series", count: 20 },
    kind: "series",
    form: "bar",
    edges: ["fade", "fade"],
    outline: "solid",
  },
  {
    name: "one of a set is a set",
    when: { edtf: "[2022-01-04,2022-01-14,2022-01-29]" },
    kind: "set",
    form: "bar",
    edges: ["cap", "cap"],
    outline: "solid",
  },
  {
    name: "planned is hollow",
    when: { edtf: "2022-02-07/2022-02-18" },
    more: { status: "planned" },
    kind: "within",
    form: "bar",
    edges: ["cap", "cap"],
    outline: "hollow",
  },
  {
    name: "cancelled is struck",
    when: { edtf: "2022-01" },
    more: { status: "cancelled" },
    kind: "within",
    form: "bar",
    edges: ["cap", "cap"],
    outline: "struck",
  },
  {
    name: "alleged is dashed",
    when: { edtf: "2022-01-10/2022-01-24" },
    more: { status: "alleged" },
    kind: "within",
    form: "bar",
    edges: ["cap", "cap"],
    outline: "dashed",
  },
];

describe("time glyphs", () => {
  test.each(ROWS)("$name", ({ when, more, kind, form, edges, outline }) => {
    const mark = sceneOf([record("a", when, more)]).marks[0];
    expect(mark).toMatchObject({ kind, form, outline, edges: { start: edges[0], end: edges[1] } });
  });

  test("a hollow bar has no wash and a solid one of all the time has 0.90", () => {
    const hollow = sceneOf([record("a", { edtf: "2022-01" }, { status: "planned" })]).marks[0];
    const whole = sceneOf([record("a", { edtf: "2022-01", span: "throughout" })]).marks[0];
    expect(hollow?.alpha).toBe(0);
    expect(whole?.alpha).toBe(0.9);
  });

  test("an uncertain date carries its question mark", () => {
    const scene = sceneOf([record("a", { edtf: "2022-01-14?" })]);
    expect(scene.marks[0]?.uncertain).toBe(true);
    const texts = scene.layers.flatMap((layer) => layer.items).filter((item) => item.t === "text");
    expect(texts.some((item) => item.text === "?")).toBe(true);
  });

  test("a series says its number and its ticks keep 5 px apart", () => {
    const scene = sceneOf([
      record("a", { edtf: "2022-01-18~/2022-01-31~", span: "series", count: 400, countAtLeast: true }),
    ]);
    const mark = scene.marks[0];
    expect(mark?.countText).toBe("400+");
    const ticks = mark?.bars[0]?.ticksPx ?? [];
    expect(ticks.length).toBeGreaterThan(10);
    for (let i = 1; i < ticks.length; i++)
      expect((ticks[i] as number) - (ticks[i - 1] as number)).toBeGreaterThanOrEqual(5);
  });

  test("the members of a set share the ink and stand on their own days", () => {
    const mark = sceneOf([record("a", { edtf: "[2022-01-04,2022-01-14,2022-01-29]" })]).marks[0];
    expect(mark?.bars).toHaveLength(3);
    expect(mark?.bars[0]?.alpha).toBeLessThan(0.85 / 3 + 1e-9);
  });

  test("a set with an open member is a bar, since any day before may be meant", () => {
    const mark = sceneOf([record("a", { edtf: "[..2022-01-02,2022-01-10,2022-01-20]" })]).marks[0];
    expect(mark?.bars).toHaveLength(1);
    expect(mark?.bars[0]).toMatchObject({ start: "open", end: "cap" });
  });

  test("rival readings are one bar each with their speakers", () => {
    const claims = [
      { id: "1", field: "when", value: { edtf: "2022-01-18~/2022-01-31~" }, by: "summary" },
      { id: "2", field: "when", value: { edtf: "2022-01-21/2022-02-03" }, by: "officials" },
    ];
    const mark = sceneOf([record("a", { edtf: "2022-01-18~/2022-01-31~" }, { status: "disputed", claims })]).marks[0];
    expect(mark?.bars.map((bar) => bar.by)).toEqual(["summary", "officials"]);
    expect(new Set(mark?.bars.map((bar) => bar.yPx)).size).toBe(2);
  });

  test("a rival reading may be told as a text, and one that is denied is not drawn", () => {
    const claims = [
      { id: "1", field: "when", value: "2022-01-21", by: "officials" },
      { id: "2", field: "when", value: "2022-01-25", by: "a witness" },
      { id: "3", field: "when", value: "2022-01-28", stance: "denies" as const, by: "a minister" },
      { id: "4", field: "when", value: "before the rains", by: "a neighbour" },
    ];
    const mark = sceneOf([record("a", { edtf: "2022-01-18" }, { claims })]).marks[0];
    expect(mark?.bars.map((bar) => bar.by)).toEqual([null, "officials", "a witness"]);
  });

  test("a month at seven years is the shape of its category", () => {
    const view = { startMs: Date.UTC(2015, 0, 1), endMs: Date.UTC(2035, 0, 1) };
    expect(sceneOf([record("a", { edtf: "2022-01" })], { view }).marks[0]).toMatchObject({
      form: "shape",
      kind: "within",
    });
  });

  test("a bar that runs on says so and never fades into the edge", () => {
    const mark = sceneOf([record("a", { edtf: "2021" })], {
      view: { startMs: Date.UTC(2021, 11, 1), endMs: Date.UTC(2022, 1, 15) },
    }).marks[0];
    expect(mark?.edges).toEqual({ start: "beyond", end: "cap" });
    expect(mark?.bars[0]?.startFadePx).toBe(0);
  });

  test("ink is spread by the square root of the doubt", () => {
    expect(washAlpha(16)).toBe(0.85);
    expect(washAlpha(64)).toBeCloseTo(0.425);
    expect(washAlpha(5000)).toBe(0.2);
    expect(washAlpha(1)).toBe(0.85);
  });
});
