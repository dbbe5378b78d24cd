import { cleanCell } from "../../formats/preset-table.ts";
import type { ByteText } from "../bytes/byte-text.ts";

const OPEN = 0x5b;
const CLOSE = 0x5d;
/** More bytes than the 160 characters in which a size is looked for can have. */
const SIZE_BYTES = 700;

/** How the preset finds a window in the notes; what it matches is read the long way. */
const WINDOW = /\(\s*(?:between|week of|weekend of|month of|from)\b[^)]{0,80}\)/i;

/** Whether notes may say a window of time: an opening bracket before one of the words, then the words themselves. */
export function saysWindow(bytes: Uint8Array, { start, end }: Piece, text: ByteText): boolean {
  for (let at = bytes.indexOf(0x28, start); at >= 0 && at < end - 1; at = bytes.indexOf(0x28, at + 1)) {
    const next = (bytes[at + 1] as number) | 0x20;
    // b, w, m, f; or a blank of some kind, behind which they may stand.
    if (next !== 0x62 && next !== 0x77 && next !== 0x6d && next !== 0x66 && next !== 0x20 && next < 0x80) {
      if ((bytes[at + 1] as number) > 0x20) continue;
    }
    // Doubled quotation marks count as one, as they do in the cell.
    return WINDOW.test((cleanCell(text(bytes, start, end).replaceAll('""', '"')) ?? "").slice(0, 300));
  }
  return false;
}

/** A piece of bytes. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

/**
 * Where a size in square brackets may stand at the end of the notes: the position of its bracket, -1 when there is none,
 * -2 when the long way has to tell.
 */
export function sizeAt(bytes: Uint8Array, start: number, end: number): number {
  let last = end - 1;
  let sawOther = false;
  while (last >= start && ((bytes[last] as number) <= 0x20 || (bytes[last] as number) >= 0x80)) {
    if ((bytes[last] as number) >= 0x80) sawOther = true;
    last--;
  }
  if (last < start || bytes[last] !== CLOSE) return -1;
  if (sawOther) return -2;
  const from = Math.max(start, last - SIZE_BYTES);
  let open = last - 1;
  while (open >= from && bytes[open] !== OPEN && bytes[open] !== CLOSE) open--;
  if (open < from || bytes[open] === CLOSE) return -1;
  for (let at = open - 1; at >= from && bytes[at] !== CLOSE; at--) if (bytes[at] === OPEN) return -2;
  return open;
}

/** The tag of such a size; null when the brackets hold something else. */
export function sizeTag(text: string): string | null {
  const size = /\[size\s*=\s*([^\]]{1,120})\]\s*$/i.exec((cleanCell(text) ?? "").slice(-160))?.[1]?.trim();
  return size === undefined ? null : `crowd size=${size}`;
}

/** Whether an id is plain: no blanks around it, nothing but printable ASCII, no apostrophe before it. */
export function isPlainId(bytes: Uint8Array, start: number, end: number): boolean {
  if (end <= start || end - start > 255 || bytes[start] === 0x27 || bytes[start] === 0x20) return false;
  if (bytes[end - 1] === 0x20) return false;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte < 0x20 || byte > 0x7e) return false;
  }
  return true;
}
