import { DAY_MS, parseEdtf, SPAN_MEANINGS, type SpanMeaning, spansOf, spansOfWhen, type When } from "@whenwhere/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fullRuns } from "../../full-runs.ts";
import { edtfText } from "./edtf-grammar.ts";

/** The core as ISO texts, `-` when it is empty. */
function coreOf(edtf: string, meaning: SpanMeaning, zone?: string): string {
  const { coreStartMs, coreEndMs } = spansOf(parseEdtf(edtf), meaning, zone);
  if (Number.isNaN(coreStartMs)) return "-";
  return [coreStartMs, coreEndMs].map((ms) => new Date(ms).toISOString().replace(/T00:00:00.000Z$/, "")).join(" ");
}

function outerOf(edtf: string, zone: string): string[] {
  const { outerStartMs, outerEndMs } = spansOf(parseEdtf(edtf), "within", zone);
  return [outerStartMs, outerEndMs].map((ms) => new Date(ms).toISOString().slice(0, 16));
}

describe("the core of a date", () => {
  it.each<readonly [string, SpanMeaning, string]>([
    // One moment somewhere inside: only a time of day is known well enough to be sure.
    ["2022", "within", "-"],
    ["2022-02-02", "within", "-"],
    ["2022-02-02T10", "within", "-"],
    ["2022-02-02T10:00", "within", "2022-02-02T10:00:00.000Z 2022-02-02T10:01:00.000Z"],
    ["2022-02-02T10:00+04", "within", "2022-02-02T06:00:00.000Z 2022-02-02T06:01:00.000Z"],
    ["2022-02-02T10:00~", "within", "-"],
    ["2022-02-02T10:00?", "within", "-"],
    ["2022-02-02T10:00/2022-02-02T11:00", "within", "-"],

    // It fills the interval.
    ["2022", "throughout", "2022-01-01 2023-01-01"],
    ["2022~", "throughout", "-"],
    ["2022?", "throughout", "-"],
    ["202X", "throughout", "-"],
    ["1950S2", "throughout", "-"],
    ["2022-01-18/2022-01-31", "throughout", "2022-01-18 2022-02-01"],
    ["2022-01-18~/2022-01-31", "throughout", "2022-01-19 2022-02-01"],
    ["2022-01-18~/2022-01-31~", "throughout", "2022-01-19 2022-01-31"],
    ["2022-01~/2022-06", "throughout", "2022-02-01 2022-07-01"],
    ["2022~/2022-06", "throughout", "-"],
    ["2022-06-XX/2022-07-03", "throughout", "2022-07-01 2022-07-04"],
    ["2022-01-18?/2022-01-31", "throughout", "-"],
    ["2022-01-18%/2022-01-31", "throughout", "-"],

    // An open or unknown side: what the stated side says is all that is sure.
    ["2022-01-18/..", "throughout", "2022-01-18 2022-01-19"],
    ["2022-01-18/", "throughout", "2022-01-18 2022-01-19"],
    ["../2022-01", "throughout", "2022-01-01 2022-02-01"],
    ["2022-01-18~/..", "throughout", "-"],
    ["2022-01-18/..", "ongoing", "2022-01-18 2022-01-19"],
    ["2022-01-18", "ongoing", "2022-01-18 2022-01-19"],
    ["../..", "ongoing", "-"],
    ["../..", "throughout", "-"],

    // Several happenings, or several dates.
    ["2022-01-18/2022-01-31", "series", "-"],
    ["[2022-01-18,2022-01-19]", "throughout", "-"],
    ["[..2022-02-02]", "throughout", "-"],
    ["{2022-01,2022-02,2024}", "throughout", "2024-01-01 2025-01-01"],
    ["{2022-01,2022-02..2022-12,2024-06}", "throughout", "2022-01-01 2023-01-01"],
    ["{2022,2022-03,2022-06..2023-06}", "throughout", "2022-01-01 2023-07-01"],
    ["{2022,2023?}", "throughout", "-"],
    ["{2022,2023}", "within", "-"],
  ])("%s, %s, is %s", (edtf, meaning, core) => {
    expect(coreOf(edtf, meaning)).toBe(core);
  });

  it("shrinks, or stays, when a mark is added to a side", () => {
    const day = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(day, day, fc.constantFrom("", "~", "?"), fc.constantFrom("", "~", "?"), (first, length, a, b) => {
        const text = (offset: number) => new Date(Date.UTC(2020, 0, 1) + offset * DAY_MS).toISOString().slice(0, 10);
        const plain = spansOf(parseEdtf(`${text(first)}/${text(first + length)}`), "throughout");
        const marked = spansOf(parseEdtf(`${text(first)}${a}/${text(first + length)}${b}`), "throughout");
        expect([marked.outerStartMs, marked.outerEndMs]).toEqual([plain.coreStartMs, plain.coreEndMs]);
        const isEmpty = a === "?" || b === "?" || (a === "~" ? 1 : 0) + (b === "~" ? 1 : 0) > length;
        expect(Number.isNaN(marked.coreStartMs)).toBe(isEmpty);
        if (isEmpty) return;
        expect(marked.coreStartMs - plain.coreStartMs).toBe(a === "~" ? DAY_MS : 0);
        expect(plain.coreEndMs - marked.coreEndMs).toBe(b === "~" ? DAY_MS : 0);
      }),
      { seed: 31, numRuns: fullRuns(2000) },
    );
  });
});

