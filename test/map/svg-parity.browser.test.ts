import { expect, test } from "vitest";
import { drawFlatMap, flatMapToSVG } from "../../packages/map/src/flat/index.ts";
import { GOLDEN_MAPS } from "./golden-cases.ts";
import { pictureOf } from "./golden-picture.ts";

const SCALE = 2;
/** Of 255: what an eye could take for another colour, and not for another edge of the same letter. */
const APART = 40;

function paper(widthPx: number, heightPx: number): CanvasRenderingContext2D {
  const canvas = document.createElement("canvas");
  canvas.width = widthPx * SCALE;
  canvas.height = heightPx * SCALE;
  return canvas.getContext("2d", { willReadFrequently: true }) as CanvasRenderingContext2D;
}

const pixelsOf = (ctx: CanvasRenderingContext2D): Uint8ClampedArray =>
  ctx.getImageData(0, 0, ctx.canvas.width, ctx.canvas.height).data;

/** Every sixth golden map: all grounds, themes and marks are among them. */
const SOME = GOLDEN_MAPS.filter((_, i) => i % 6 === 0);

test.each(SOME)("an SVG of $name, alone in an image, looks as the canvas does", async (one) => {
  const picture = await pictureOf(one);
  const { widthPx, heightPx } = picture.scene;
  const drawn = paper(widthPx, heightPx);
  drawFlatMap(drawn, { ...picture, look: { ...picture.look, pixelRatio: SCALE } });
  const image = new Image(widthPx, heightPx);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(flatMapToSVG(picture))}`;
  await image.decode();
  const shown = paper(widthPx, heightPx);
  shown.drawImage(image, 0, 0, shown.canvas.width, shown.canvas.height);
  const [a, b] = [pixelsOf(drawn), pixelsOf(shown)];
  let same = 0;
  for (let at = 0; at < a.length; at += 4) {
    const apart = [0, 1, 2].map((i) => Math.abs((a[at + i] as number) - (b[at + i] as number)));
    if (Math.max(...apart) <= APART) same++;
  }
  expect((4 * same) / a.length).toBeGreaterThanOrEqual(0.99);
});
