import { foldText } from "./fold-text.ts";

/** One thing that is looked for. */
export interface SearchTerm {
  /** Folded, never empty. */
  readonly text: string;
  /** Words in a row, as they were written between quotes. */
  readonly isPhrase: boolean;
  /** Only in this field; null = anywhere. */
  readonly field: string | null;
  readonly isNot: boolean;
}

/** A question: all of the groups must hold, and of each group one term. */
export type SearchQuery = readonly (readonly SearchTerm[])[];

/** Fields that a question may name, as in `place:aden`. */
const SEARCH_FIELDS: readonly string[] = [
  "title",
  "place",
  "country",
  "admin1",
  "actor",
  "category",
  "kind",
  "status",
  "precision",
  "source",
  "tag",
];

/** A question of more terms than this is cut: links come from strangers, and each term is asked of every record. */
const MOST_TERMS = 32;
const LONGEST = 2_000;

const TOKEN = /(-?)(?:(\p{L}[\p{L}\p{N}]*):)?(?:"([^"]*)(?:"|$)|([^\s"]+))|"/gu;

function termOf(match: RegExpMatchArray, isNot: boolean): SearchTerm | null {
  const [whole, minus = "", name, phrase, word] = match;
  const field = name === undefined ? null : name.toLowerCase();
  const isKnown = field !== null && SEARCH_FIELDS.includes(field);
  // "06:30" and "http://x" name no field: the colon is a letter like others.
  const plain = isKnown || field === null ? (phrase ?? word ?? "") : whole.slice(minus.length).replaceAll('"', "");
  const text = foldText(plain).split(/\s+/u).filter(Boolean).join(" ");
  if (text === "") return null;
  const isPhrase = phrase !== undefined && text.includes(" ");
  return { text, isPhrase, field: isKnown ? field : null, isNot: isNot || minus === "-" };
}

/**
 * Reads a question: words that must all be there, `"words in a row"`, `-not` or `NOT`, `OR` or `|` between two that may stand
 * for each other (it binds closer than the blank), `field:word`. `AND` says what the blank says. Whatever cannot be an operator is a word.
 * Never throws.
 */
export function searchQuery(question: string): SearchQuery {
  const groups: SearchTerm[][] = [];
  let count = 0;
  let isOr = false;
  let isNot = false;
  for (const match of question.slice(0, LONGEST).matchAll(TOKEN)) {
    const [whole] = match;
    if (whole === "AND" || whole === "-") continue;
    if (whole === "OR" || whole === "|") {
      isOr = groups.length > 0;
      continue;
    }
    if (whole === "NOT") {
      isNot = true;
      continue;
    }
    const term = termOf(match, isNot);
    isNot = false;
    if (term === null) continue;
    if (++count > MOST_TERMS) break;
    if (isOr) groups.at(-1)?.push(term);
    else groups.push([term]);
    isOr = false;
  }
  return groups;
}
