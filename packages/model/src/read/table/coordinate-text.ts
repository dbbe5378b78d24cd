/** Two numbers in the order in which they stand. */
export type Pair = readonly [first: number, second: number];

const DECIMAL = String.raw`[+-]?\d{1,3}(?:\.\d+)?`;
const DECIMAL_COMMA = String.raw`[+-]?\d{1,3},\d+`;
const PAIR = new RegExp(String.raw`^[([]?\s*(${DECIMAL})\s*[,;\s/|]\s*(${DECIMAL})\s*[)\]]?$`);
const PAIR_COMMA = new RegExp(String.raw`^[([]?\s*(${DECIMAL_COMMA})\s*[;\s/|]\s*(${DECIMAL_COMMA})\s*[)\]]?$`);
const POINT =
  /^(?:SRID=\d+;)?\s*POINT\s*Z?\s*\(\s*([+-]?\d+(?:\.\d+)?)\s+([+-]?\d+(?:\.\d+)?)(?:\s+[+-]?[\d.]+)?\s*\)$/i;
const DEGREES =
  /^([NSEWO])?\s*([+-]?\d{1,3}(?:[.,]\d+)?)\s*[°ºd]?\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*['′’m]\s*)?(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:["″”s]|''))?\s*([NSEWO])?$/i;

/** A coordinate in degrees: decimal point or comma, a spreadsheet's apostrophe, degrees-minutes-seconds, N S E W. NaN when it is none. */
export function readCoordinate(raw: string): number {
  const text = raw
    .trim()
    .replace(/^'/, "")
    .replace(/\u2212/g, "-");
  if (/^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text)) return Number(text);
  if (/^[+-]?\d{1,3},\d+$/.test(text)) return Number(text.replace(",", "."));
  const found = DEGREES.exec(text);
  if (found === null) return Number.NaN;
  const [, before, degrees = "", minutes = "0", seconds = "0", after] = found;
  const side = (before ?? after ?? "").toUpperCase();
  if (before !== undefined && after !== undefined) return Number.NaN;
  const [d, m, s] = [degrees, minutes, seconds].map((part) => Number(part.replace(",", "."))) as [
    number,
    number,
    number,
  ];
  if (m >= 60 || s >= 60 || (side !== "" && d < 0)) return Number.NaN;
  const size = Math.abs(d) + m / 60 + s / 3600;
  return side === "S" || side === "W" || d < 0 || Object.is(d, -0) ? -size : size;
}

/** "24.45, 54.37", "24,45; 54,37", "POINT (54.37 24.45)" (turned, since WKT puts longitude first). Null when it is no pair. */
export function readPair(raw: string): Pair | null {
  const text = raw
    .trim()
    .replace(/^'/, "")
    .replace(/\u2212/g, "-");
  if (text.length > 80) return null;
  const point = POINT.exec(text);
  if (point !== null) return [Number(point[2]), Number(point[1])];
  const plain = PAIR.exec(text) ?? PAIR_COMMA.exec(text);
  if (plain !== null)
    return onEarth(plain.slice(1, 3).map((part) => Number(part.replace(",", "."))) as [number, number]);
  const halves = text.split(/\s*[,;]\s*|(?<=[NSEW])\s+/i);
  if (halves.length !== 2 || !/[°ºNSEW]/i.test(text)) return null;
  const pair: [number, number] = [readCoordinate(halves[0] as string), readCoordinate(halves[1] as string)];
  return pair.some(Number.isNaN) ? null : onEarth(/[EW]/i.test(halves[0] as string) ? [pair[1], pair[0]] : pair);
}

function onEarth(pair: Pair): Pair | null {
  return Math.abs(pair[0]) <= 180 && Math.abs(pair[1]) <= 180 ? pair : null;
}
