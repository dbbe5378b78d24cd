/**
 * The golden maps as pictures: ground, records and names as the canvas has them, against `golden/<name>.webp`. At least 99 % of
 * the pixels are the same; letters differ a little between machines, and no more than that may. To record anew, after a look
 * at the differences:
 *
 *     VITE_WW_GOLDEN=record npx vitest run --config test/vitest.config.ts --project browser test/map/golden.browser.test.ts
 */
import { expect, test } from "vitest";
import { server } from "vitest/browser";
import { drawFlatMap } from "../../packages/map/src/flat/index.ts";
import { GOLDEN_MAPS } from "./golden-cases.ts";
import { pictureOf } from "./golden-picture.ts";

declare global {
  /** What the server of the tests puts into each module. */
  interface ImportMeta {
    readonly env: Readonly<Record<string, string | undefined>>;
  }
}

/** From the root of the repository. */
const FOLDER = "test/map/golden";
const RECORDING = import.meta.env.VITE_WW_GOLDEN === "record";
/** Of 255: what an eye could take for another colour, and not for another edge of the same letter. */
const APART = 40;

function paper(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  return canvas.getContext("2d", { willReadFrequently: true }) as CanvasRenderingContext2D;
}

async function recorded(name: string): Promise<ImageData> {
  const data = await server.commands.readFile(`${FOLDER}/${name}.webp`, "base64");
  const image = new Image();
  image.src = `data:image/webp;base64,${data}`;
  await image.decode();
  const ctx = paper(image.naturalWidth, image.naturalHeight);
  ctx.drawImage(image, 0, 0);
  return ctx.getImageData(0, 0, ctx.canvas.width, ctx.canvas.height);
}

/** Share of pixels whose three colours are near each other in both pictures; 0 for pictures of two sizes. */
function likeness(a: ImageData, b: ImageData): number {
  if (a.width !== b.width || a.height !== b.height) return 0;
  let same = 0;
  for (let at = 0; at < a.data.length; at += 4) {
    const apart = [0, 1, 2].map((i) => Math.abs((a.data[at + i] as number) - (b.data[at + i] as number)));
    if (Math.max(...apart) <= APART) same++;
  }
  return same / (a.width * a.height);
}

test.each(GOLDEN_MAPS)("$name looks as recorded", async (one) => {
  const picture = await pictureOf(one);
  const { widthPx, heightPx } = picture.scene;
  const ctx = paper(widthPx, heightPx);
  drawFlatMap(ctx, picture);
  if (RECORDING) {
    // At full quality Chromium writes WebP without loss, at half the size of PNG.
    const file = ctx.canvas.toDataURL("image/webp", 1).replace(/^.*,/, "");
    await server.commands.writeFile(`${FOLDER}/${one.name}.webp`, file, "base64");
  }
  const now = ctx.getImageData(0, 0, widthPx, heightPx);
  expect(likeness(now, await recorded(one.name))).toBeGreaterThanOrEqual(0.99);
});

test("one mark that is gone, or another colour of the land, is another picture", async () => {
  const one = GOLDEN_MAPS.find(({ name }) => name === "world-equal-far-light");
  if (one === undefined) throw new Error("The case is gone.");
  const picture = await pictureOf(one);
  const ctx = paper(picture.scene.widthPx, picture.scene.heightPx);
  const look = { ...picture.look, theme: { ...picture.look.theme, land: "#d0c060" } };
  drawFlatMap(ctx, { ...picture, look });
  const other = ctx.getImageData(0, 0, ctx.canvas.width, ctx.canvas.height);
  expect(likeness(other, await recorded(one.name))).toBeLessThan(0.99);
});
