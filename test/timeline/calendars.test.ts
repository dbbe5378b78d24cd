import { DAY_MS } from "@whenwhere/model";
import { calendarDays, secondCalendar } from "@whenwhere/timeline";
import { fixedTextMetrics } from "@whenwhere/view/pure";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { timeScale } from "../../packages/timeline/src/scene/axis/time-scale.ts";
import { fewElsewhere, fullRuns } from "../full-runs.ts";
import { record, sceneOf } from "./fixtures.ts";

const NAMES = Intl.supportedValuesOf("calendar");
const NOT_FIRST = NAMES.filter((name) => name !== "gregory" && name !== "iso8601");
/** By the moon, by the sun and by both first. */
const TRIED = fewElsewhere([...new Set(["islamic-umalqura", "persian", "hebrew", ...NOT_FIRST])], 3);
const SPANS_DAYS = [0.1, 2, 9, 40, 200, 900, 9000, 90_000, 900_000];
const RECORDS = [record("a", { edtf: "2022-02-02" })];

/** To make one takes longer than to ask it for ten days. */
const FORMATS = new Map(
  NAMES.map((calendar) => {
    const parts = { era: "short", year: "numeric", month: "long", day: "numeric" } as const;
    return [calendar, new Intl.DateTimeFormat("en-u-nu-latn", { calendar, timeZone: "UTC", ...parts })] as const;
  }),
);

/** Slow twin: asks the platform about every day. */
function asked(name: string, day: number): { month: string; day: string; year: string } {
  const parts = FORMATS.get(name)?.formatToParts(day * DAY_MS) ?? [];
  const text = (...types: string[]): string => parts.find(({ type }) => types.includes(type))?.value ?? "";
  return { month: text("month"), day: text("day"), year: text("year", "relatedYear") };
}

describe("months and years of other calendars", () => {
  test.each(TRIED)("%s: months begin on their first day, and no month is skipped", (name) => {
    const days = calendarDays(name);
    const from = Math.floor(Date.UTC(2018, 0, 1) / DAY_MS);
    const slow: number[] = [];
    for (let day = from; day < from + 1500; day++) if (asked(name, day).day === "1") slow.push(day);
    const fast = [slow[0] as number];
    while (fast.length < slow.length) fast.push(days.nextMonth(fast.at(-1) as number));
    // A reign that begins within a month counts the days of that month on.
    expect(fast).toEqual(slow);
  });

  test.each(TRIED.filter((name) => name !== "japanese"))("%s: years begin where their number changes", (name) => {
    const days = calendarDays(name);
    let start = days.yearStart(Math.floor(Date.UTC(1980, 5, 1) / DAY_MS));
    for (let i = 0; i < 60; i++) {
      expect(asked(name, start).year).not.toBe(asked(name, start - 1).year);
      expect(days.begins(start)).toEqual({ isMonthStart: true, isYearStart: true });
      const next = days.nextYear(start);
      expect(asked(name, next - 1).year).toBe(asked(name, start).year);
      start = next;
    }
  });

  test("a thirteenth month stays with the last three of its year", () => {
    const startMs = Date.UTC(2018, 0, 1);
    const scale = timeScale({ startMs, endMs: startMs + 1700 * DAY_MS }, 0, 850);
    const ticks = secondCalendar("coptic", "en").ticks(scale, { width: (text) => text.length });
    const gaps = ticks.slice(2).map(({ ms }, i) => Math.round((ms - (ticks[i + 1]?.ms ?? 0)) / DAY_MS));
    expect(new Set(gaps)).toEqual(new Set([90, 95, 96]));
  });

  test("known new years", () => {
    const iso = (name: string, near: string): string => {
      const day = calendarDays(name).yearStart(Date.parse(near) / DAY_MS);
      return new Date(day * DAY_MS).toISOString().slice(0, 10);
    };
    expect(iso("persian", "2022-06-01")).toBe("2022-03-21");
    expect(iso("islamic-umalqura", "2022-09-01")).toBe("2022-07-30");
    expect(iso("hebrew", "2022-10-20")).toBe("2022-09-26");
    expect(iso("chinese", "2022-06-01")).toBe("2022-02-01");
    expect(iso("buddhist", "2022-06-01")).toBe("2022-01-01");
    expect(iso("ethiopic", "2022-10-01")).toBe("2022-09-11");
  });

  test("ten years on is the year with that number", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("persian", "islamic-umalqura", "islamic-civil", "hebrew", "buddhist", "coptic", "indian"),
        fc.integer({ min: -40_000, max: 60_000 }),
        fc.constantFrom(2, 5, 10, 100),
        (name, day, count) => {
          const days = calendarDays(name);
          const start = days.yearStart(day, count);
          expect(Number(asked(name, start).year) % count).toBe(0);
          expect(start).toBeLessThanOrEqual(day);
          const next = days.nextYear(start, count);
          expect(Number(asked(name, next).year) - Number(asked(name, start).year)).toBe(count);
          expect(next).toBeGreaterThan(day);
        },
      ),
      { numRuns: fullRuns(300, 40), seed: 71 },
    );
  });
});

