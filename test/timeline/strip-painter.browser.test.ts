import fc from "fast-check";
import { expect, test } from "vitest";
import { createStripPainter, drawBoxes } from "../../packages/timeline/src/draw/strip-painter.ts";
import type { BandPart } from "../../packages/timeline/src/scene/bands/band-types.ts";

const [WIDTH_PX, HEIGHT_PX] = [260, 112];

function canvasOf(scale: number): {
  readonly context: CanvasRenderingContext2D;
  readonly pixels: () => Uint8ClampedArray;
} {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [WIDTH_PX * scale, HEIGHT_PX * scale];
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) throw new Error("This browser draws nothing.");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  return { context, pixels: () => context.getImageData(0, 0, canvas.width, canvas.height).data };
}

const bars = fc.array(fc.record({ at: fc.nat(30), highPx: fc.integer({ min: 1, max: 40 }) }), {
  minLength: 1,
  maxLength: 8,
});
const bands = fc.array(fc.record({ bars, baseY: fc.integer({ min: 45, max: 110 }), x: fc.nat(120) }), {
  minLength: 1,
  maxLength: 6,
});
const COLORS: Readonly<Record<string, string>> = { sure: "#0a4a8a", possible: "#d55e00" };
const colorOf = (token: string): string => COLORS[token] as string;

test("columns drawn from their pictures look as columns drawn one by one, wherever they stand", () => {
  fc.assert(
    fc.property(bands, fc.constantFrom(1, 2), fc.constantFrom(1 as const, -1 as const), (all, scale, dir) => {
      const made: (() => void)[] = [];
      const painter = createStripPainter((make) => made.push(make));
      const drawn = all.map(({ bars: own, baseY, x }) => {
        const boxes = Float32Array.from(own.flatMap(({ at, highPx }) => [at * 4, baseY - highPx, 3, highPx]));
        const parts: BandPart[] = [
          { boxes, fill: "sure", alpha: 1 },
          { boxes: boxes.map((value, i) => (i % 4 === 0 ? value + 1 : value)), fill: "possible", alpha: 0.45 },
        ];
        return { parts, x: dir === 1 ? x : WIDTH_PX - x, dir };
      });
      let pictures = 0;
      for (let frame = 0; frame < 3; frame++) {
        const [fast, slow] = [canvasOf(scale), canvasOf(scale)];
        const counted = fast.context.drawImage.bind(fast.context) as (...given: unknown[]) => void;
        fast.context.drawImage = (...given: unknown[]) => {
          pictures++;
          counted(...given);
        };
        painter.begin(COLORS, scale);
        for (const { context } of [fast, slow]) context.setTransform(scale, 0, 0, scale, 0, 0);
        // A pan by whole pixels.
        for (const band of drawn) {
          painter.paint(fast.context, { ...band, x: band.x + 3 * frame }, colorOf);
          drawBoxes(slow.context, { ...band, x: band.x + 3 * frame }, colorOf);
        }
        const [own, wanted] = [fast.pixels(), slow.pixels()];
        // What is pale is rounded once more on its way.
        expect(own.some((value, i) => Math.abs(value - (wanted[i] as number)) > 2)).toBe(false);
        for (const make of made.splice(0)) make();
      }
      expect(pictures).toBe(drawn.length);
      painter.destroy();
    }),
    { numRuns: 12, seed: 81 },
  );
});

test("pictures beyond what one sheet takes are made when they are drawn again", () => {
  const made: (() => void)[] = [];
  const painter = createStripPainter((make) => made.push(make));
  const { context } = canvasOf(1);
  let pictures = 0;
  context.drawImage = () => {
    pictures++;
  };
  const boxes = (): Float32Array =>
    Float32Array.from({ length: 4 * 1_000 }, (_, i) => [Math.floor(i / 4) % 90, 5, 2, 9][i % 4] as number);
  const drawn = Array.from({ length: 12 }, (): BandPart[] => [{ boxes: boxes(), fill: "sure", alpha: 1 }]);
  const counts: number[] = [];
  for (let frame = 0; frame < 6; frame++) {
    pictures = 0;
    painter.begin(COLORS, 1);
    for (const parts of drawn) painter.paint(context, { parts, x: 0, dir: 1 }, colorOf);
    counts.push(pictures);
    for (const make of made.splice(0)) make();
  }
  expect(counts).toEqual([0, 0, 5, 10, 12, 12]);
  painter.destroy();
});
