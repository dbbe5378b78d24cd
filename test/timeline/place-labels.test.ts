import { fixedTextMetrics } from "@whenwhere/view/pure";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type LabelWish, placeLabels } from "../../packages/timeline/src/scene/labels/place-labels.ts";

const GROUND = { startPx: 0, endPx: 900, metrics: fixedTextMetrics(), locale: "en" };

const TITLES = [
  "Strike on the bridge",
  "नमस्ते दुनिया की कहानी",
  "👩‍👩‍👧 family shelled at the market",
  "Protest",
  "قصف السوق القديم",
];

const wishes = fc
  .array(fc.record({ line: fc.nat(4), startPx: fc.integer({ min: 0, max: 880 }), title: fc.nat(TITLES.length - 1) }), {
    minLength: 1,
    maxLength: 120,
  })
  .map((all) => {
    const ends = new Map<number, number>();
    const sorted = [...all].sort((a, b) => a.startPx - b.startPx);
    // Inks of one line do not touch, as after packing.
    return sorted.flatMap(({ line, startPx, title }, id): LabelWish[] => {
      if (startPx < (ends.get(line) ?? 0)) return [];
      ends.set(line, startPx + 17);
      const text = TITLES[title] as string;
      return [{ id, line, startPx, endPx: startPx + 11, texts: [`${text}, 3 May 2021`, text] }];
    });
  });

test("no words touch other words or a mark of their line", () => {
  fc.assert(
    fc.property(wishes, (all) => {
      const placed = placeLabels(all, GROUND);
      for (const one of placed) {
        const [a, b] = [one.xPx, one.xPx + one.widthPx];
        expect(a >= GROUND.startPx && b <= GROUND.endPx).toBe(true);
        for (const mark of all) if (mark.line === one.line) expect(b <= mark.startPx || a >= mark.endPx).toBe(true);
        for (const other of placed) {
          if (other === one || other.line !== one.line) continue;
          expect(b <= other.xPx || a >= other.xPx + other.widthPx).toBe(true);
        }
      }
    }),
    { numRuns: 500, seed: 61 },
  );
});

test("words are whole, or cut between graphemes", () => {
  const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
  const letters = (text: string): string[] => Array.from(segmenter.segment(text), (one) => one.segment);
  fc.assert(
    fc.property(wishes, (all) => {
      for (const { id, text } of placeLabels(all, GROUND)) {
        const { texts } = all.find((wish) => wish.id === id) as LabelWish;
        if (texts.includes(text)) continue;
        const kept = letters(text).slice(0, -1);
        expect(text.endsWith("…")).toBe(true);
        expect(letters(texts[texts.length - 1] as string).slice(0, kept.length)).toEqual(kept);
      }
    }),
    { numRuns: 500, seed: 62 },
  );
});

test("panning by whole pixels moves all words by the same", () => {
  fc.assert(
    fc.property(wishes, fc.integer({ min: -5000, max: 5000 }), (all, byPx) => {
      const moved = all.map((one) => ({ ...one, startPx: one.startPx + byPx, endPx: one.endPx + byPx }));
      const ground = { ...GROUND, startPx: GROUND.startPx + byPx, endPx: GROUND.endPx + byPx };
      const before = placeLabels(all, GROUND);
      const after = placeLabels(moved, ground);
      expect(after.map(({ id, text, place }) => ({ id, text, place }))).toEqual(
        before.map(({ id, text, place }) => ({ id, text, place })),
      );
      after.forEach((one, i) => {
        expect(one.xPx - (before[i]?.xPx as number)).toBeCloseTo(byPx, 6);
      });
    }),
    { numRuns: 500, seed: 63 },
  );
});
