import { createZoneClocks, DAY_MS, instantsOfWall, zoneClock } from "@whenwhere/model";
import fc from "fast-check";
import { IANAZone } from "luxon";
import { describe, expect, it } from "vitest";

const zones = [
  "Asia/Kathmandu",
  "America/Los_Angeles",
  "Pacific/Apia",
  "Africa/Casablanca",
  "Europe/London",
  "Australia/Lord_Howe",
  "America/Sao_Paulo",
];
const clocks = createZoneClocks();
const QUARTER_MS = 900_000;
const SIX_HOURS_MS = 21_600_000;

/**
 * The slow twin: every offset that Luxon knows within a day and a half is tried. Luxon's own way back from wall time
 * is no oracle: it starts from today's offset and misses hours such as 01:30 on 4 May 1941 in London.
 */
function instantsByLuxon(wallMs: number, zone: string): number[] {
  const oracle = IANAZone.create(zone);
  const offsetMs = (ms: number) => Math.round(oracle.offset(ms) * 60_000);
  const probes = Array.from({ length: 13 }, (_, i) => wallMs + (i - 6) * SIX_HOURS_MS);
  return [...new Set(probes.map(offsetMs))]
    .map((offset) => wallMs - offset)
    .filter((instantMs) => instantMs + offsetMs(instantMs) === wallMs)
    .sort((a, b) => a - b);
}

function wall(text: string): number {
  return Date.parse(`${text}Z`);
}

describe("instantsOfWall", () => {
  it.each([
    ["Asia/Kathmandu", "2024-01-01T00:00", ["2023-12-31T18:15Z"]],
    ["America/Los_Angeles", "2024-03-10T02:30", []],
    ["America/Los_Angeles", "2024-03-10T03:00", ["2024-03-10T10:00Z"]],
    ["America/Los_Angeles", "2024-11-03T01:00", ["2024-11-03T08:00Z", "2024-11-03T09:00Z"]],
    ["America/Los_Angeles", "2024-11-03T02:00", ["2024-11-03T10:00Z"]],
    ["Pacific/Apia", "2011-12-29T23:59", ["2011-12-30T09:59Z"]],
    ["Pacific/Apia", "2011-12-30T00:00", []],
    ["Pacific/Apia", "2011-12-30T23:59", []],
    ["Pacific/Apia", "2011-12-31T00:00", ["2011-12-30T10:00Z"]],
    ["Europe/London", "1941-05-04T01:30", ["1941-05-04T00:30Z"]],
    ["Europe/London", "1847-11-30T12:00", ["1847-11-30T12:01:15Z"]],
    ["Europe/London", "1847-12-01T12:00", ["1847-12-01T12:00Z"]],
    ["Europe/London", "-000043-03-15T12:00", ["-000043-03-15T12:01:15Z"]],
  ])("in %s at %s finds %j", (zone, text, instants) => {
    expect(instantsOfWall(wall(text), zone, clocks)).toEqual(instants.map((instant) => Date.parse(instant)));
  });

  it.each(zones)("agrees with Luxon at seeded times in %s", (zone) => {
    const range = { min: wall("1848-01-01T00:00"), max: wall("2037-12-31T00:00") };
    fc.assert(
      fc.property(fc.integer(range), (wallMs) => {
        expect(instantsOfWall(wallMs, zone, clocks)).toEqual(instantsByLuxon(wallMs, zone));
      }),
      { seed: 1884, numRuns: 300 },
    );
  });

  it.each(zones)("agrees with Luxon in every quarter of an hour about each change of the clocks in %s", (zone) => {
    const years = [1941, 2011, 2024];
    const clock = zoneClock(zone, clocks);
    expect(clock).not.toBeNull();
    const changes = years.flatMap((year) => {
      const days = Array.from({ length: 365 }, (_, day) => Date.UTC(year, 0, 1 + day));
      return days.filter((ms) => clock?.offsetMsAt(ms) !== clock?.offsetMsAt(ms + DAY_MS));
    });
    for (const changeMs of changes) {
      for (let wallMs = changeMs - DAY_MS; wallMs < changeMs + 2 * DAY_MS; wallMs += QUARTER_MS) {
        expect(instantsOfWall(wallMs, zone, clocks), `${zone} ${new Date(wallMs).toISOString()}`).toEqual(
          instantsByLuxon(wallMs, zone),
        );
      }
    }
  });

  it("is null for a zone that is not in the database", () => {
    expect(instantsOfWall(0, "Mars/Olympus")).toBeNull();
    expect(zoneClock("Mars/Olympus", clocks)).toBeNull();
    expect(zoneClock("Mars/Olympus", clocks)).toBeNull();
  });

  it.each([9e15, -9e15, Infinity, -Infinity])(
    "knows an offset also at %d, beyond what a platform's clock can hold",
    (ms) => {
      expect(zoneClock("Asia/Dubai", clocks)?.offsetMsAt(ms)).toBeGreaterThan(13_000_000);
    },
  );

  it("asks the platform for a zone once for each set of clocks", () => {
    const own = createZoneClocks();
    expect(zoneClock("Asia/Dubai", own)).toBe(zoneClock("Asia/Dubai", own));
    expect([...own.keys()]).toEqual(["Asia/Dubai"]);
  });
});
