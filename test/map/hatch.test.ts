import { LIGHT } from "@whenwhere/view/pure";
import { describe, expect, it } from "vitest";
import { type PaintOp, sceneOps } from "../../packages/map/src/draw/index.ts";
import { fakeViewport, record, sceneOf } from "./scene/fixture.ts";

/** Pixels between two lines of the hatch of a region so wide. */
function pitchOf(radiusM: number): number {
  const region = record("wide", { name: "Wide", lon: 10, lat: 5, precision: "region", radiusM });
  const ops = sceneOps(sceneOf([region], fakeViewport(10, 5, 3, [2400, 2400])), {
    theme: LIGHT,
    styles: [],
    locale: "en",
  });
  const hatch = ops.find((op): op is PaintOp & { d: string } => op.kind === "path" && op.clip !== undefined);
  // Each line rises by 45 degrees: x + y is the same along it.
  const lines = [...(hatch?.d ?? "").matchAll(/M([-\d.]+),([-\d.]+)/g)].map(([, x, y]) => Number(x) + Number(y));
  expect(lines.length).toBeGreaterThan(4);
  return ((lines[4] as number) - (lines[3] as number)) / Math.SQRT2;
}

describe("the hatch of an area", () => {
  it("is thinner the wider the doubt, from a size on and up to twice the pitch", () => {
    const [small, middle, large, huge] = [400_000, 900_000, 3_000_000, 10_000_000].map(pitchOf) as [
      number,
      number,
      number,
      number,
    ];
    expect(small).toBeCloseTo(8, 0);
    expect(middle).toBeCloseTo(8, 0);
    expect(large).toBeGreaterThan(10);
    expect(large).toBeLessThan(16);
    expect(huge).toBeCloseTo(16, 0);
  });
});
