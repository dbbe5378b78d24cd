import { DAY_MS } from "@whenwhere/model";
import { createStore } from "@whenwhere/store";
import { axisCalendar, axisFormat, UTC_TIME, zonedSpan, zonedStore, zoneTime } from "@whenwhere/timeline";
import { createWords, timelineTexts } from "@whenwhere/view/pure";
import fc from "fast-check";
import { DateTime, IANAZone } from "luxon";
import { describe, expect, test } from "vitest";
import { fullRuns } from "../full-runs.ts";
import { record, sceneOf } from "./fixtures.ts";

const ZONES = [
  "Africa/Maputo",
  "Africa/Casablanca",
  "America/Los_Angeles",
  "America/St_Johns",
  "America/Havana",
  "Asia/Kathmandu",
  "Asia/Dubai",
  "Asia/Beirut",
  "Australia/Lord_Howe",
  "Europe/Kyiv",
  "Pacific/Apia",
  "Pacific/Chatham",
];
const HOUR_MS = 3_600_000;
const HOUR = { unit: "hour", count: 1 } as const;
const DAY = { unit: "day", count: 1 } as const;

const instants = fc
  .integer({ min: Date.UTC(1950, 0, 1) / 1000, max: Date.UTC(2037, 0, 1) / 1000 })
  .map((s) => s * 1000);

function inZone(zone: string, startMs: number, endMs: number, records = [record("a", { edtf: "2022-02-02" })]) {
  return sceneOf(records, { view: { startMs, endMs }, calendar: axisCalendar(zoneTime(zone)), format: formatIn(zone) });
}

function formatIn(zone: string) {
  return axisFormat("en", { time: zoneTime(zone) });
}

describe("the clocks of a zone", () => {
  test("show what luxon says they show, at any instant", () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), instants, (zone, ms) => {
        const offsetMin = DateTime.fromMillis(ms, { zone }).offset;
        expect(zoneTime(zone).offsetMsAt(ms)).toBe(offsetMin * 60_000);
      }),
      { numRuns: fullRuns(4000), seed: 61 },
    );
  });

  test("a wall time is found again, or was never shown", () => {
    const times = new Map(ZONES.map((zone) => [zone, zoneTime(zone)]));
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), instants, (zone, wall) => {
        const time = times.get(zone) ?? UTC_TIME;
        const ms = time.instantMs(wall);
        if (time.wallMs(ms) !== wall) expect(time.wallMs(ms - 1000)).toBeLessThan(wall);
        else expect(ms).toBeLessThanOrEqual(wall - time.offsetMsAt(ms));
        expect(time.wallMs(ms)).toBeGreaterThanOrEqual(wall);
      }),
      { numRuns: fullRuns(4000), seed: 62 },
    );
  });

  test("far past and far future have clocks too, and infinity stays", () => {
    const time = zoneTime("Europe/Kyiv");
    for (const ms of [-8.64e15, -6e18, 8.64e15, 6e18, Date.UTC(2777, 6, 1)])
      expect(Number.isFinite(time.wallMs(ms))).toBe(true);
    expect(time.offsetMsAt(Date.UTC(2777, 6, 1))).toBe(3 * HOUR_MS);
    expect(time.wallMs(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
    // Beyond the platform's own days: the calendar, and with it the summers, repeats every 400 years.
    const later = Date.UTC(2024, 0, 1) + 1000 * 146_097 * DAY_MS;
    expect([later, later + 182 * DAY_MS].map(time.offsetMsAt)).toEqual([2 * HOUR_MS, 3 * HOUR_MS]);
  });

  test("a day that the zone left out stays where it is, and the days beside it are its own", () => {
    const apia = zoneTime("Pacific/Apia");
    const dayOf = (day: number) => zonedSpan(Date.UTC(2011, 11, day), Date.UTC(2011, 11, day + 1), apia);
    expect(dayOf(30)).toEqual([Date.UTC(2011, 11, 30), Date.UTC(2011, 11, 31)]);
    expect(dayOf(29)).toEqual([Date.UTC(2011, 11, 29, 10), Date.UTC(2011, 11, 30, 10)]);
    expect(dayOf(31)).toEqual([Date.UTC(2011, 11, 30, 10), Date.UTC(2011, 11, 31, 10)]);
  });

  test("a store of instants alone is the same in every zone", () => {
    const store = createStore([record("a", { edtf: "2022-02-02T10:30Z" }), record("b", undefined)]);
    expect(zonedStore(store, zoneTime("Pacific/Apia"))).toBe(store);
  });

  test("a name that is no zone is refused with the value, the expectation and the remedy", () => {
    expect(() => zoneTime("Mars/Olympus")).toThrow(/"Mars\/Olympus" is no time zone.*Africa\/Maputo.*local/);
    expect(() => zoneTime("Mars/Olympus")).toThrow(expect.objectContaining({ code: "timeline/zone" }));
  });
});

