/**
 * Scripts whose letters are stacked above and below one another, so that a line of them is half as high again as a line of Latin
 * ones: those of South and Southeast Asia, and Tibetan.
 */
const TALL =
  /[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Thai}\p{Script=Lao}\p{Script=Tibetan}\p{Script=Myanmar}\p{Script=Khmer}]/u;
/** Letters that only Urdu and its neighbours have: they are set in Nastaliq, which hangs from line to line. */
const NASTALIQ = /[\u0679\u0688\u0691\u06ba\u06be\u06c1\u06c3\u06d2\u06d3]/u;

/** Its letters need a line of {@link TALL_ROW_PX}. */
export function isTallText(text: string): boolean {
  return TALL.test(text) || NASTALIQ.test(text);
}

/** Least distance of two rows with words of such a script. */
export const TALL_ROW_PX = 16;
