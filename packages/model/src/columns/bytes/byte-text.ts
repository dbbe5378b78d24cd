/** Texts of pieces of UTF-8 bytes; marks of byte order stay in them, as in the middle of a file. */
export type ByteText = (bytes: Uint8Array, start: number, end: number) => string;

/** A decoder of pieces. Short plain ASCII is put together without the platform's decoder, whose call costs more. */
export function createByteText(): ByteText {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  return (bytes, start, end) => {
    if (end - start > 12) return decoder.decode(bytes.subarray(start, end));
    let text = "";
    for (let at = start; at < end; at++) {
      const byte = bytes[at] as number;
      if (byte >= 0x80) return decoder.decode(bytes.subarray(start, end));
      text += String.fromCharCode(byte);
    }
    return text;
  };
}

/** Whether a piece of bytes is UTF-8 as a strict decoder takes it: no overlong forms, no halves of pairs. */
export function isUtf8(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  while (at < end) {
    const length = (bytes[at] as number) < 0x80 ? 1 : letterLength(bytes, at, end);
    if (length === 0) return false;
    at += length;
  }
  return true;
}

/** Bytes of the letter beyond ASCII that begins here; 0 when it is none. */
function letterLength(bytes: Uint8Array, at: number, end: number): number {
  const lead = bytes[at] as number;
  const more = lead < 0xc2 || lead > 0xf4 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
  if (more === 0 || at + more > end - 1) return 0;
  const second = bytes[at + 1] as number;
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < low || second > high) return 0;
  for (let i = 2; i <= more; i++) if (((bytes[at + i] as number) & 0xc0) !== 0x80) return 0;
  return more + 1;
}