describe("ticks of a zone", () => {
  test("days begin at its midnights and hours where its clocks show a whole one", () => {
    const calendars = new Map(ZONES.map((zone) => [zone, axisCalendar(zoneTime(zone))]));
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), instants, fc.constantFrom(1, 3, 6, 12), (zone, ms, count) => {
        const calendar = calendars.get(zone) as ReturnType<typeof axisCalendar>;
        for (const day of calendar.boundaries(ms, ms + 9 * DAY_MS, DAY)) {
          expect(day).toBe(DateTime.fromMillis(day, { zone }).startOf("day").toMillis());
        }
        const hours = calendar.boundaries(ms, ms + 3 * DAY_MS, { unit: "hour", count });
        for (const hour of hours) {
          const wall = DateTime.fromMillis(hour, { zone });
          expect(wall.hour % count).toBe(0);
          expect([wall.minute, wall.second]).toEqual([0, 0]);
        }
        expect(hours.every((hour, i) => i === 0 || hour > (hours[i - 1] as number))).toBe(true);
      }),
      { numRuns: fullRuns(400, 60), seed: 63 },
    );
  });

  test("no whole hour of the clock is left out", () => {
    for (const zone of ZONES) {
      const calendar = axisCalendar(zoneTime(zone));
      const [startMs, endMs] = [Date.UTC(2010, 2, 1), Date.UTC(2010, 10, 20)];
      const slow: number[] = [];
      for (let ms = startMs; ms <= endMs; ms += 15 * 60_000) {
        if (calendar.time.wallMs(ms) % HOUR_MS === 0) slow.push(ms);
      }
      const fast: number[] = [];
      for (let at = startMs; at < endMs; at += 30 * DAY_MS) {
        fast.push(...calendar.boundaries(at, Math.min(at + 30 * DAY_MS, endMs) - 1, HOUR));
      }
      expect(fast).toEqual(slow.filter((ms) => ms < endMs));
    }
  });

  test.each([
    ["Europe/Kyiv", "2022-03-27", 23],
    ["Europe/Kyiv", "2022-10-30", 25],
    ["Australia/Lord_Howe", "2022-10-02", 23.5],
    ["America/Havana", "2022-11-06", 25],
    ["Africa/Maputo", "2022-03-27", 24],
  ])("in %s the day %s has %d hours", (zone, day, hours) => {
    const calendar = axisCalendar(zoneTime(zone));
    const startMs = zoneTime(zone).instantMs(Date.parse(day));
    expect((calendar.nextAfter(startMs, DAY) - startMs) / HOUR_MS).toBe(hours);
  });

  test("a change of the clocks is marked where hours are shown, with words, and ticks stay whole", () => {
    const scene = inZone("Europe/Kyiv", Date.UTC(2022, 2, 26, 16), Date.UTC(2022, 2, 27, 16));
    expect(scene.axis.changes.map(({ ms, byMs, text }) => [ms, byMs, text])).toEqual([
      [Date.UTC(2022, 2, 27, 1), HOUR_MS, "clocks go forward 1 hr"],
    ]);
    const labels = scene.axis.ticks.filter(({ level }) => level === "minor").map(({ label }) => label);
    expect(labels).not.toContain("03:30");
    expect(labels.every((label) => label.endsWith(":00"))).toBe(true);
    const words = scene.layers.flatMap(({ items }) => items).flatMap((item) => (item.t === "text" ? [item.text] : []));
    expect(words).toContain("clocks go forward 1 hr");
    expect(inZone("Europe/Kyiv", Date.UTC(2022, 2, 1), Date.UTC(2022, 3, 20)).axis.changes).toEqual([]);
  });

  test("labels are those of the zone, and the axis says whose they are", () => {
    const scene = inZone("Africa/Maputo", Date.UTC(2022, 1, 1, 22), Date.UTC(2022, 1, 2, 22));
    expect(scene.axis.ticks[0]).toMatchObject({ ms: Date.UTC(2022, 1, 1, 22), label: "00:00" });
    expect(scene.axis.zone.replace(/[\u2066\u2069]/g, "")).toBe("times in Africa/Maputo, UTC+2");
    expect(scene.axis.ticks.find(({ level }) => level === "major")?.label).toBe("2 February 2022");
    expect(sceneOf([record("a", { edtf: "2022-02-02" })]).axis.zone).toBe("");
  });
});

