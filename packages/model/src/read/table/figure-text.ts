import type { Figure } from "../../incident.ts";
import { foldDigits } from "./plain-text.ts";

/** Numbers of a figure; null when the text says none that can be told for sure. */
export type FigureNumbers = Pick<Figure, "low" | "best" | "high" | "kind">;

const WHOLE = String.raw`\d{1,3}(?:[,'\u2009\u00a0\u202f ]\d{3})+|\d+`;
const RANGE = new RegExp(
  String.raw`^(?:(?:from|de|von|от|від|من|از) )?(${WHOLE})(?:\s*[-–—~至到]\s*|\s+(?:to|à|a|bis|до|إلى|تا)\s+)(${WHOLE})$`,
  "i",
);
const BETWEEN = new RegExp(
  String.raw`^(?:between|entre|zwischen|بين|بین)\s+(${WHOLE})\s+(?:and|et|y|e|und|و)\s*(${WHOLE})$`,
  "i",
);
const AT_LEAST = new RegExp(
  String.raw`^(?:at least|over|more than|>=?|≥|min\.?|mind\.|mindestens|au moins|al menos|por lo menos|pelo menos|ao menos|не менее|не менше|على الأقل|حداقل|至少)\s*(${WHOLE})$|^(${WHOLE})\s*\+$|^(${WHOLE}) (?:at least|or more|على الأقل)$`,
  "i",
);
const AT_MOST = new RegExp(
  String.raw`^(?:at most|up to|under|less than|fewer than|<=?|≤|max\.?|höchstens|jusqu'à|hasta|até|до|不超过)\s*(${WHOLE})$`,
  "i",
);
const PLAIN = new RegExp(String.raw`^(?:${WHOLE})(?:\.0+)?$`);
const UNKNOWN =
  /^(?:-|\?|n\/?a|nan|null|none given|unknown|not known|unclear|inconnu|unbekannt|desconhecido|desconocido|неизвестно|невідомо|غير معروف|نامعلوم|未知|不详)$/i;

/** Reads "12", "1,815", "12-16", "entre 79 y 119", "at least 12", "12+", "up to 5", "unknown". Null for all else: unknown is not zero. */
export function readFigure(raw: string): FigureNumbers | null {
  const text = foldDigits(raw).trim().replace(/^'/, "");
  if (UNKNOWN.test(text)) return { best: null, kind: "unknown" };
  if (PLAIN.test(text)) return { best: whole(text) };
  const range = RANGE.exec(text) ?? BETWEEN.exec(text);
  if (range !== null) {
    const [low, high] = [whole(range[1] as string), whole(range[2] as string)];
    return low <= high ? { low, high, kind: "range" } : null;
  }
  const least = AT_LEAST.exec(text);
  if (least !== null) return { low: whole((least[1] ?? least[2] ?? least[3]) as string), kind: "lowest-reported" };
  const most = AT_MOST.exec(text);
  return most === null ? null : { high: whole(most[1] as string), kind: "range" };
}

function whole(text: string): number {
  return Number(text.replace(/\.0+$/, "").replace(/\D/g, ""));
}
