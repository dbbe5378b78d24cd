import fc from "fast-check";
import { expect, test } from "vitest";
import { isTallText, TALL_ROW_PX } from "../../packages/timeline/src/scene/labels/tall-text.ts";
import { record, sceneOf } from "./fixtures.ts";

const TALL = ["ကျောက်တော် မြို့နယ်", "การประท้วงที่กรุงเทพ", "पुल पर हमला", "བོད་ལྗོངས་", "ការតវ៉ានៅភ្នំពេញ", "پل پر حملہ، ہلاک ہوئے"];
const LATIN = ["A raid", "Strike on the bridge", "Shelling", "قصف السوق", "抗议活动", "Việt Nam"];

test("scripts whose letters are stacked, and the letters of Urdu, are told from others", () => {
  expect(TALL.map(isTallText)).toEqual(TALL.map(() => true));
  expect(LATIN.map(isTallText)).toEqual(LATIN.map(() => false));
});

function recordsOf(sizes: readonly number[], titlesOf: (lane: number) => readonly string[]) {
  return sizes.flatMap((size, lane) =>
    Array.from({ length: size }, (_, i) => {
      const day = String(((i * 11 + lane * 5) % 27) + 1).padStart(2, "0");
      const edtf = i % 3 === 2 ? "2022-01" : `2022-0${(i % 2) + 1}-${day}`;
      const titles = titlesOf(lane);
      return record(`${lane}-${i}`, { edtf }, { title: titles[i % titles.length] as string, category: `lane ${lane}` });
    }),
  );
}

type Scene = ReturnType<typeof sceneOf>;

/** The least distance of two rows of each lane; infinite where there is one row. */
function closest({ marks, lanes }: Scene): number[] {
  return lanes.map((_, lane) => {
    const tops = [
      ...new Set(marks.filter((mark) => mark.lane === lane && mark.form !== "undated").map(({ yPx }) => yPx)),
    ].sort((a, b) => a - b);
    return Math.min(Number.POSITIVE_INFINITY, ...tops.slice(1).map((yPx, i) => yPx - (tops[i] as number)));
  });
}

test("rows with words of a tall script are never pressed closer than these need, while those of other lanes are", () => {
  const records = recordsOf([8, 8, 8], (lane) => (lane === 1 ? TALL : ["A raid", "Shelling", "Protest"]));
  const pressed = new Set<number>();
  for (let heightPx = 560; heightPx > 200; heightPx -= 4) {
    const scene = sceneOf(records, { heightPx, shrink: true });
    scene.lanes.forEach(({ level }, i) => {
      const hasTall = scene.marks.some(({ lane, label }) => lane === i && label !== null && isTallText(label.text));
      if (level !== "labelled") return;
      const stepPx = closest(scene)[i] as number;
      if (hasTall) expect(stepPx).toBeGreaterThanOrEqual(TALL_ROW_PX - 1e-6);
      else if (Number.isFinite(stepPx)) pressed.add(Math.round(stepPx));
    });
  }
  expect([...pressed].some((stepPx) => stepPx < TALL_ROW_PX)).toBe(true);
});

test("stacked letters touch neither marks nor words of the rows above and below, however little room there is", () => {
  let told = 0;
  const touching: string[] = [];
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 200, max: 620 }),
      (sizes, heightPx) => {
        const { marks } = sceneOf(
          recordsOf(sizes, () => TALL),
          { heightPx, shrink: true },
        );
        for (const { label, lane, row } of marks) {
          if (label === null || label.place === "inside") continue;
          told++;
          const middlePx = label.yPx + label.heightPx / 2;
          const [topPx, bottomPx] = [middlePx - TALL_ROW_PX / 2, middlePx + TALL_ROW_PX / 2];
          for (const other of marks) {
            if (other.row === row || other.lane !== lane || other.form === "undated") continue;
            const boxes = [
              ...(other.form === "bar" ? other.bars : [other]),
              ...(other.label === null ? [] : [other.label]),
            ];
            for (const box of boxes) {
              const across = label.xPx < box.xPx + box.widthPx && box.xPx < label.xPx + label.widthPx;
              const boxMiddle = box.yPx + box.heightPx / 2;
              const isOwnRow = Math.abs(boxMiddle - middlePx) < 1;
              const down = topPx < box.yPx + box.heightPx - 0.5 && box.yPx + 0.5 < bottomPx;
              if (!isOwnRow && across && down) touching.push(`${label.text} | ${other.id}`);
            }
          }
        }
      },
    ),
    { numRuns: 120, seed: 73 },
  );
  expect(touching).toEqual([]);
  expect(told).toBeGreaterThan(300);
});