describe("a zone", () => {
  const zones = ["UTC", "America/Los_Angeles", "Asia/Kathmandu", "Pacific/Apia"];

  it.each(zones)("%s leaves 1 January on 1 January", (zone) => {
    expect(outerOf("2024-01-01", zone)).toEqual(["2024-01-01T00:00", "2024-01-02T00:00"]);
  });

  it.each([
    ["UTC", "2024-01-01T10:00", "2024-01-01T10:01"],
    ["America/Los_Angeles", "2024-01-01T18:00", "2024-01-01T18:01"],
    ["Asia/Kathmandu", "2024-01-01T04:15", "2024-01-01T04:16"],
    ["Pacific/Apia", "2023-12-31T21:00", "2023-12-31T21:01"],
  ])("%s turns ten in the morning into an instant", (zone, start, end) => {
    expect(outerOf("2024-01-01T10:00", zone)).toEqual([start, end]);
    expect(outerOf("2024-01-01T10:00Z", zone)).toEqual(["2024-01-01T10:00", "2024-01-01T10:01"]);
  });

  it("moves each side of an interval and each member of a set", () => {
    expect(outerOf("2024-01-01T10:00/2024-01-02", "Asia/Kathmandu")).toEqual(["2024-01-01T04:15", "2024-01-03T00:00"]);
    expect(spansOf(parseEdtf("2024-01-01T10:00/.."), "within", "Asia/Kathmandu")).toMatchObject({
      outerStartMs: Date.UTC(2024, 0, 1, 4, 15),
      outerEndMs: Number.POSITIVE_INFINITY,
    });
    expect(outerOf("[2024-01-01T10:00,2024-01-01T12:00]", "Asia/Kathmandu")).toEqual([
      "2024-01-01T04:15",
      "2024-01-01T06:16",
    ]);
  });

  it("never turns a date around, whatever it says", () => {
    fc.assert(
      fc.property(
        edtfText,
        fc.constantFrom(...zones, "Europe/London"),
        fc.constantFrom(...SPAN_MEANINGS),
        (edtf, zone, span) => {
          const { spans, date } = spansOfWhen({ edtf, zone, span });
          expect(date).toEqual(parseEdtf(edtf));
          expect(spans.outerStartMs).toBeLessThan(spans.outerEndMs);
          if (Number.isNaN(spans.coreStartMs)) return;
          expect(spans.coreStartMs).toBeGreaterThanOrEqual(spans.outerStartMs);
          expect(spans.coreStartMs).toBeLessThan(spans.coreEndMs);
          expect(spans.coreEndMs).toBeLessThanOrEqual(spans.outerEndMs);
        },
      ),
      { seed: 1847, numRuns: fullRuns(2000) },
    );
  });
});

