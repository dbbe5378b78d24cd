/** Bytes that must be seen to know a member's start: the size that ends the member before it, and its own header. */
export const MEMBER_CONTEXT = 14;

/** Bytes of the size that ends a member. */
export const SIZE_BYTES = 4;
const HEADER_BYTES = 10;

/** What of packed data begins every gzip file. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && (bytes.length < 3 || bytes[2] === 8);
}

/**
 * Index of the first header of a further gzip member, -1 when there is none. Packed data may look like a header by chance, or
 * hold a packed file: {@link sizeBefore} tells.
 */
export function nextHeader(bytes: Uint8Array): number {
  let at = bytes.indexOf(0x1f, SIZE_BYTES);
  while (at !== -1 && at + HEADER_BYTES <= bytes.length) {
    if (looksLikeHeader(bytes, at)) return at;
    at = bytes.indexOf(0x1f, at + 1);
  }
  return -1;
}

/** The inflated size, modulo 2^32, that the four bytes before a header state. */
export function sizeBefore(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(at - SIZE_BYTES, true);
}

/** Magic, deflate, no reserved flag, a speed and an operating system that exist (RFC 1952). */
function looksLikeHeader(bytes: Uint8Array, at: number): boolean {
  const [, id2, method, flags = 0xff, , , , , speed = 1, system = 200] = bytes.subarray(at, at + HEADER_BYTES);
  const hasSystem = system <= 13 || system === 255;
  return id2 === 0x8b && method === 8 && flags < 0x20 && (speed === 0 || speed === 2 || speed === 4) && hasSystem;
}
