import { describe, expect, it } from "vitest";
import { holdsView, levelOf, touches } from "../../../packages/map/src/scene/spots/region.ts";
import { fakeViewport } from "./fixture.ts";

describe("the part of the world whose groups are kept", () => {
  it("is the whole world from far, and holds the view close up, on either side of the antimeridian", () => {
    expect(levelOf(fakeViewport(0, 0, 4), 4).region).toBeNull();
    for (const lon of [-180, -179.9, 0, 54.4, 179.9, 180]) {
      const viewport = fakeViewport(lon, 24, 9);
      const level = levelOf(viewport, 9);
      expect(holdsView(level, viewport)).toBe(true);
      expect(holdsView(level, fakeViewport(lon + 90, 24, 9))).toBe(false);
    }
  });

  it("goes round the world near the poles, where everything is near in longitude", () => {
    const acrossAt = (lat: number) => levelOf(fakeViewport(10, lat, 9), 9).region?.across;
    expect([acrossAt(70), acrossAt(-70)]).toEqual([64, 64]);
    expect(acrossAt(60)).toBeLessThan(64);
  });

  it("is touched by a square that begins before it, round the world too", () => {
    const region = { zoom: 3, x0: 1, y0: 2, across: 2, down: 2 };
    expect(touches(region, [0, 2])).toBe(false);
    expect(touches(region, [0, 2], 2)).toBe(true);
    expect(touches(region, [2, 3])).toBe(true);
    expect(touches(region, [3, 3])).toBe(false);
    expect(touches(region, [1, 4])).toBe(false);
    expect(touches(region, [1, 1], 2)).toBe(true);
    const wrapped = { ...region, x0: 7 };
    expect([7, 0, 1].map((x) => touches(wrapped, [x, 2]))).toEqual([true, true, false]);
    expect(touches(wrapped, [6, 2], 2)).toBe(true);
  });
});
