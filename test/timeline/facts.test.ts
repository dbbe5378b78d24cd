import { createStore } from "@whenwhere/store";
import { dateFacts, factWords } from "@whenwhere/timeline";
import { createWords, timelineTexts } from "@whenwhere/view/pure";
import { expect, it } from "vitest";
import { columnTime } from "../../packages/timeline/src/scene/bands/column-words.ts";
import { record } from "./fixtures.ts";

const WORDS = createWords("en").withTexts(timelineTexts);

it("the share of uncertain dates counts what is wider than a day, approximate or open, and no day", () => {
  const edtf = ["2022-01-01", "2022-01", "2022-01-02~", "2022-01-03/..", "2022-01-04"];
  const store = createStore([...edtf.map((one, i) => record(`r${i}`, { edtf: one })), record("none", undefined)]);
  const facts = dateFacts(store);
  expect(facts).toMatchObject({ dated: 5, uncertain: 3 });
  expect(factWords(facts, { words: WORDS })).toContain("3 of 5 dates (60%)");
});

it("no record has nothing to say", () => {
  expect(factWords(dateFacts(createStore([])), { words: WORDS })).toBe("");
});

it.each(["en", "zh", "ar", "fr"])(
  "the busiest millennia are named whole, and without how long they are, in %s",
  (locale) => {
    const words = createWords(locale).withTexts(timelineTexts);
    const edtf = ["Y-170000", ...Array.from({ length: 30 }, (_, i) => String(1900 + i))];
    const { peaks } = dateFacts(createStore(edtf.map((one, i) => record(`r${i}`, { edtf: one }))));
    expect(peaks).toHaveLength(1);
    const [peak] = peaks as [(typeof peaks)[number]];
    const whole = words.range(peak.startMs, peak.endMs);
    const said = columnTime(peak, { words });
    expect(whole.startsWith(said)).toBe(true);
    // What is left out is the length alone: a separator, and a number of some unit.
    expect(whole.slice(said.length)).toMatch(/^(?:, |،|，)\s*\p{Nd}+(?:[,.٬\s]\p{Nd}{3})?\s*\D*$/u);
  },
);
