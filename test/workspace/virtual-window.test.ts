import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lastScrollTop, scrollTo, virtualWindow } from "../../packages/workspace/src/table/virtual-window.ts";

const shapes = fc.record({
  count: fc.integer({ min: 1, max: 400_000 }),
  lineHeightPx: fc.constantFrom(24, 44),
  viewHeightPx: fc.integer({ min: 44, max: 900 }),
});

describe("the scroll position at which a line is seen", () => {
  it("shows all of the line, and a whole line at the top of the view", () => {
    fc.assert(
      fc.property(shapes, fc.double({ min: 0, max: 1, noNaN: true }), (shape, share) => {
        const index = Math.floor(share * (shape.count - 1));
        const top = scrollTo(shape, 0, { index, coverPx: 0 });
        const { first, topPx } = virtualWindow(shape, top);
        const linePx = topPx + (index - first) * shape.lineHeightPx - top;
        expect(linePx).toBeGreaterThanOrEqual(-0.01);
        expect(linePx + shape.lineHeightPx).toBeLessThanOrEqual(shape.viewHeightPx + 0.01);
        if (top > 0 && top < lastScrollTop(shape)) {
          const offPx = linePx % shape.lineHeightPx;
          expect(Math.min(offPx, shape.lineHeightPx - offPx)).toBeLessThan(0.01);
        }
      }),
      { seed: 8 },
    );
  });

  it("is where it was when the line is seen already", () => {
    expect(scrollTo({ count: 100, lineHeightPx: 24, viewHeightPx: 240 }, 31, { index: 5, coverPx: 0 })).toBe(31);
  });

  it("leaves no half of a heading above the ninth of the lines in a view of eight and a half", () => {
    expect(scrollTo({ count: 100, lineHeightPx: 24, viewHeightPx: 204 }, 0, { index: 8, coverPx: 0 })).toBe(24);
  });
});
