import { createStore } from "@whenwhere/store";
import { dateFacts, factWords } from "@whenwhere/timeline";
import { createWords, timelineTexts } from "@whenwhere/view/pure";
import { expect, it } from "vitest";
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
