import { describe, expect, it } from "vitest";
import { createLevelMotion, SPLIT_MS } from "../../../packages/map/src/component/records/level-motion.ts";
import type { Level } from "../../../packages/map/src/scene/index.ts";
import { fakeViewport } from "../scene/fixture.ts";

const level = (zoom: number): Level => ({ zoom, region: null });
const at = (zoom: number, nowMs: number, lon = 0) => ({
  level: level(Math.floor(zoom)),
  viewport: fakeViewport(lon, 0, zoom),
  nowMs,
});

describe("the way from one zoom's groups to the next", () => {
  it("begins where a zoom changes the groups, goes on with time and ends at the level that is wanted", () => {
    const motion = createLevelMotion(() => false);
    expect(motion.at(at(3.9, 0))).toBeNull();
    const shares = [0, 0.25, 0.5, 0.75].map((share) => motion.at(at(4.1, 1_000 + share * SPLIT_MS)));
    expect(shares.map((one) => [one?.fine.zoom, one?.coarse.zoom])).toEqual(shares.map(() => [4, 3]));
    expect(shares.map((one) => one?.share)).toEqual([0, 0.15625, 0.5, 0.84375]);
    expect(motion.at(at(4.1, 1_000 + SPLIT_MS))).toBeNull();
    expect(motion.at(at(4.1, 1_000 + 0.5 * SPLIT_MS))).toBeNull();
  });

  it("goes the other way when the map is zoomed out, with the finer groups to the last", () => {
    const motion = createLevelMotion(() => false);
    motion.at(at(4.1, 0));
    expect(motion.at(at(3.9, 0))).toEqual({ fine: level(4), coarse: level(3), share: 1 });
    expect(motion.at(at(3.9, SPLIT_MS / 2))).toEqual({ fine: level(4), coarse: level(3), share: 0.5 });
    expect(motion.at(at(3.9, SPLIT_MS))).toBeNull();
  });

  it("turns round where it stands, and goes on where another zoom follows", () => {
    const motion = createLevelMotion(() => false);
    motion.at(at(3.9, 0));
    motion.at(at(4.1, 0));
    const half = motion.at(at(4.1, SPLIT_MS / 2));
    expect(motion.at(at(3.9, SPLIT_MS / 2))).toEqual(half);
    expect(motion.at(at(3.9, SPLIT_MS))).toBeNull();
    motion.at(at(4.1, 1_000));
    const quarter = motion.at(at(4.1, 1_000 + SPLIT_MS / 4))?.share;
    expect(motion.at(at(5.1, 1_000 + SPLIT_MS / 4))).toEqual({ fine: level(5), coarse: level(3), share: quarter });
  });

  it("does not begin while the map is only moved, jumps to another place or over several zooms, or for a reader who asks for stillness", () => {
    const motion = createLevelMotion(() => false);
    motion.at(at(4.1, 0));
    expect(motion.at(at(4.1, 1, 5))).toBeNull();
    expect(motion.at(at(5.1, 2, 90))).toBeNull();
    expect(motion.at(at(8, 3, 90))).toBeNull();
    motion.stop();
    expect(motion.at(at(7.9, 4, 90))).toBeNull();
    const still = createLevelMotion(() => true);
    still.at(at(3.9, 0));
    expect(still.at(at(4.1, 0))).toBeNull();
  });
});
