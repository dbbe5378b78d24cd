/**
 * The golden maps as pictures: ground, records and names as the canvas has them, against `golden/<name>.webp`. At least 99 % of
 * the pixels are the same; letters differ a little between machines, and no more than that may. To record anew, after a look
 * at the differences:
 *
 *     VITE_WW_GOLDEN=record npx vitest run --config test/vitest.config.ts --project browser test/map/golden.browser.test.ts
 */
import { expect, test } from "vitest";
import { drawFlatMap } from "../../packages/map/src/flat/index.ts";
import { GOLDEN_MAPS } from "./golden-cases.ts";
import { pictureOf } from "./golden-picture.ts";
import { likeness, paper, RECORDING, record, recorded } from "./golden-pixels.ts";

test.each(GOLDEN_MAPS)("$name looks as recorded", async (one) => {
  const picture = await pictureOf(one);
  const { widthPx, heightPx } = picture.scene;
  const ctx = paper(widthPx, heightPx);
  drawFlatMap(ctx, picture);
  if (RECORDING) await record(`golden/${one.name}`, ctx.canvas);
  const now = ctx.getImageData(0, 0, widthPx, heightPx);
  expect(likeness(now, await recorded(`golden/${one.name}`))).toBeGreaterThanOrEqual(0.99);
});

test("one mark that is gone, or another colour of the land, is another picture", async () => {
  const one = GOLDEN_MAPS.find(({ name }) => name === "world-equal-far-light");
  if (one === undefined) throw new Error("The case is gone.");
  const picture = await pictureOf(one);
  const ctx = paper(picture.scene.widthPx, picture.scene.heightPx);
  const look = { ...picture.look, theme: { ...picture.look.theme, land: "#d0c060" } };
  drawFlatMap(ctx, { ...picture, look });
  const other = ctx.getImageData(0, 0, ctx.canvas.width, ctx.canvas.height);
  expect(likeness(other, await recorded(`golden/${one.name}`))).toBeLessThan(0.99);
});
