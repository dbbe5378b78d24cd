import fc from "fast-check";
import { expect, test } from "vitest";
import { record, sceneOf } from "./fixtures.ts";

const TITLES = ["A raid", "A strike on the bridge over the river", "Protest at the gate", "Shelling"];

/** Records of three lanes, days and months, as many in each as said. */
function recordsOf(sizes: readonly number[]) {
  return sizes.flatMap((size, lane) =>
    Array.from({ length: size }, (_, i) => {
      const day = String(((i * 11 + lane * 5) % 27) + 1).padStart(2, "0");
      const edtf = i % 3 === 2 ? "2022-01" : `2022-0${(i % 2) + 1}-${day}`;
      return record(`${lane}-${i}`, { edtf }, { title: TITLES[i % TITLES.length] as string, category: `lane ${lane}` });
    }),
  );
}

type Scene = ReturnType<typeof sceneOf>;

const wordsOf = ({ marks }: Scene) => marks.map(({ id, label }) => [id, label?.text ?? null]);

/** Distances between neighbouring rows of the lanes, each once. */
function rowsOf({ marks, lanes }: Scene): number[] {
  const steps = lanes.flatMap((_, lane) => {
    const tops = marks.filter((mark) => mark.lane === lane && mark.form !== "undated").map(({ yPx }) => yPx);
    const sorted = [...new Set(tops)].sort((a, b) => a - b);
    return sorted.slice(1).map((yPx, i) => Math.round(10 * (yPx - (sorted[i] as number))) / 10);
  });
  return [...new Set(steps)];
}

test("where all lanes are a little too high their rows are pressed alike, and all words stay", () => {
  const records = recordsOf([6, 6, 10]);
  const roomy = sceneOf(records, { heightPx: 700, shrink: true });
  expect(rowsOf(roomy)).toEqual([18]);
  const seen = new Set<number>();
  for (
    let heightPx = roomy.heightPx - 2;
    rowsOf(sceneOf(records, { heightPx, shrink: true }))[0] !== 12;
    heightPx -= 4
  ) {
    const pressed = sceneOf(records, { heightPx, shrink: true });
    expect(pressed.heightPx).toBeLessThanOrEqual(heightPx);
    const steps = rowsOf(pressed);
    expect(steps).toHaveLength(1);
    expect(pressed.lanes.map(({ level }) => level)).toEqual(["labelled", "labelled", "labelled"]);
    expect(wordsOf(pressed)).toEqual(wordsOf(roomy));
    seen.add(steps[0] as number);
  }
  expect([...seen]).toEqual([17, 16, 15, 14, 13]);
});

test("only where the closest rows are too high do lanes lose words or marks", () => {
  const records = recordsOf([6, 6, 10]);
  const levels = (heightPx: number): string[] =>
    sceneOf(records, { heightPx, shrink: true }).lanes.map(({ level }) => level);
  expect(new Set(levels(200))).not.toEqual(new Set(["labelled"]));
  let highest = 400;
  while (new Set(levels(highest)).size === 1) highest -= 3;
  const closest = sceneOf(records, { heightPx: highest + 3, shrink: true });
  expect(rowsOf(closest)).toEqual([12]);
});

test("words of pressed rows touch neither words nor marks of other rows, and no picture is higher than asked", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 14 }), { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 260, max: 620 }),
      fc.constantFrom(390, 1000),
      (sizes, heightPx, widthPx) => {
        const records = recordsOf(sizes);
        const scene = sceneOf(records, { heightPx, widthPx, shrink: true });
        const { counts, marks } = scene;
        expect(counts.drawn + counts.folded + counts.undated + counts.outside).toBe(records.length);
        const labels = marks.flatMap(({ label, lane }) => (label === null ? [] : [{ ...label, lane }]));
        for (const [i, a] of labels.entries())
          for (const b of labels.slice(i + 1)) {
            const across = a.xPx < b.xPx + b.widthPx && b.xPx < a.xPx + a.widthPx;
            const down = a.yPx < b.yPx + b.heightPx - 1e-6 && b.yPx < a.yPx + a.heightPx - 1e-6;
            expect(across && down, `${a.text} | ${b.text}`).toBe(false);
          }
        for (const lane of scene.lanes)
          for (const mark of marks.filter((one) => scene.lanes[one.lane] === lane && one.form !== "undated")) {
            expect(mark.yPx).toBeGreaterThanOrEqual(lane.yPx);
            expect(mark.yPx + mark.heightPx).toBeLessThanOrEqual(lane.yPx + lane.heightPx);
          }
      },
    ),
    { numRuns: 150, seed: 71 },
  );
});
