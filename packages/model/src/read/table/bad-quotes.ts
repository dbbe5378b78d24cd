const QUOTE = 34;
const NEWLINE = 10;
const RETURN = 13;

/**
 * Lines in which a cell opens a quotation mark and something other than a delimiter or a line end follows the closing
 * one, or no closing one comes at all. Such a line ends, for our purposes, at its own line break.
 */
export function badQuoteLines(text: string, delimiter: string): readonly (readonly [start: number, end: number])[] {
  const bad: (readonly [number, number])[] = [];
  if (!text.includes('"')) return bad;
  const mark = delimiter.charCodeAt(0);
  let lineStart = 0;
  let at = 0;
  while (at < text.length) {
    if (text.charCodeAt(at) === QUOTE) {
      const close = closingQuote(text, at);
      if (close === -1 || !endsCell(text, close + 1, mark)) {
        const end = lineEnd(text, at);
        bad.push([lineStart, end]);
        at = lineStart = afterLineBreak(text, end);
        continue;
      }
      at = close + 1;
    }
    at = cellEnd(text, at, mark);
    if (at >= text.length) break;
    if (text.charCodeAt(at) === mark) at++;
    else at = lineStart = afterLineBreak(text, at);
  }
  return bad;
}

function closingQuote(text: string, open: number): number {
  let at = text.indexOf('"', open + 1);
  while (at !== -1 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
  return at;
}

function endsCell(text: string, at: number, mark: number): boolean {
  if (at >= text.length) return true;
  const c = text.charCodeAt(at);
  return c === mark || c === NEWLINE || c === RETURN;
}

/** The next delimiter or line end from here. Most of a file is gone through by this one loop. */
function cellEnd(text: string, from: number, mark: number): number {
  const { length } = text;
  for (let at = from; at < length; at++) {
    const c = text.charCodeAt(at);
    if (c === mark || c === NEWLINE || c === RETURN) return at;
  }
  return length;
}

function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== NEWLINE && text.charCodeAt(at) !== RETURN) at++;
  return at;
}

function afterLineBreak(text: string, at: number): number {
  return at + (text.charCodeAt(at) === RETURN && text.charCodeAt(at + 1) === NEWLINE ? 2 : 1);
}
