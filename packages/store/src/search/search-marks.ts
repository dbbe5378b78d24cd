import { foldText } from "./fold-text.ts";
import { nearWord, slipsOf } from "./near-word.ts";
import { searchQuery } from "./search-query.ts";

/** A piece of a text, in UTF-16 units. */
export type TextRange = readonly [from: number, to: number];

/**
 * What of a text answers a question, for marking it: rising, without overlaps. Terms of a field, and those that must not be
 * there, mark nothing. A word that is not in the text as it was typed marks the one most like it.
 */
export function searchMarks(text: string, question: string): readonly TextRange[] {
  const terms = searchQuery(question)
    .flat()
    .filter(({ isNot, field }) => !isNot && (field === null || field === "title"));
  if (terms.length === 0 || text === "") return [];
  const { folded, places } = foldedPlaces(text);
  const found = terms.flatMap(({ text: term }) => rangesOf(folded, term));
  const ranges = found
    .map(([from, to]): TextRange => [places[from] as number, places[to] as number])
    .sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const joined: TextRange[] = [];
  for (const [from, to] of ranges) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last[1]) joined[joined.length - 1] = [last[0], Math.max(last[1], to)];
    else if (to > from) joined.push([from, to]);
  }
  return joined;
}

function rangesOf(folded: string, term: string): TextRange[] {
  const ranges: TextRange[] = [];
  for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length)) {
    ranges.push([at, at + term.length]);
  }
  const slips = ranges.length === 0 ? slipsOf(term) : 0;
  const near = slips === 0 ? null : nearWord(folded, term, slips);
  return near === null ? ranges : [near];
}

/** The folded text, and for each of its units, and its end, where that stands in the text as it was. */
function foldedPlaces(text: string): { readonly folded: string; readonly places: readonly number[] } {
  let folded = "";
  const places: number[] = [];
  let at = 0;
  for (const letter of text) {
    const plain = foldText(letter);
    for (let i = 0; i < plain.length; i++) places.push(at);
    folded += plain;
    at += letter.length;
  }
  places.push(at);
  return { folded, places };
}
