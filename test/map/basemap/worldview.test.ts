import { describe, expect, it } from "vitest";
import { inWorldview, loadBasemap, WORLDVIEWS } from "../../../packages/map/src/basemap/index.ts";

describe("the worldviews of the basemap", () => {
  it("draw all borders, the undisputed ones or none, and never another line", async () => {
    const whole = await loadBasemap("110m");
    const lines = WORLDVIEWS.map((view) => {
      const { settled, disputed } = inWorldview(whole, view).borders;
      return [settled.geometry.coordinates.length, disputed.geometry.coordinates.length];
    });
    const { settled, disputed } = whole.borders;
    expect(disputed.geometry.coordinates.length).toBeGreaterThan(0);
    expect(lines).toEqual([
      [settled.geometry.coordinates.length, disputed.geometry.coordinates.length],
      [settled.geometry.coordinates.length, 0],
      [0, 0],
    ]);
  });

  it("leave land, coasts and names as they are, and do not change the world they were made of", async () => {
    const whole = await loadBasemap("110m");
    const before = whole.borders.disputed.geometry.coordinates.length;
    const bare = inWorldview(whole, "none");
    expect(bare.land).toBe(whole.land);
    expect(bare.coast).toBe(whole.coast);
    expect(bare.labels).toBe(whole.labels);
    expect(whole.borders.disputed.geometry.coordinates.length).toBe(before);
  });
});
