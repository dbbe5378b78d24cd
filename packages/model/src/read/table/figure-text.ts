import type { Figure } from "../../incident.ts";
import { foldDigits } from "./plain-text.ts";

/** Numbers of a figure; null when the text says none that can be told for sure. */
export type FigureNumbers = Pick<Figure, "low" | "best" | "high" | "kind">;

const WHOLE = String.raw`\d{1,3}(?:[,'\u2009\u00a0\u202f ]\d{3})+|\d+`;
const RANGE = new RegExp(String.raw`^(${WHOLE})\s*(?:-|–|—|to)\s*(${WHOLE})$`);
const AT_LEAST = new RegExp(
  String.raw`^(?:at least|over|more than|>=?|≥|min\.?|mindestens|au moins|al menos|pelo menos)\s*(${WHOLE})$|^(${WHOLE})\s*\+$`,
  "i",
);
const AT_MOST = new RegExp(String.raw`^(?:at most|up to|under|less than|<=?|≤)\s*(${WHOLE})$`, "i");
const PLAIN = new RegExp(String.raw`^(?:${WHOLE})(?:\.0+)?$`);
const UNKNOWN =
  /^(?:-|\?|n\/?a|nan|null|none given|unknown|not known|unclear|inconnu|unbekannt|desconhecido|desconocido)$/i;

/** Reads "12", "1,815", "12-16", "at least 12", "12+", "up to 5", "unknown". Null for all else: unknown is not zero. */
export function readFigure(raw: string): FigureNumbers | null {
  const text = foldDigits(raw).trim().replace(/^'/, "");
  if (UNKNOWN.test(text)) return { best: null, kind: "unknown" };
  if (PLAIN.test(text)) return { best: whole(text) };
  const range = RANGE.exec(text);
  if (range !== null) {
    const [low, high] = [whole(range[1] as string), whole(range[2] as string)];
    return low <= high ? { low, high, kind: "range" } : null;
  }
  const least = AT_LEAST.exec(text);
  if (least !== null) return { low: whole((least[1] ?? least[2]) as string), kind: "lowest-reported" };
  const most = AT_MOST.exec(text);
  return most === null ? null : { high: whole(most[1] as string), kind: "range" };
}

function whole(text: string): number {
  return Number(text.replace(/\.0+$/, "").replace(/\D/g, ""));
}
