import { createStore } from "@whenwhere/store";
import { createWords, fixedTextMetrics, timelineTexts } from "@whenwhere/view/pure";
import fc from "fast-check";
import { expect, test } from "vitest";
import { timeScale } from "../../packages/timeline/src/scene/axis/time-scale.ts";
import { glyphOf } from "../../packages/timeline/src/scene/marks/glyph.ts";
import {
  anyOf,
  type Candidate,
  candidateOf,
  type PackOptions,
} from "../../packages/timeline/src/scene/marks/pack-candidate.ts";
import type { TimeGlyph } from "../../packages/timeline/src/scene/types.ts";
import { record } from "./fixtures.ts";

const DATES = [
  "2022-01-05",
  "2022-01-05T10:30:00Z",
  "2022-01?",
  "2022-01-~07",
  "2022-01-05/2022-01-06",
  "2022-01-05/..",
  "../2022-01-05",
  "/2022-01-05",
  "{2022-01-05,2022-01-07}",
  "2022-01-05?",
  "2022",
];

test("a record that is too short for a bar is laid out as any other would be", () => {
  const spans = ["within", "throughout", "series", "ongoing"] as const;
  const statuses = ["happened", "alleged", "planned", "cancelled", "disputed"] as const;
  const one = fc.record({
    edtf: fc.constantFrom(...DATES),
    span: fc.constantFrom(...spans),
    status: fc.constantFrom(...statuses),
    count: fc.constantFrom(undefined, 4),
    rival: fc.constantFrom(null, "2022-01-09", "2022-01-05"),
  });
  const plain = ({ glyph, bars, form, countText, inks, stride, bracket, insidePx }: Candidate) => {
    return { glyph, bars, form, countText, inks, stride, bracket, insidePx };
  };
  let shapes = 0;
  fc.assert(
    fc.property(
      one,
      fc.constantFrom("grow", "fit", "narrow", "none"),
      fc.constantFrom(2, 40, 900, 20_000),
      ({ edtf, span, status, count, rival }, labels, days) => {
        const when = { edtf, span, ...(count === undefined ? {} : { count }) };
        const claims = [
          { id: "c", field: "when", stance: "asserts" as const, by: "A", value: { edtf: rival ?? edtf } },
        ];
        const store = createStore([record("a", when, { status, ...(rival === null ? {} : { claims }) })]);
        const glyph = glyphOf(store, 0) as TimeGlyph;
        const startMs = Date.UTC(2022, 0, 4);
        const options: PackOptions = {
          store,
          scale: timeScale({ startMs, endMs: startMs + days * 86_400_000 }, 160, 980),
          metrics: fixedTextMetrics(),
          words: createWords("en").withTexts(timelineTexts),
          glyphOf: () => glyph,
          labels,
          texts: new Map(),
          selectedRow: -1,
        };
        const made = candidateOf(glyph, options);
        if (made.form === "shape") shapes++;
        expect(plain(made)).toEqual(plain(anyOf(glyph, options)));
        store.destroy();
      },
    ),
    { numRuns: 400, seed: 81 },
  );
  expect(shapes).toBeGreaterThan(60);
});
