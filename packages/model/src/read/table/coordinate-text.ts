import { foldDashes, plainCell } from "./plain-text.ts";

/** Two numbers in the order latitude, longitude. */
export type Pair = readonly [first: number, second: number];

/** A pair, and whether its order is only assumed: pairs in square brackets are written both ways. */
export interface PairReading {
  readonly degrees: Pair;
  readonly bracketed: boolean;
}

const DECIMAL = String.raw`[+-]?\d{1,3}(?:\.\d+)?`;
const DECIMAL_COMMA = String.raw`[+-]?\d{1,3},\d+`;
const PAIR = new RegExp(String.raw`^[([]?\s*(${DECIMAL})(\s*[,;/|]\s*|\s+)(${DECIMAL})\s*[)\]]?$`);
const PAIR_COMMA = new RegExp(String.raw`^[([]?\s*(${DECIMAL_COMMA})(\s*[;/|]\s*|,?\s+)(${DECIMAL_COMMA})\s*[)\]]?$`);
const POINT =
  /^(?:SRID=\d+;)?\s*POINT\s*Z?\s*\(\s*([+-]?\d+(?:\.\d+)?)\s+([+-]?\d+(?:\.\d+)?)(?:\s+[+-]?[\d.]+)?\s*\)$/i;
const DEGREES =
  /^([NSEW])?\s*([+-]?\d{1,3}(?:[.,]\d+)?)\s*[°ºd]?\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*['′’m]\s*)?(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:["″”s]|''))?\s*([NSEW])?$/i;

/**
 * A coordinate in degrees: decimal point or comma, digits of other scripts, a spreadsheet's apostrophe, every kind of
 * minus, degrees-minutes-seconds, N S E W. NaN when it is none, when its letter is of the other axis, and for O, which is
 * west in French and Spanish and east in German.
 */
export function readCoordinate(raw: string, axis?: "lat" | "lon"): number {
  if (/^-?\d{1,3}(\.\d+)?$/.test(raw)) return Number(raw);
  const text = foldDashes(plainCell(raw));
  if (/^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text)) return Number(text);
  if (/^[+-]?\d{1,3},\d+$/.test(text)) return Number(text.replace(",", "."));
  const found = DEGREES.exec(text);
  if (found === null) return Number.NaN;
  const [, before, degrees = "", minutes = "0", seconds = "0", after] = found;
  const side = (before ?? after ?? "").toUpperCase();
  if ((before !== undefined && after !== undefined) || isOtherAxis(side, axis)) return Number.NaN;
  const [d, m, s] = [degrees, minutes, seconds].map((part) => Number(part.replace(",", "."))) as [
    number,
    number,
    number,
  ];
  if (m >= 60 || s >= 60 || (side !== "" && degrees.startsWith("-"))) return Number.NaN;
  const size = Math.abs(d) + m / 60 + s / 3600;
  return side === "S" || side === "W" || degrees.startsWith("-") ? -size : size;
}

function isOtherAxis(side: string, axis: "lat" | "lon" | undefined): boolean {
  return axis !== undefined && side !== "" && /[NS]/.test(side) !== (axis === "lat");
}

/**
 * "24.45, 54.37", "24,45; 54,37", "24°27′N 54°22′E", "POINT (54.37 24.45)" (turned, since WKT puts longitude first).
 * Null when it is no pair, or when it could be one number with a decimal comma.
 */
export function readPairText(raw: string): PairReading | null {
  const written = raw.length > 80 ? null : POINT.exec(raw);
  const text = written === null ? foldDashes(plainCell(raw)) : raw;
  if (text.length > 80) return null;
  const point = written ?? POINT.exec(text);
  if (point !== null) return reading([Number(point[2]), Number(point[1])]);
  const plain = PAIR.exec(text) ?? PAIR_COMMA.exec(text);
  if (plain === null) return lettered(text);
  const [, first = "", joint = "", second = ""] = plain;
  if (joint === "," && /^[+-]?\d+$/.test(first) && /^\d+$/.test(second)) return null;
  return reading([Number(first.replace(",", ".")), Number(second.replace(",", "."))], text.startsWith("["));
}

/** Two coordinates of which the letters say which is which. */
function lettered(text: string): PairReading | null {
  const halves =
    /^([^NSEW]+[NSEW])\s*[,;]?\s*([^NSEW]+[NSEW])$/i.exec(text) ??
    /^([NSEW][^NSEW]+?)\s*[,;]?\s*([NSEW][^NSEW]+)$/i.exec(text);
  if (halves === null) return degreeSigns(text);
  const [, first = "", second = ""] = halves;
  const turned = /[EW]/i.test(first);
  const pair: [number, number] = [
    readCoordinate(turned ? second : first, "lat"),
    readCoordinate(turned ? first : second, "lon"),
  ];
  return pair.some(Number.isNaN) ? null : reading(pair);
}

function degreeSigns(text: string): PairReading | null {
  const halves = text.split(/\s*[,;]\s*/);
  if (halves.length !== 2 || !/[°º]/.test(text)) return null;
  const pair: [number, number] = [readCoordinate(halves[0] as string), readCoordinate(halves[1] as string)];
  return pair.some(Number.isNaN) ? null : reading(pair);
}

function reading(degrees: Pair, bracketed = false): PairReading | null {
  return degrees.every((value) => Math.abs(value) <= 180) ? { degrees, bracketed } : null;
}

/** The degrees of {@link readPairText}, latitude first, whatever its brackets leave open. */
export function readPair(raw: string): Pair | null {
  return readPairText(raw)?.degrees ?? null;
}
