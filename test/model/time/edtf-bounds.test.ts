import { civilDateOf, DAY_MS, dayNumberOf, parseEdtf, tryParseEdtf } from "@whenwhere/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { promisedRuns } from "../../full-runs.ts";
import { maskedDate } from "./edtf-grammar.ts";

function utcMs(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

interface MaskedDate {
  readonly negative: boolean;
  readonly year: string;
  readonly month: string | null;
  readonly day: string | null;
}

/** All days of a hundred years, as text and milliseconds. */
function daysOf(century: number, negative: boolean): readonly (readonly [string, number])[] {
  const years = Array.from({ length: 100 }, (_, i) => (negative ? -(century + 99 - i) : century + i));
  return years
    .filter((year) => !negative || year !== 0)
    .flatMap((year) => {
      const [first, end] = [utcMs(year, 1, 1), utcMs(year + 1, 1, 1)];
      return Array.from({ length: (end - first) / DAY_MS }, (_, i) => {
        const day = new Date(first + i * DAY_MS);
        const text = `${String(Math.abs(year)).padStart(4, "0")}-${pad(day.getUTCMonth() + 1)}-${pad(day.getUTCDate())}`;
        return [text, day.getTime()] as const;
      });
    });
}

/** Every day of the years a mask may mean, compared character by character. */
function boundsByWalk(date: MaskedDate, days: readonly (readonly [string, number])[]) {
  const pattern = new RegExp(`^${date.year}-${date.month ?? "XX"}-${date.day ?? "XX"}$`.replaceAll("X", "\\d"));
  const found = days.filter(([text]) => pattern.test(text)).map(([, ms]) => ms);
  const [first, last] = [found[0], found.at(-1)];
  return first === undefined || last === undefined ? null : { startMs: first, endMs: last + DAY_MS };
}

const pad = (value: number) => String(value).padStart(2, "0");

describe("bounds", () => {
  it("of days, months and years are those of Date, wherever Date reaches", () => {
    const parts = fc.record({
      year: fc.integer({ min: 0, max: 9999 }),
      month: fc.nat({ max: 13 }),
      day: fc.nat({ max: 32 }),
    });
    fc.assert(
      fc.property(parts, ({ year, month, day }) => {
        const text = `${String(year).padStart(4, "0")}-${pad(month)}-${pad(day)}`;
        const startMs = utcMs(year, month, day);
        const exists =
          startMs >= utcMs(year, 1, 1) &&
          new Date(startMs).getUTCDate() === day &&
          new Date(startMs).getUTCMonth() === month - 1;
        const date = tryParseEdtf(text).date;
        expect(date === null ? null : [date.startMs, date.endMs, date.precision]).toEqual(
          exists ? [startMs, startMs + DAY_MS, "day"] : null,
        );
        if (!exists) return;
        const ofMonth = parseEdtf(text.slice(0, 7));
        expect([ofMonth.startMs, ofMonth.endMs]).toEqual([utcMs(year, month, 1), utcMs(year, month + 1, 1)]);
        const ofYear = parseEdtf(text.slice(0, 4));
        expect([ofYear.startMs, ofYear.endMs]).toEqual([utcMs(year, 1, 1), utcMs(year + 1, 1, 1)]);
      }),
      { seed: 1582, numRuns: promisedRuns(10_000, 1_000) },
    );
  });

  it("of dates with X agree with a walk over all days", () => {
    const walks = new Map<string, readonly (readonly [string, number])[]>();
    fc.assert(
      fc.property(maskedDate, (masked) => {
        fc.pre(masked.year !== "0000" || !masked.negative);
        const date = { ...masked, day: masked.month === null ? null : masked.day };
        const text =
          (date.negative ? "-" : "") + [date.year, date.month, date.day].filter((part) => part !== null).join("-");
        // Codes from 13 on are no months, and 21-41 are parts of the year: both are tested by tables.
        fc.pre(date.month === null || date.month.includes("X") || Number(date.month) <= 12);
        const found = tryParseEdtf(text).date;
        const key = `${date.negative}${date.year.slice(0, 2)}`;
        const days = walks.get(key) ?? daysOf(Number(date.year.slice(0, 2)) * 100, date.negative);
        walks.set(key, days);
        const expected = boundsByWalk(date, days);
        expect(found && { startMs: found.startMs, endMs: found.endMs }, text).toEqual(expected);
      }),
      { seed: 1560, numRuns: 300 },
    );
  });

  it("are found again by the day number, for years of up to twelve digits", () => {
    const dayNumbers = fc.oneof(
      fc.integer({ min: -1e6, max: 1e6 }),
      fc.maxSafeInteger().map((n) => Math.floor(n / 30)),
    );
    fc.assert(
      fc.property(dayNumbers, (dayNumber) => {
        const { year, month, day } = civilDateOf(dayNumber);
        expect(dayNumberOf(year, month, day)).toBe(dayNumber);
        expect(dayNumberOf(year, month + 24, day) - dayNumberOf(year + 2, month, day)).toBe(0);
      }),
      { seed: 4, numRuns: promisedRuns(10_000, 1_000) },
    );
  });

  it.each([
    [21, "2001-03-01", "2001-06-01", "season"],
    [22, "2001-06-01", "2001-09-01", "season"],
    [23, "2001-09-01", "2001-12-01", "season"],
    [24, "2001-12-01", "2002-03-01", "season"],
    [25, "2001-03-01", "2001-06-01", "season"],
    [26, "2001-06-01", "2001-09-01", "season"],
    [27, "2001-09-01", "2001-12-01", "season"],
    [28, "2001-12-01", "2002-03-01", "season"],
    [29, "2001-09-01", "2001-12-01", "season"],
    [30, "2001-12-01", "2002-03-01", "season"],
    [31, "2001-03-01", "2001-06-01", "season"],
    [32, "2001-06-01", "2001-09-01", "season"],
    [33, "2001-01-01", "2001-04-01", "quarter"],
    [34, "2001-04-01", "2001-07-01", "quarter"],
    [35, "2001-07-01", "2001-10-01", "quarter"],
    [36, "2001-10-01", "2002-01-01", "quarter"],
    [37, "2001-01-01", "2001-05-01", "quadrimester"],
    [38, "2001-05-01", "2001-09-01", "quadrimester"],
    [39, "2001-09-01", "2002-01-01", "quadrimester"],
    [40, "2001-01-01", "2001-07-01", "semester"],
    [41, "2001-07-01", "2002-01-01", "semester"],
  ])("of code %i are %s to before %s", (code, start, end, precision) => {
    const date = parseEdtf(`2001-${code}`);
    expect([date.startMs, date.endMs]).toEqual([Date.parse(start), Date.parse(end)]);
    expect([date.precision, date.groupCode, date.level]).toEqual([precision, code, code <= 24 ? 1 : 2]);
  });

  it.each([
    ["XXXX-02-29", "0000-02-29", "9996-03-01"],
    ["198X-02-29", "1980-02-29", "1988-03-01"],
    ["190X-02-29", "1904-02-29", "1908-03-01"],
    ["1985-XX-31", "1985-01-31", "1986-01-01"],
    // There is no year -0000.
    ["-000X", "-000009-01-01", "0000-01-01"],
    ["20XX-24", "2000-12-01", "2100-03-01"],
    ["1950S4", "1950-01-01", "1951-01-01"],
    ["2024-05-01T24:00", "2024-05-02T00:00Z", "2024-05-02T00:01Z"],
    ["2024-05-01T24:00:00.0", "2024-05-02T00:00Z", "2024-05-02T00:00:00.100Z"],
    ["2024-05-01T10", "2024-05-01T10:00Z", "2024-05-01T11:00Z"],
    ["2024-05-01T10:00", "2024-05-01T10:00Z", "2024-05-01T10:01Z"],
    ["2024-05-01T10:00:00.5", "2024-05-01T10:00:00.500Z", "2024-05-01T10:00:00.600Z"],
    ["2024-05-01T10:00:00.1239Z", "2024-05-01T10:00:00.123Z", "2024-05-01T10:00:00.124Z"],
    ["2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z", "2017-01-01T00:00:00Z"],
    // Midnight of Kathmandu's leap second, by a clock that does not say where it hangs.
    ["2017-01-01T05:44:60", "2017-01-01T05:44:59Z", "2017-01-01T05:45:00Z"],
    ["2024-05-01T10:00+18:00", "2024-04-30T16:00Z", "2024-04-30T16:01Z"],
    ["2024-05-01T10:00+05:45?", "2024-05-01T04:15Z", "2024-05-01T04:16Z"],
  ])("of %s are %s to before %s", (text, start, end) => {
    const date = parseEdtf(text);
    expect([date.startMs, date.endMs]).toEqual([Date.parse(start), Date.parse(end)]);
  });

  it.each([
    ["2XXX", "millennium"],
    ["20XX", "century"],
    ["156X-12-25", "decade"],
    ["2004-XX", "year"],
    ["1984-1X", "year"],
    ["1985-04-XX", "month"],
    ["1950S2", "century"],
    ["2004-06-01/2006", "year"],
    ["[2004-06-01,2004-07]", "month"],
  ])("%s is no finer than a %s", (text, precision) => {
    expect(parseEdtf(text).precision).toBe(precision);
  });
});

describe("marks", () => {
  it.each([
    ["2004-06~-11", { year: "~", month: "~", day: "" }],
    ["2004?-06-11", { year: "?", month: "", day: "" }],
    ["?2004-06-~11", { year: "?", month: "", day: "~" }],
    ["2004-%06-11", { year: "", month: "%", day: "" }],
    ["2004-06-11%", null],
    ["2004-?06-11~", { year: "~", month: "%", day: "~" }],
  ])("of %s hold for the parts they stand at", (text, parts) => {
    expect(parseEdtf(text).parts).toEqual(parts);
  });

  it("of an interval hold for their side", () => {
    const date = parseEdtf("2004~/2005?");
    expect([date.start, date.end]).toEqual([
      { kind: "stated", approximate: true, uncertain: false },
      { kind: "stated", approximate: false, uncertain: true },
    ]);
    expect([date.approximate, date.uncertain]).toEqual([true, true]);
  });

  it("of an offset make a date zoned", () => {
    expect(parseEdtf("2024-05-01T10:00Z")).toMatchObject({ zoned: true, offsetMin: 0 });
    expect(parseEdtf("2024-05-01T10:00-04")).toMatchObject({ zoned: true, offsetMin: -240 });
    expect(parseEdtf("2024-05-01T10:00")).toMatchObject({ zoned: false, offsetMin: null });
    expect(parseEdtf("2024-05-01T10:00Z/2024-05-02")).toMatchObject({ zoned: false });
  });

  it("of a leap second are kept", () => {
    expect(parseEdtf("2016-12-31T23:59:60Z")).toMatchObject({ leapSecond: true, text: "2016-12-31T23:59:60Z" });
  });
});
