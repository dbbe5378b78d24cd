/**
 * Text as the search sees it, so that what people type finds what publishers wrote: lower case; without accents and points
 * of Latin, Greek, Cyrillic, Arabic and Hebrew script; compatibility forms made plain; Arabic and Persian letters of one
 * sound and shape made one (ي ى ی, ك ک, ة ه), their digits made plain, joiners and the stretching line left out; ß, ø, ł and
 * the like as they are typed without them. Vowel signs of Indian and Burmese scripts and the marks of Japanese are letters
 * and stay.
 */
export function foldText(text: string): string {
  // Most text of most files: nothing to fold but the case.
  if (isAscii(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .replace(MARKS, "")
    .toLowerCase()
    .replace(LETTERS, (letter) => PLAIN[letter] ?? plainDigit(letter));
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

/** Marks that a reader may leave out, and signs that are not seen. U+3099 and U+309A make other letters of Japanese ones. */
const MARKS =
  /(?![\u3099\u309a])(?=\p{M})[\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}]|[\u0640\u200b-\u200f\u00ad]/gu;

const PLAIN: Readonly<Record<string, string>> = {
  "\u0649": "\u064a",
  "\u06cc": "\u064a",
  "\u06d2": "\u064a",
  "\u06a9": "\u0643",
  "\u0629": "\u0647",
  "\u06c1": "\u0647",
  "\u06be": "\u0647",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  ς: "σ",
};

const LETTERS = new RegExp(`[${Object.keys(PLAIN).join("")}\u0660-\u0669\u06f0-\u06f9]`, "gu");

/** Arabic-Indic digits, and those of Persian and Urdu. */
function plainDigit(digit: string): string {
  return String(digit.charCodeAt(0) & 15);
}
