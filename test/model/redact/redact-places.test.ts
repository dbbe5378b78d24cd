import { type Incident, type RedactOptions, redactIncidents } from "@whenwhere/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fullRuns } from "../../full-runs.ts";

/** Metres along the great circle. */
function metres(a: { lon: number; lat: number }, b: { lon: number; lat: number }): number {
  const rad = Math.PI / 180;
  const h =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 +
    Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2;
  return 2 * 6_371_008.8 * Math.asin(Math.min(1, Math.sqrt(h)));
}

const only = (where: Incident["where"], options: RedactOptions): NonNullable<Incident["where"]> =>
  redactIncidents({ incidents: [{ id: "a", title: "t", ...(where === undefined ? {} : { where }) }] }, options)
    .incidents[0]?.where as NonNullable<Incident["where"]>;

const lonLat = fc.record({
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
});
const radius = fc.double({ min: 100, max: 500_000, noNaN: true });

describe("the grid of redacted places", () => {
  it("draws at the middle of a cell, whose circle covers all that the place covered", () => {
    fc.assert(
      fc.property(lonLat, radius, fc.integer({ min: 0, max: 90_000 }), (point, radiusM, ownM) => {
        fc.pre(point.lon !== 0 || point.lat !== 0);
        const where = only({ ...point, ...(ownM > 0 ? { radiusM: ownM } : {}) }, { radiusM });
        const { lon = Number.NaN, lat = Number.NaN } = where;
        const away = metres(point, { lon: lon as number, lat: lat as number });
        expect(away).toBeLessThanOrEqual(radiusM);
        expect(away + ownM).toBeLessThanOrEqual(where.radiusM as number);
        expect(where).toMatchObject({ obscured: true });
        expect([lon, lat]).not.toEqual([0, 0]);
      }),
      { numRuns: fullRuns(3000) },
    );
  });

  it("is the same south of the equator as north of it", () => {
    // Steps that no edge of a cell falls on.
    for (const radiusM of [3_000, 70_000, 500_000]) {
      for (let lat = Math.SQRT1_2; lat < 90; lat += Math.PI / 2) {
        const lon = (lat * 1000) % 180;
        const [north, south] = [only({ lon, lat }, { radiusM }), only({ lon, lat: -lat }, { radiusM })];
        expect(south.lon).toBe(north.lon);
        expect(south.lat).toBeCloseTo(-(north.lat as number), 5);
      }
    }
  });

  it("gives the same answer, byte for byte, for every point that has the same middle", () => {
    fc.assert(
      fc.property(
        lonLat,
        radius,
        fc.array(fc.tuple(fc.double({ min: -1, max: 1 }), fc.double({ min: -1, max: 1 })), { maxLength: 20 }),
        (point, radiusM, moves) => {
          const step = radiusM / 100_000;
          const answers = new Map<string, string>();
          for (const [dx, dy] of [[0, 0], ...moves] as [number, number][]) {
            const lon = Math.max(-180, Math.min(180, point.lon + (dx || 0) * step));
            const lat = Math.max(-90, Math.min(90, point.lat + (dy || 0) * step));
            const where = only({ lon, lat, name: "Here" }, { radiusM });
            const key = `${where.lon},${where.lat}`;
            const text = JSON.stringify(where);
            expect(answers.get(key) ?? text).toBe(text);
            answers.set(key, text);
          }
        },
      ),
      { numRuns: fullRuns(1000) },
    );
  });

  it("covers a geometry and gives back none", () => {
    const ring = [
      [44, 15],
      [45, 15],
      [45, 16],
      [44, 15],
    ];
    const where = only({ geometry: { type: "Polygon", coordinates: [ring] } }, { radiusM: 10_000 });
    expect(where).not.toHaveProperty("geometry");
    for (const [lon = 0, lat = 0] of ring) {
      expect(metres({ lon, lat }, { lon: where.lon as number, lat: where.lat as number })).toBeLessThan(
        where.radiusM as number,
      );
    }
  });

  it("takes a name for fine where nothing says how fine it is, though its country is known", () => {
    const where = { name: "Tadef", country: "SY" };
    expect(only(where, { radiusM: 1_000 })).toEqual({ country: "SY" });
    expect(only({ ...where, precision: "settlement" }, { radiusM: 1_000 })).toMatchObject({ name: "Tadef" });
  });

  it("covers a geometry that lies to one side of its point", () => {
    const geometry = {
      type: "LineString",
      coordinates: [
        [44, 15],
        [46, 15],
      ],
    } as const;
    const where = only({ lon: 44, lat: 15, geometry }, { radiusM: 10_000 });
    expect(metres({ lon: 46, lat: 15 }, where as { lon: number; lat: number })).toBeLessThan(where.radiusM as number);
  });

  it("calls a place no finer than it is shown", () => {
    const shown = (radiusM: number) => only({ lon: 37.72, lat: 36.35, precision: "exact" }, { radiusM }).precision;
    expect([shown(10_000), shown(60_000)]).toEqual(["settlement", "region"]);
  });

  it("keeps the name of a region only where no radius says that it is a small one", () => {
    const region = { name: "Hills", lon: 37.72, lat: 36.35, precision: "region" } as const;
    expect(only(region, { radiusM: 20_000 }).name).toBe("Hills");
    expect(only({ ...region, radiusM: 3_000 }, { radiusM: 20_000 })).not.toHaveProperty("name");
  });

  it.each([
    [1_000, { name: "Tadef", admin1: "Aleppo", country: "SY" }],
    [20_000, { admin1: "Aleppo", country: "SY" }],
    [200_000, { country: "SY" }],
    [900_000, {}],
  ])("keeps of a settlement's names those that are no finer than %d m", (radiusM, names) => {
    const where = only({ name: "Tadef", lon: 37.72, lat: 36.35, admin1: "Aleppo", country: "SY" }, { radiusM });
    const { name, admin1, country } = where;
    expect(JSON.parse(JSON.stringify({ name, admin1, country }))).toEqual(names);
  });
});
