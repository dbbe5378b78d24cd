/** Bytes as text. `encoding` names what they were read as. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: "utf-8" | "utf-8 with errors" | "utf-16le" | "utf-16be" | "windows-1252";
}

/**
 * Text of bytes: UTF-8, UTF-16 (by its mark or by its pattern of zero bytes), else Windows-1252, in which no byte is
 * wrong. Text that is plainly UTF-8 but for a few bytes stays UTF-8, with U+FFFD for each of them. A byte order mark is
 * taken off. Never throws.
 */
export function decodeBytes(bytes: Uint8Array): DecodedText {
  const wide = utf16Kind(bytes);
  if (wide !== null) {
    // A file may be cut within its last character.
    const whole = bytes.subarray(0, bytes.length & ~1);
    return { text: withoutMark(new TextDecoder(wide).decode(whole)), encoding: wide };
  }
  try {
    return { text: withoutMark(new TextDecoder("utf-8", { fatal: true }).decode(bytes)), encoding: "utf-8" };
  } catch {
    if (isCutOffUtf8(bytes)) return { text: withoutMark(new TextDecoder("utf-8").decode(bytes)), encoding: "utf-8" };
    const lenient = new TextDecoder("utf-8").decode(bytes);
    if (isMostlyUtf8(lenient)) return { text: withoutMark(lenient), encoding: "utf-8 with errors" };
    return { text: withoutC1(new TextDecoder("windows-1252").decode(bytes)), encoding: "windows-1252" };
  }
}

/** Letters of several bytes are no accident: in Windows-1252 hardly two bytes in a row make one. */
function isMostlyUtf8(lenient: string): boolean {
  const faults = lenient.match(/\ufffd+/g)?.length ?? 0;
  const letters = lenient.match(/[^\0-\x7f\ufffd]/g)?.length ?? 0;
  return letters >= 2 * faults;
}

/** What Windows-1252 has at 0x80 to 0x9f; blank where it has nothing. */
const WINDOWS_80_9F =
  "\u20ac \u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152 \u017d  \u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153 \u017e\u0178";

/** Some versions of Node decode Windows-1252 as Latin-1 and leave control characters where curly quotes stand. */
function withoutC1(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (c) => {
    const letter = WINDOWS_80_9F[c.charCodeAt(0) - 0x80] as string;
    return letter === " " ? c : letter;
  });
}

/** The text without a byte order mark at its start. */
export function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

/** A file cut within its last character is still UTF-8. */
function isCutOffUtf8(bytes: Uint8Array): boolean {
  let end = bytes.length;
  while (end > 0 && bytes.length - end < 3 && ((bytes[end - 1] as number) & 0xc0) === 0x80) end--;
  if (end === 0 || ((bytes[end - 1] as number) & 0xc0) !== 0xc0) return false;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, end - 1));
    return true;
  } catch {
    return false;
  }
}

function utf16Kind(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const sample = Math.min(bytes.length & ~1, 64);
  if (sample < 8) return null;
  let evenZeros = 0;
  let oddZeros = 0;
  for (let i = 0; i < sample; i += 2) {
    if (bytes[i] === 0) evenZeros++;
    if (bytes[i + 1] === 0) oddZeros++;
  }
  if (oddZeros > sample * 0.4 && evenZeros === 0) return "utf-16le";
  if (evenZeros > sample * 0.4 && oddZeros === 0) return "utf-16be";
  return null;
}