describe("days and instants", () => {
  const records = [
    record("day", { edtf: "2022-02-02" }),
    record("next", { edtf: "2022-02-03" }),
    record("month", { edtf: "2022-02" }),
    record("open", { edtf: "2022-02-03/..", span: "throughout" }),
    record("night", { edtf: "2022-02-02T22:30:00-08:00" }),
    record("zoned", { edtf: "2022-02-02T09:00", zone: "Asia/Dubai" }),
    record("none", undefined),
  ];

  test.each(ZONES)("in %s a day is drawn from midnight to midnight of the axis, an instant where it is", (zone) => {
    const time = zoneTime(zone);
    const store = zonedStore(createStore(records), time);
    const at = (id: string): readonly [number, number] => {
      const row = store.rowOf(id);
      return [store.columns.outerStartMs.at(row) as number, store.columns.outerEndMs.at(row) as number];
    };
    const shown = (iso: string): number => DateTime.fromISO(iso, { zone }).toMillis();
    expect(at("day")).toEqual([shown("2022-02-02"), shown("2022-02-03")]);
    expect(at("month")).toEqual([shown("2022-02-01"), shown("2022-03-01")]);
    expect(at("open")).toEqual([shown("2022-02-03"), Number.POSITIVE_INFINITY]);
    expect(at("night")[0]).toBe(Date.UTC(2022, 1, 3, 6, 30));
    expect(at("zoned")[0]).toBe(Date.UTC(2022, 1, 2, 5));
    const starts = Array.from(store.timeOrder, (row) => store.columns.outerStartMs.at(row) as number).filter(
      Number.isFinite,
    );
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });

  test("a view of one day of any zone holds the record of that day, and no neighbour", () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), fc.integer({ min: 0, max: 364 }), (zone, dayOfYear) => {
        const text = (n: number): string => new Date(Date.UTC(2022, 0, 1 + n)).toISOString().slice(0, 10);
        const days = [-1, 0, 1].map((by) => record(text(dayOfYear + by), { edtf: text(dayOfYear + by) }));
        const time = zoneTime(zone);
        const startMs = time.instantMs(Date.UTC(2022, 0, 1 + dayOfYear));
        const endMs = time.instantMs(Date.UTC(2022, 0, 2 + dayOfYear));
        const { marks, counts, plot } = inZone(zone, startMs, endMs, days);
        expect(marks.map(({ id }) => id)).toEqual([text(dayOfYear)]);
        expect(counts).toMatchObject({ drawn: 1, before: 1, after: 1 });
        expect(marks[0]?.xPx).toBeCloseTo(plot.xPx, 3);
        expect(marks[0]?.widthPx).toBeCloseTo(plot.widthPx, 3);
      }),
      { numRuns: fullRuns(200, 40), seed: 64 },
    );
  });

  test("folded days fall into the columns of their own day", () => {
    const many = Array.from({ length: 3000 }, (_, i) => record(`r${i}`, { edtf: `2022-02-0${1 + (i % 6)}` }));
    const time = zoneTime("America/Los_Angeles");
    const view = { startMs: time.instantMs(Date.UTC(2022, 0, 25)), endMs: time.instantMs(Date.UTC(2022, 1, 20)) };
    const lane = sceneOf(many, { view, calendar: axisCalendar(time) }).lanes[0];
    const columns = lane?.columns.filter(({ inside, spread }) => inside + spread > 0.001) ?? [];
    expect(columns.map(({ inside }) => inside)).toEqual([500, 500, 500, 500, 500, 500]);
    expect(columns.every(({ startMs }) => time.wallMs(startMs) % DAY_MS === 0)).toBe(true);
  });

  test("sets and rival readings move with their record", () => {
    const claims = [
      { id: "1", field: "when", value: { edtf: "2022-02-02" }, by: "a" },
      { id: "2", field: "when", value: { edtf: "2022-02-04" }, by: "b" },
    ];
    const both = [
      record("set", { edtf: "[2022-02-02,2022-02-04]" }),
      record("rival", { edtf: "2022-02-02" }, { claims }),
    ];
    const time = zoneTime("America/Los_Angeles");
    const view = { startMs: time.instantMs(Date.UTC(2022, 1, 1)), endMs: time.instantMs(Date.UTC(2022, 1, 6)) };
    const { marks, plot } = sceneOf(both, { view, calendar: axisCalendar(time) });
    const dayPx = plot.widthPx / 5;
    for (const mark of marks) {
      const starts = mark.bars.map(({ xPx }) => Math.round((xPx - plot.xPx) / dayPx));
      expect(starts.sort()).toEqual([1, 3]);
      for (const bar of mark.bars) expect(Math.abs(((bar.xPx - plot.xPx) / dayPx) % 1)).toBeLessThan(0.01);
    }
  });

  test("in UTC the store is the store", () => {
    const store = createStore(records);
    expect(zonedStore(store, UTC_TIME)).toBe(store);
    expect(zoneTime("Etc/UTC").isUtc).toBe(true);
  });
});

