import { DAY_MS } from "@whenwhere/model";
import { axisCalendar, axisFormat, type TimelineScene, zoneTime } from "@whenwhere/timeline";
import { arabic, createWords, fixedTextMetrics, timelineTexts } from "@whenwhere/view/pure";
import { describe, expect, test } from "vitest";
import { fewElsewhere } from "../full-runs.ts";
import { record, sceneOf } from "./fixtures.ts";

const LOCALES = fewElsewhere(["en", "ar-EG", "fa", "th", "en-US", "hi", "bn-BD", "ja", "de", "fr", "he"], 4);
const YEAR_MS = 365.2425 * DAY_MS;
const ZOOMS: readonly (readonly [name: string, spanMs: number])[] = [
  ["a minute", 60_000],
  ["an hour", 3_600_000],
  ["a day", DAY_MS],
  ["a week", 7 * DAY_MS],
  ["a month", 30 * DAY_MS],
  ["a year", YEAR_MS],
  ["ten years", 10 * YEAR_MS],
  ["a century", 100 * YEAR_MS],
  ["a millennium", 1000 * YEAR_MS],
  ["ten millennia", 10_000 * YEAR_MS],
];
const RECORDS = [record("a", { edtf: "2022-01-04" })];

function axisOf(locale: string, view: { startMs: number; endMs: number }, widthPx = 1000): TimelineScene["axis"] {
  const words = createWords(locale, [arabic]).withTexts(timelineTexts);
  const format = axisFormat(locale, { bce: (year) => words.t("date.bce", { year }) });
  return sceneOf(RECORDS, { view, widthPx, words, format, dir: "ltr" }).axis;
}

/** Any view of the length that holds a turn of the year, off all boundaries. */
function viewOf(spanMs: number): { startMs: number; endMs: number } {
  const startMs = Date.UTC(2022, 0, 1) - spanMs * 0.37;
  return { startMs, endMs: startMs + spanMs };
}

describe.each(LOCALES)("the axis in %s", (locale) => {
  const metrics = fixedTextMetrics();
  test.each(ZOOMS)("over %s has labels that differ from their neighbours and do not touch them", (_, spanMs) => {
    for (const widthPx of [390, 1000]) {
      const { ticks } = axisOf(locale, viewOf(spanMs), widthPx);
      for (const level of ["minor", "major"] as const) {
        const own = ticks.filter((tick) => tick.level === level);
        if (level === "minor") expect(own.length).toBeGreaterThanOrEqual(2);
        own.forEach((tick, i) => {
          const next = own[i + 1];
          if (next === undefined) return;
          expect(next.label).not.toBe(tick.label);
          const padPx = level === "minor" ? 4 : 6;
          const endPx = tick.xPx + padPx + metrics.width(tick.label, 11.5, level === "major" ? 600 : 400);
          expect(endPx).toBeLessThanOrEqual(next.xPx + padPx);
        });
      }
    }
  });

  test("writes in its own digits", () => {
    const digit = new Intl.NumberFormat(locale).format(2);
    for (const [, spanMs] of ZOOMS) {
      const text = axisOf(locale, viewOf(spanMs))
        .ticks.map(({ label }) => label)
        .join(" ");
      if (!/[0-9]/.test(digit)) expect(text).not.toMatch(/[0-9]/);
    }
    expect(axisOf(locale, viewOf(10 * YEAR_MS)).ticks.some(({ label }) => label.includes(digit))).toBe(true);
  });
});

describe("years before our era and deep time", () => {
  const labels = (startMs: number, endMs: number, locale = "en"): readonly string[] =>
    axisOf(locale, { startMs, endMs }).ticks.map(({ label }) => label);
  const year = (astronomical: number): number => new Date(0).setUTCFullYear(astronomical, 0, 1);

  test("centuries stand at round years on both sides of the era", () => {
    expect(labels(year(-450), year(450))).toEqual(expect.arrayContaining(["400 BCE", "200 BCE", "1", "200", "400"]));
  });

  test("a year BCE is called so in its headings", () => {
    expect(labels(year(-43), year(-42)).filter((text) => text.includes("BCE"))).toEqual(["44 BCE"]);
    expect(labels(year(-43), year(-43) + 3 * DAY_MS)[0]).not.toContain("BCE");
    expect(labels(year(-43), year(-43) + 3 * DAY_MS).join(" ")).toContain("1 January 44 BCE");
  });

  test("millions of years are words", () => {
    const yearsMs = 31_556_952_000;
    expect(labels(-250e6 * yearsMs, -50e6 * yearsMs)).toEqual(
      expect.arrayContaining(["200 million BCE", "100 million BCE"]),
    );
    expect(labels(-4.6e9 * yearsMs, 0).join(" ")).toMatch(/4 billion BCE/);
    const near = labels(-170_000_500 * yearsMs, -169_999_500 * yearsMs);
    expect(new Set(near).size).toBe(near.length);
    expect(labels(-250e6 * yearsMs, -50e6 * yearsMs, "ar").join(" ")).toContain("مليون");
  });

  test("ten thousand years are counted with their separators", () => {
    expect(labels(year(-12_000), year(2000))).toEqual(expect.arrayContaining(["10,000 BCE", "1"]));
  });
});

test("an axis in Arabic names the zone in its own digits and order", () => {
  const words = createWords("ar-EG", [arabic]).withTexts(timelineTexts);
  const startMs = Date.UTC(2022, 1, 2);
  const calendar = axisCalendar(zoneTime("Asia/Aden"));
  const view = { startMs, endMs: startMs + DAY_MS };
  const { axis } = sceneOf(RECORDS, {
    view,
    words,
    calendar,
    format: axisFormat("ar-EG", { time: calendar.time }),
    dir: "ltr",
  });
  expect(axis.zone).toContain("\u2066UTC+٣\u2069");
  expect(axis.zone).toContain("\u2066Asia/Aden\u2069");
  expect(axis.ticks[0]?.label).toBe("٠٣:٠٠");
});
