import { fixedTextMetrics } from "@whenwhere/view/pure";
import fc from "fast-check";
import { expect, test } from "vitest";
import { cutToFit } from "../../packages/timeline/src/scene/labels/label-text.ts";
import {
  type LabelWish,
  type PlacedLabel,
  placeLabels,
} from "../../packages/timeline/src/scene/labels/place-labels.ts";

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

/** The slow twin: a list of taken pixels a line, walked one by one. */
function placedPlainly(all: readonly LabelWish[], ground: typeof GROUND): PlacedLabel[] {
  const { metrics, locale } = ground;
  const [low, high] = [Math.floor(ground.startPx), Math.ceil(ground.endPx)];
  const lines = new Map<number, Set<number>>();
  const take = (line: number, startPx: number, endPx: number): void => {
    const own = lines.get(line) ?? new Set();
    lines.set(line, own);
    for (let px = Math.max(Math.floor(startPx), low); px < Math.min(Math.ceil(endPx), high); px++) own.add(px);
  };
  for (const { line, startPx, endPx } of all) take(line, startPx, endPx);
  return all.flatMap(({ id, line, startPx, endPx, texts, before }): PlacedLabel[] => {
    const own = lines.get(line) ?? new Set();
    let wallPx = ground.endPx;
    for (let px = Math.max(Math.ceil(endPx), low); px < high; px++) if (own.has(px)) wallPx = Math.min(wallPx, px - 6);
    let floorPx = ground.startPx;
    for (let px = low; px < Math.min(Math.floor(startPx), high); px++)
      if (own.has(px)) floorPx = Math.max(floorPx, px + 1 + 6);
    const rooms = { end: wallPx - endPx - 7, start: startPx - 7 - floorPx };
    if (Math.max(rooms.end, rooms.start) < 56) return [];
    const put = (text: string, place: "end" | "start"): PlacedLabel[] => {
      const widthPx = metrics.width(text, 11.5, 400);
      const xPx = place === "end" ? endPx + 7 : startPx - 7 - widthPx;
      take(line, xPx, xPx + widthPx);
      return [{ id, line, xPx, widthPx, text, place }];
    };
    const tries = texts.flatMap((text) => [["end", text] as const, ["start", text] as const]);
    const first =
      before !== undefined && texts.includes(before.text)
        ? [[before.place as "end" | "start", before.text] as const]
        : [];
    for (const [place, text] of [...first, ...tries])
      if (metrics.width(text, 11.5, 400) <= rooms[place]) return put(text, place);
    const place = rooms.start > rooms.end + 20 ? "start" : "end";
    const cut = cutToFit(texts[texts.length - 1] as string, rooms[place], { metrics, locale, weight: 400 });
    return cut === null || rooms[place] < 56 ? [] : put(cut, place);
  });
}

test("words stand where a walk over all pixels would put them", () => {
  const remembered = fc.record({ text: fc.nat(3), place: fc.constantFrom("end", "start") });
  fc.assert(
    fc.property(
      wishes,
      fc.array(fc.option(remembered), { maxLength: 120 }),
      fc.double({ min: 0, max: 0.99 }),
      (all, said, byPx) => {
        const moved = all.map((one, i): LabelWish => {
          const known = said[i] ?? null;
          const place = { startPx: one.startPx + byPx, endPx: one.endPx + byPx };
          if (known === null) return { ...one, ...place };
          return { ...one, ...place, before: { text: one.texts[known.text] ?? "gone", place: known.place } };
        });
        expect(placeLabels(moved, GROUND)).toEqual(placedPlainly(moved, GROUND));
      },
    ),
    { numRuns: 150, seed: 64 },
  );
});
