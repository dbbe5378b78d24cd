/** A file of typed columns that is no text. */
export type Container = "parquet" | "arrow";

/** Which container the bytes are, by their magic; null when they are none. */
export function containerOf(bytes: Uint8Array): Container | null {
  if (startsWith(bytes, [0x50, 0x41, 0x52, 0x31]) && isBinary(bytes)) return "parquet";
  if (startsWith(bytes, [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31]) && isBinary(bytes)) return "arrow";
  return isArrowStream(bytes) ? "arrow" : null;
}

/** A stream begins with a marker and the length of its schema, which is a multiple of 8. */
function isArrowStream(bytes: Uint8Array): boolean {
  if (!startsWith(bytes, [0xff, 0xff, 0xff, 0xff]) || bytes.length < 16) return false;
  const length = new DataView(bytes.buffer, bytes.byteOffset, 8).getInt32(4, true);
  return length > 0 && length % 8 === 0 && length < 2 ** 26;
}

/** The magic could begin a line of text; a byte below 9 soon after it cannot. */
function isBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 64).some((byte) => byte < 9);
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}
