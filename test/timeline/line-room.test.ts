import fc from "fast-check";
import { expect, test } from "vitest";
import { createLineRoom } from "../../packages/timeline/src/scene/lanes/line-room.ts";

type Span = readonly [startPx: number, endPx: number];

/** The same answers by looking at all that stands on the line. */
function slowRoom(clearPx: number) {
  const taken: Span[] = [];
  return {
    take: (span: Span) => taken.push(span),
    isFree: (startPx: number, endPx: number) => taken.every(([a, b]) => a >= endPx + clearPx || startPx >= b + clearPx),
    startAfter: (px: number) => Math.min(...taken.map(([a]) => a).filter((a) => a >= px)),
    endBefore: (px: number) => Math.max(...taken.map(([, b]) => b).filter((b) => b <= px)),
  };
}

test("a line answers as one that looks at all that stands on it, in whatever order it was filled", () => {
  const span = fc.tuple(fc.integer({ min: -40, max: 1_200 }), fc.integer({ min: 1, max: 90 }));
  let found = 0;
  fc.assert(
    fc.property(fc.array(span, { maxLength: 120 }), fc.constantFrom(0, 0.5, 6), (spans, clearPx) => {
      const [fast, slow] = [createLineRoom(clearPx), slowRoom(clearPx)];
      expect(fast.isEmpty).toBe(true);
      for (const [startPx, lengthPx] of spans) {
        const endPx = startPx + lengthPx;
        const isFree = slow.isFree(startPx, endPx);
        expect(fast.isFree(startPx, endPx)).toBe(isFree);
        expect(fast.startAfter(endPx)).toBe(slow.startAfter(endPx));
        expect(fast.endBefore(startPx)).toBe(slow.endBefore(startPx));
        if (!isFree) continue;
        found++;
        fast.take([startPx, endPx]);
        slow.take([startPx, endPx]);
        expect(fast.isEmpty).toBe(false);
      }
    }),
    { numRuns: 300, seed: 41 },
  );
  expect(found).toBeGreaterThan(1_000);
});
