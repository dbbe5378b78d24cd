/**
 * Unpacks an LZ4 frame, which Arrow files are packed with: blocks may refer back into the blocks before them, so that a
 * decoder of single blocks (as Parquet's) is not enough. Checksums are not checked.
 *
 * @throws RangeError when the frame is damaged or unpacks to more than `length` bytes.
 */
export function unpackLz4Frame(packed: Uint8Array, length: number): Uint8Array {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.length);
  if (view.getUint32(0, true) !== MAGIC) throw new RangeError("no LZ4 frame");
  const flags = view.getUint8(4);
  const hasBlockSums = (flags & 0x10) !== 0;
  let at = 7 + ((flags & 0x08) === 0 ? 0 : 8) + ((flags & 0x01) === 0 ? 0 : 4);
  const output = new Uint8Array(length);
  let filled = 0;
  for (;;) {
    const word = view.getUint32(at, true);
    at += 4;
    if (word === 0) break;
    const size = word & 0x7fff_ffff;
    if (at + size > packed.length) throw new RangeError("an LZ4 block is cut off");
    const block = packed.subarray(at, at + size);
    if (word >>> 31 === 1) {
      output.set(block, filled);
      filled += size;
    } else filled = unpackBlock(block, output, filled);
    at += size + (hasBlockSums ? 4 : 0);
  }
  if (filled !== length) throw new RangeError(`an LZ4 frame has ${filled} bytes, expected ${length}`);
  return output;
}

const MAGIC = 0x184d2204;

/** Appends one block; the new end of what is filled. */
function unpackBlock(block: Uint8Array, output: Uint8Array, from: number): number {
  let at = 0;
  let filled = from;
  const extended = (short: number): number => {
    if (short < 15) return short;
    let sum = short;
    for (let byte = 255; byte === 255; sum += byte) {
      byte = block[at++] ?? 0;
      if (at > block.length) throw new RangeError("an LZ4 block is cut off");
    }
    return sum;
  };
  while (at < block.length) {
    const token = block[at++] as number;
    const literals = extended(token >> 4);
    if (at + literals > block.length) throw new RangeError("an LZ4 block is cut off");
    output.set(block.subarray(at, at + literals), filled);
    at += literals;
    filled += literals;
    // The last sequence of a block has literals only.
    if (at >= block.length) break;
    const distance = (block[at] as number) | ((block[at + 1] ?? 0) << 8);
    at += 2;
    const count = extended(token & 15) + 4;
    if (distance === 0 || distance > filled || filled + count > output.length) {
      throw new RangeError("an LZ4 block points outside");
    }
    // Byte by byte: a copy may overlap itself, which repeats a pattern.
    for (let i = 0; i < count; i++, filled++) output[filled] = output[filled - distance] as number;
  }
  return filled;
}
