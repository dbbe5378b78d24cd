import { foldText } from "../search/fold-text.ts";
import { nearWord, slipsOf } from "../search/near-word.ts";
import { type SearchTerm, searchQuery } from "../search/search-query.ts";
import { PART } from "../search/search-words.ts";
import { CERTAIN, HIDDEN } from "../types.ts";
import type { FieldValues } from "./field-values.ts";
import type { RankTest } from "./row-test.ts";

/** What a question is asked of. */
export interface SearchedRows {
  /** By row, folded. */
  readonly texts: readonly string[];
  readonly timeOrder: Uint32Array;
  values(field: string): FieldValues;
}

/** Beyond so many texts a word that no record has is not looked for by likeness: it would take a second. */
const MOST_NEAR = 300_000;

/**
 * Rows that answer a question (see {@link searchQuery}). A word may be a part of a word. A word of five letters and more that
 * stands in no record is taken for the words most like it (see `nearWord`), so that a slip of the finger finds what was meant,
 * and a word that is there finds nothing else. No terms: every row passes. Cost: one scan of the texts for each term; two
 * for a word that is nowhere.
 */
export function textQueryTest(rows: SearchedRows, question: string): RankTest {
  const groups = searchQuery(question).map((terms) => terms.map((term) => termTest(rows, term)));
  return (rank) => {
    for (const tests of groups) if (!tests.some((test) => test(rank))) return HIDDEN;
    return CERTAIN;
  };
}

type TermTest = (rank: number) => boolean;

function termTest(rows: SearchedRows, term: SearchTerm): TermTest {
  const test = positiveTest(rows, term);
  return term.isNot ? (rank) => !test(rank) : test;
}

function positiveTest(rows: SearchedRows, { text, field }: SearchTerm): TermTest {
  const { texts, timeOrder } = rows;
  const textOf = (rank: number): string => texts[timeOrder[rank] as number] as string;
  if (field === "title") {
    return (rank) => {
      const whole = textOf(rank);
      const end = whole.indexOf(PART);
      const at = whole.indexOf(text);
      return at >= 0 && (end < 0 || at + text.length <= end);
    };
  }
  if (field !== null) return fieldTest(rows.values(field), text);
  const slips = texts.length > MOST_NEAR ? 0 : slipsOf(text);
  const isNowhere = slips > 0 && !texts.some((one) => one.includes(text));
  if (isNowhere) return (rank) => nearWord(textOf(rank), text, slips) !== null;
  return (rank) => textOf(rank).includes(text);
}

/** Rows with a value that has the word as a part. */
function fieldTest({ values, offsets, codes }: FieldValues, text: string): TermTest {
  const has = Uint8Array.from(values, (value) => (foldText(value).includes(text) ? 1 : 0));
  if (offsets === null) return (rank) => has[codes[rank] as number] === 1;
  return (rank) => {
    const end = offsets[rank + 1] as number;
    for (let at = offsets[rank] as number; at < end; at++) if (has[codes[at] as number] === 1) return true;
    return false;
  };
}
