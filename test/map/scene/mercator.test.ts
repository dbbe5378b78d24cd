import { geoMercator } from "d3-geo";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { latitudeOf, MAX_LATITUDE, mercatorY } from "../../../packages/map/src/scene/mercator.ts";

const d3 = geoMercator().scale(1).translate([0, 0]);

describe("the Mercator square", () => {
  it("lies as d3's projection does, and back", () => {
    fc.assert(
      fc.property(fc.double({ min: -MAX_LATITUDE, max: MAX_LATITUDE, noNaN: true }), (lat) => {
        expect(mercatorY(lat)).toBeCloseTo(0.5 + (d3([0, lat])?.[1] ?? Number.NaN) / (2 * Math.PI), 12);
        expect(latitudeOf(mercatorY(lat))).toBeCloseTo(lat, 9);
      }),
      { seed: 12 },
    );
  });

  it("takes the poles, and whatever lies beyond it, to its edges and never onto its rim", () => {
    expect(mercatorY(90)).toBe(mercatorY(MAX_LATITUDE));
    expect(mercatorY(-90)).toBe(mercatorY(-MAX_LATITUDE));
    expect(mercatorY(90)).toBeGreaterThan(0);
    expect(mercatorY(-90)).toBeLessThan(1);
    expect(latitudeOf(-3)).toBeCloseTo(MAX_LATITUDE, 4);
    expect(latitudeOf(3)).toBeCloseTo(-MAX_LATITUDE, 4);
  });
});