describe("the line of a second calendar", () => {
  const startMs = Date.UTC(2022, 1, 10);

  test.each(TRIED)("%s has words at every zoom, and no two touch", (name) => {
    const calendars = [secondCalendar(name, "en")];
    const metrics = fixedTextMetrics();
    for (const widthPx of [390, 1000]) {
      for (const days of SPANS_DAYS) {
        const view = { startMs, endMs: startMs + days * DAY_MS };
        const { axis, plot } = sceneOf(RECORDS, { view, calendars, widthPx });
        const ticks = (axis.lines[0]?.ticks ?? []).filter(({ label }) => label !== "");
        expect(ticks.length).toBeGreaterThan(0);
        ticks.forEach((tick, i) => {
          expect(tick.xPx).toBeGreaterThanOrEqual(plot.xPx - 0.001);
          const next = ticks[i + 1];
          if (next === undefined) return;
          const widthOf = metrics.width(tick.label, 11.5, tick.level === "major" ? 600 : 400);
          expect(tick.xPx + 4 + widthOf).toBeLessThanOrEqual(next.xPx + 4);
        });
      }
    }
  });

  test("Nowruz stands under 21 March, and the axis grows by a line", () => {
    const view = { startMs: Date.UTC(2022, 2, 10), endMs: Date.UTC(2022, 3, 5) };
    const plain = sceneOf(RECORDS, { view, shrink: true });
    const scene = sceneOf(RECORDS, { view, shrink: true, calendars: [secondCalendar("persian", "en")] });
    const nowruz = scene.axis.lines[0]?.ticks.find(({ ms }) => ms === Date.UTC(2022, 2, 21));
    expect(nowruz?.label).toMatch(/^1 Farvardin$|^1 Far/);
    expect(scene.axis.lines[0]?.caption).toBe("Persian Calendar");
    expect(scene.heightPx).toBeGreaterThan(plain.heightPx);
    expect(scene.axis.ticks).toEqual(plain.axis.ticks);
  });

  test("its words are in the language and the digits of the reader", () => {
    const view = { startMs: Date.UTC(2022, 2, 1), endMs: Date.UTC(2023, 2, 1) };
    const labels = (locale: string): string =>
      sceneOf(RECORDS, { view, calendars: [secondCalendar("persian", locale)] })
        .axis.lines[0]?.ticks.map(({ label }) => label)
        .join(" ") ?? "";
    expect(labels("fa")).toMatch(/فروردین ۱۴۰۱/);
    expect(labels("de")).toMatch(/Farwardin|Farvardin/);
  });

  test("panning asks the platform about little that is new", () => {
    const calendar = secondCalendar("hebrew", "en");
    const metrics = fixedTextMetrics();
    const labels = new Set<string>();
    for (let i = 0; i < 200; i++) {
      const view = { startMs: startMs + i * DAY_MS, endMs: startMs + (i + 400) * DAY_MS };
      for (const { label } of sceneOf(RECORDS, { view, calendars: [calendar], metrics }).axis.lines[0]?.ticks ?? [])
        labels.add(label);
    }
    expect(labels.size).toBeLessThan(60);
  });

  test("deep time has no second calendar", () => {
    const view = { startMs: -6e15, endMs: 1e14 };
    expect(sceneOf(RECORDS, { view, calendars: [secondCalendar("hebrew", "en")] }).axis.lines[0]?.ticks).toEqual([]);
  });

  test("right to left it mirrors with the rest", () => {
    const view = { startMs, endMs: startMs + 100 * DAY_MS };
    const calendars = [secondCalendar("islamic-umalqura", "ar")];
    const ltr = sceneOf(RECORDS, { view, calendars });
    const rtl = sceneOf(RECORDS, { view, calendars, dir: "rtl" });
    ltr.axis.lines[0]?.ticks.forEach((tick, i) => {
      expect((rtl.axis.lines[0]?.ticks[i]?.xPx as number) + tick.xPx).toBeCloseTo(1000, 6);
    });
  });

  test("a name that is no calendar is refused with all names that are", () => {
    expect(() => secondCalendar("klingon", "en")).toThrow(/"klingon" is no calendar.*hebrew.*persian/);
    expect(() => secondCalendar("klingon", "en")).toThrow(expect.objectContaining({ code: "timeline/calendar" }));
  });
});
