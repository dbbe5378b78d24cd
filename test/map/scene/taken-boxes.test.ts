import fc from "fast-check";
import { expect, it } from "vitest";
import { TakenBoxes } from "../../../packages/map/src/scene/glyphs/taken-boxes.ts";
import { type Box, boxesMeet } from "../../../packages/map/src/scene/plane.ts";

const boxes = fc.array(
  fc
    .tuple(fc.integer({ min: -200, max: 900 }), fc.integer({ min: -200, max: 700 }), fc.nat({ max: 400 }), fc.nat(90))
    .map(([x, y, width, height]): Box => [x, y, x + width / 3, y + height / 3]),
  { maxLength: 40 },
);

it("boxes that are looked up by their place meet as those of a list do", () => {
  fc.assert(
    fc.property(boxes, boxes, (taken, asked) => {
      const found = new TakenBoxes();
      for (const box of taken) found.add(box);
      for (const box of asked) expect(found.meets(box)).toBe(taken.some((one) => boxesMeet(one, box)));
    }),
    { numRuns: 300 },
  );
});
