import type { Figure } from "../../incident.ts";
import { foldDigits } from "./plain-text.ts";

/** Numbers of a figure; null when the text says none that can be told for sure. */
export type FigureNumbers = Pick<Figure, "low" | "best" | "high" | "kind">;

const WHOLE = String.raw`\d{1,3}(?:[,'\u2009\u00a0\u202f ]\d{3})+|\d+`;
const PLAIN = new RegExp(String.raw`^(?:${WHOLE})(?:\.0+)?$`);
const WHOLES = new RegExp(WHOLE, "g");
// What stands around the numbers, each of which is written as "#".
const RANGE =
  /^(?:from |de |von |от |від |من )?#(?: ?[-–—~至到] ?| (?:to|à|a|bis|до|إلى|تا) )#$|^(?:between|entre|zwischen|بين) # (?:and|et|y|e|und|و) ?#$/;
const AT_LEAST =
  /^(?:at least|over|more than|>=?|≥|min\.?|mind\.|mindestens|au moins|(?:al|por lo) menos|pelo menos|не мен(?:ее|ше)|على الأقل|حداقل|至少) ?#$|^# ?(?:\+|or more)$/;
const AT_MOST = /^(?:at most|up to|under|(?:less|fewer) than|<=?|≤|max\.?|höchstens|jusqu'à|hasta|até|до) ?#$/;
const UNKNOWN =
  /^(?:-|\?|n\/?a|nan|null|none given|unknown|not known|unclear|inconnu|unbekannt|desconhecido|desconocido|неизвестно|невідомо|غير معروف|未知)$/;

/**
 * Reads "12", "1,815", "12-16", "entre 79 y 119", "at least 12", "12+", "up to 5", "unknown". Null for all else:
 * unknown is not zero.
 */
export function readFigure(raw: string): FigureNumbers | null {
  const text = foldDigits(raw).trim().replace(/^'/, "");
  if (PLAIN.test(text)) return { best: whole(text) };
  const words = text.replace(WHOLES, "#").replace(/\s+/g, " ").toLowerCase();
  if (UNKNOWN.test(words)) return { best: null, kind: "unknown" };
  const [first = 0, second = 0] = (text.match(WHOLES) ?? []).map(whole);
  if (RANGE.test(words)) return first <= second ? { low: first, high: second, kind: "range" } : null;
  if (AT_LEAST.test(words)) return { low: first, kind: "lowest-reported" };
  return AT_MOST.test(words) ? { high: first, kind: "range" } : null;
}

function whole(text: string): number {
  return Number(text.replace(/\.0+$/, "").replace(/\D/g, ""));
}
