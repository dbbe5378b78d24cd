/** A question's word is looked for by likeness from this length on. */
const LEAST_LETTERS = 5;
const TWO_SLIPS_FROM = 9;
const LONGEST = 32;

/** Letters of scripts that part their words by blanks. */
const ALPHABETIC = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}]+$/u;

/** How many slips a word forgives: none for short ones, numbers, and scripts without blanks. */
export function slipsOf(word: string): number {
  if (word.length < LEAST_LETTERS || word.length > LONGEST || !ALPHABETIC.test(word)) return 0;
  return word.length < TWO_SLIPS_FROM ? 1 : 2;
}

/**
 * Where a folded text has a word that begins like the one asked for, with at most so many slips (a letter too many, too few,
 * another, or two changed about); the first letter is right. Null when there is none.
 */
export function nearWord(text: string, word: string, slips: number): readonly [from: number, to: number] | null {
  const first = word[0] as string;
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
    if (at > 0 && isLetter(text.charCodeAt(at - 1))) continue;
    const length = likeLength(text, at, { word, slips });
    if (length > 0) return [at, at + length];
  }
  return null;
}

function isLetter(code: number): boolean {
  return code > 127 || (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}

/** Length of the beginning at `at` that is most like the word; 0 when none is like enough. */
function likeLength(text: string, at: number, { word, slips }: { word: string; slips: number }): number {
  const size = word.length;
  let older: number[] = [];
  let old = Array.from({ length: size + 1 }, (_, i) => i);
  let best = slips + 1;
  let bestLength = 0;
  for (let length = 1; length <= size + slips; length++) {
    const code = text.charCodeAt(at + length - 1);
    if (Number.isNaN(code) || !isLetter(code)) break;
    const row = [length];
    let least = length;
    for (let i = 1; i <= size; i++) {
      const same = word.charCodeAt(i - 1) === code;
      let cost = Math.min((old[i] as number) + 1, (row[i - 1] as number) + 1, (old[i - 1] as number) + (same ? 0 : 1));
      const isSwapped =
        length > 1 &&
        i > 1 &&
        word.charCodeAt(i - 2) === code &&
        word.charCodeAt(i - 1) === text.charCodeAt(at + length - 2);
      if (isSwapped) cost = Math.min(cost, (older[i - 2] as number) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > slips) break;
    if ((row[size] as number) < best) [best, bestLength] = [row[size] as number, length];
    [older, old] = [old, row];
  }
  return bestLength;
}
