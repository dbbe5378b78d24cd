/** Dashes, hyphens and minus signs of Unicode that people and word processors write for "-". */
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
const DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u1040-\u1049\uff10-\uff19]/g;

/** Arabic, Persian, Devanagari, Bengali, Burmese and full-width digits, and the Arabic decimal mark, as ours. */
export function foldDigits(text: string): string {
  if (!/[^\0-\x7f]/.test(text)) return text;
  // The lowest digit of each of these rows has a code that ends in 0 or 6.
  return text.replace(DIGITS, digitOf).replace(/\u066b/g, ".");
}

function digitOf(digit: string): string {
  const code = digit.charCodeAt(0) & 0xf;
  return String(/[\u0966-\u096f\u09e6-\u09ef]/.test(digit) ? code - 6 : code);
}

/** Every dash as a hyphen. */
export function foldDashes(text: string): string {
  return text.replace(DASHES, "-");
}

/** A cell for reading: digits and blanks as ours, no marks of direction, no apostrophe of a spreadsheet. */
export function plainCell(raw: string): string {
  if (/^[\w.:+-]*$/.test(raw)) return raw;
  return foldDigits(raw)
    .replace(/[\u200e\u200f\u061c\u00a0\u2009\u202f\ufeff]/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^'/, "");
}
