import { cellText } from "./row-cells.ts";

const TOTAL = /^(grand |sub)?totals?:?$/i;
const NUMBER = /^\d[\d.,]*$/;

/**
 * Whether a row sums up the others: the word "Total" and numbers, at least so many, and nothing else. For rows without a date and a
 * position alone: whatever has one of them may be a record of that name.
 */
export function isTotalsRow(cells: readonly unknown[], leastNumbers = 1): boolean {
  const texts = cells.flatMap((cell) => cellText(cell) ?? []);
  const numbers = texts.filter((text) => NUMBER.test(text)).length;
  return numbers >= leastNumbers && numbers === texts.length - 1 && texts.some((text) => TOTAL.test(text));
}
