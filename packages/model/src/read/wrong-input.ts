import { containerOf } from "./container-magic.ts";
import type { Note } from "./reader.ts";

const EXPECTED = "Expected JSON, GeoJSON, CSV or TSV.";

const SIGNATURES: readonly (readonly [code: string, name: string, bytes: readonly number[]])[] = [
  ["input/archive", "a ZIP archive or an Excel workbook", [0x50, 0x4b, 0x03, 0x04]],
  ["input/archive", "a gzip file", [0x1f, 0x8b]],
  ["input/archive", "an xz file", [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ["input/archive", "a 7-Zip archive", [0x37, 0x7a, 0xbc, 0xaf]],
  ["input/archive", "a Zstandard file", [0x28, 0xb5, 0x2f, 0xfd]],
  ["input/archive", "a bzip2 file", [0x42, 0x5a, 0x68]],
  ["input/binary", "a PDF document", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["input/binary", "an old Office document", [0xd0, 0xcf, 0x11, 0xe0]],
  ["input/binary", "a PNG image", [0x89, 0x50, 0x4e, 0x47]],
  ["input/binary", "a JPEG image", [0xff, 0xd8, 0xff]],
  ["input/binary", "a GIF image", [0x47, 0x49, 0x46, 0x38]],
  ["input/binary", "an SQLite database", [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
];

/** Says what the input is when it is plainly no data that a text reader can take; null when it may be. */
export function wrongInput(text: string, bytes: Uint8Array | null): Note | null {
  const magic = wrongMagic(bytes ?? asBytes(text.slice(0, 8)));
  if (magic !== null) return magic;
  const start = text.slice(0, 2048).trimStart();
  if (start === "" && text.trim() === "") return { code: "input/empty", message: `Found no text at all. ${EXPECTED}` };
  if (isHtml(start))
    return {
      code: "input/html",
      value: start.slice(0, 80),
      message: `Found a web page (HTML)${titleOf(text)}. ${EXPECTED}`,
    };
  if (isBinaryText(text)) return { code: "input/binary", message: `Found bytes that are not text. ${EXPECTED}` };
  return null;
}

function wrongMagic(bytes: Uint8Array): Note | null {
  const container = containerOf(bytes);
  if (container !== null) {
    const found = container === "parquet" ? "a Parquet file" : "an Arrow file or stream";
    return { code: "input/needs-loading", value: container, message: `Found ${found}. ${EXPECTED}` };
  }
  const found = SIGNATURES.find(([, , magic]) => magic.every((byte, i) => bytes[i] === byte));
  if (found === undefined) return null;
  // "BZh" and "PAR1" could begin a line of text; a byte below 9 soon after them cannot.
  const [code, name, magic] = found;
  const printable = magic.every((byte) => byte >= 0x20 && byte < 0x7f) && !name.includes("PDF");
  if (printable && !bytes.subarray(0, 64).some((byte) => byte < 9)) return null;
  const remedy = name === "a gzip file" ? { hint: "Use loadIncidents, which unpacks it, or unpack it first." } : {};
  return { code, message: `Found ${name}. ${EXPECTED}`, ...remedy };
}

function asBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (c) => c.charCodeAt(0) & 0xff);
}

function isHtml(start: string): boolean {
  return /^(?:<!--[\s\S]{0,1000}?-->\s*)?<(?:!doctype\s+html|html|head|body|script|meta|title|div|p|table)\b/i.test(
    start,
  );
}

function titleOf(text: string): string {
  const title = /<title[^>]{0,200}>([^<]{1,120})/i.exec(text.slice(0, 8192))?.[1]?.trim();
  return title === undefined || title === "" ? "" : ` titled "${title}"`;
}

/** More than one character in twenty is a control character or a replacement mark. */
function isBinaryText(text: string): boolean {
  const length = Math.min(text.length, 2048);
  let odd = 0;
  for (let i = 0; i < length; i++) {
    const c = text.charCodeAt(i);
    // NUL, tab, line ends and escape occur in broken text files too.
    if ((c > 0 && c < 9) || (c > 13 && c < 27) || (c > 27 && c < 32) || c === 0xfffd) odd++;
  }
  return odd * 20 > length;
}