describe("spansOfWhen", () => {
  const losAngeles = "America/Los_Angeles";

  it.each([[null], [undefined], [{}], [{ edtf: null }], [{ edtf: undefined, zone: "nowhere" } as unknown as When]])(
    "finds no date and no issue in %j",
    (when) => {
      const { date, spans, issues } = spansOfWhen(when);
      expect([date, issues]).toEqual([null, []]);
      expect(Object.values(spans)).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
    },
  );

  it("says why a text is refused", () => {
    const { date, spans, issues } = spansOfWhen({ edtf: "2024-02-30" });
    expect([date, spans.outerStartMs]).toEqual([null, Number.NaN]);
    expect(issues).toEqual([
      expect.objectContaining({
        code: "time/syntax",
        severity: "error",
        field: "when.edtf",
        value: "2024-02-30",
        row: null,
      }),
    ]);
    expect(issues[0]?.message).toContain("29 days");
  });

  it("takes the whole day for a time in a gap, and says so", () => {
    const { spans, issues } = spansOfWhen({ edtf: "2024-03-10T02:30", zone: losAngeles });
    expect(issues).toEqual([
      expect.objectContaining({ code: "time/gap", severity: "warning", value: "2024-03-10T02:30" }),
    ]);
    expect(spans).toMatchObject({
      outerStartMs: Date.UTC(2024, 2, 10),
      outerEndMs: Date.UTC(2024, 2, 11),
      coreStartMs: Number.NaN,
    });
  });

  it.each(["2024-03-10T02:30", "2024-11-03T01:30"])("is sure of no moment of %s, whatever it means", (edtf) => {
    for (const span of SPAN_MEANINGS) expect(spansOfWhen({ edtf, span, zone: losAngeles }).spans.coreStartMs).toBeNaN();
  });

  it("takes both readings of a time in a fold, and says so", () => {
    const { spans, issues } = spansOfWhen({ edtf: "2024-11-03T01:30", zone: losAngeles });
    expect(issues).toEqual([expect.objectContaining({ code: "time/fold", severity: "warning" })]);
    expect(spans).toMatchObject({
      outerStartMs: Date.UTC(2024, 10, 3, 8, 30),
      outerEndMs: Date.UTC(2024, 10, 3, 9, 31),
      coreStartMs: Number.NaN,
    });
  });

  it("keeps the wall reading where a zone is unknown, and says so", () => {
    const { spans, issues } = spansOfWhen({ edtf: "2024-11-03T01:30", zone: "Mars/Olympus" });
    expect(issues).toEqual([expect.objectContaining({ code: "time/zone", field: "when.zone", value: "Mars/Olympus" })]);
    expect(spans.outerStartMs).toBe(Date.UTC(2024, 10, 3, 1, 30));
  });

  it("keeps the wall reading where a day and an instant would change places, and says so", () => {
    const { spans, issues } = spansOfWhen({ edtf: "2024-01-01/2024-01-01T02:00", zone: "Asia/Kathmandu" });
    expect(issues).toEqual([expect.objectContaining({ code: "time/mixed" })]);
    expect([spans.outerStartMs, spans.outerEndMs]).toEqual([Date.UTC(2024, 0, 1), Date.UTC(2024, 0, 1, 2, 1)]);
  });

  it("reads a meaning it does not know as within, and says so", () => {
    const when = { edtf: "2024", span: "forever" } as unknown as When;
    const { spans, issues } = spansOfWhen(when);
    expect(issues).toEqual([expect.objectContaining({ code: "time/span", field: "when.span", value: "forever" })]);
    expect(spans).toEqual(spansOf(parseEdtf("2024"), "within"));
  });

  it("never throws, whatever stands in the fields", () => {
    const anything = fc.oneof(fc.anything(), fc.string(), edtfText);
    fc.assert(
      fc.property(fc.record({ edtf: anything, zone: anything, span: anything }), (when) => {
        const { date, spans, issues } = spansOfWhen(when as unknown as When);
        expect(Number.isNaN(spans.outerStartMs)).toBe(date === null);
        for (const issue of issues) expect([issue.message, issue.hint]).not.toContain("");
      }),
      { seed: 9, numRuns: fullRuns(2000) },
    );
  });
});