describe("times by both clocks", () => {
  const plain = (text: string): string => text.replace(/[\u2066\u2069]/g, "");
  const maputo = createWords("en").inZone("Africa/Maputo");
  test.each([
    [{ edtf: "2022-02-02T06:30", zone: "Asia/Dubai" }, "2 February 2022, 06:30 in Dubai (UTC+4), 04:30 in Maputo"],
    [
      { edtf: "2022-02-02T22:30", zone: "America/New_York" },
      "2 February 2022, 22:30 in New York (UTC−5), 3 February, 05:30 in Maputo",
    ],
    [{ edtf: "2022-02-02T06:30+05:45" }, "2 February 2022, 06:30 UTC+5:45, 02:45 in Maputo"],
    [{ edtf: "2022-02-02T06:30Z" }, "2 February 2022, 06:30 UTC, 08:30 in Maputo"],
    [{ edtf: "2022-02-02T06:30Z", zone: "Asia/Dubai" }, "2 February 2022, 10:30 in Dubai (UTC+4), 08:30 in Maputo"],
    [{ edtf: "2022-02-02T06:30", zone: "Africa/Harare" }, "2 February 2022, 06:30 in Harare (UTC+2)"],
    [{ edtf: "2022-02-02T06:30" }, "2 February 2022, 06:30, zone not given"],
    [
      { edtf: "2022-02-02T06", zone: "Asia/Dubai" },
      "2 February 2022, between 06:00 and 07:00 in Dubai (UTC+4), between 04:00 and 05:00 in Maputo",
    ],
    [
      { edtf: "2022-02-02T06:30~", zone: "Asia/Dubai" },
      "about 2 February 2022, 06:30 in Dubai (UTC+4), 04:30 in Maputo",
    ],
    [{ edtf: "2022-02-02" }, "2 February 2022, hour not given"],
    [{ edtf: "2022-02" }, "once, some time in February 2022"],
  ])("%j", (when, text) => {
    expect(plain(maputo.when(when))).toBe(text);
  });

  test("in UTC the second clock says UTC", () => {
    const words = createWords("en").inZone("UTC");
    expect(plain(words.when({ edtf: "2022-02-02T06:30", zone: "Asia/Dubai" }))).toBe(
      "2 February 2022, 06:30 in Dubai (UTC+4), 02:30 UTC",
    );
  });

  test("ranges are days of the zone", () => {
    const [startMs, endMs] = [Date.UTC(2022, 1, 1, 22), Date.UTC(2022, 1, 3, 22)];
    expect(maputo.range(startMs, endMs)).toBe("2 to 3 February 2022, 2 days");
  });

  test("words in a zone stay in it when texts are added", () => {
    expect(maputo.withTexts(timelineTexts).zone).toBe("Africa/Maputo");
    expect(maputo.inZone("Africa/Maputo")).toBe(maputo);
  });
});

test("the oracle knows the zones that are tried", () => {
  expect(ZONES.every((zone) => IANAZone.isValidZone(zone))).toBe(true);
});
