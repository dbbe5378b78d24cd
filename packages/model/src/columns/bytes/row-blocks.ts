/** Room for the first chunks; a row that is longer gets a block of its own. */
const BLOCK_BYTES = 2 ** 22;
/** A length that is told may lie: more room than this is made only for bytes that came. */
const MOST_TOLD_BYTES = 2 ** 28;

/**
 * Bytes of a file in blocks, no row cut by the end of one: what of a row has come is carried over. Positions are counted
 * through all blocks, up to 4 GiB.
 */
export interface RowBlocks {
  readonly blocks: readonly Uint8Array[];
  /** Position of the first byte of each block. */
  readonly bases: readonly number[];
}

/** The block that holds a position, by halving. */
export function blockAt({ bases }: RowBlocks, position: number): number {
  let low = 0;
  let high = bases.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((bases[middle] as number) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Blocks that fill up. */
export class GrowingBlocks implements RowBlocks {
  readonly blocks: Uint8Array[] = [];
  readonly bases: number[] = [];
  /** The last block, what of it is filled, and up to where its rows are read. */
  bytes: Uint8Array = new Uint8Array(0);
  filled = 0;
  read = 0;
  #leastBytes = BLOCK_BYTES;

  /** The position of the first byte of the last block. */
  get base(): number {
    return this.bases.at(-1) ?? 0;
  }

  /** The blocks as they stand, the last one without what is not filled yet. */
  get filledBlocks(): readonly Uint8Array[] {
    const { blocks, bytes, filled } = this;
    return blocks.map((block, i) => (i === blocks.length - 1 ? bytes.subarray(0, filled) : block));
  }

  /** Takes over bytes that are all there: they become the one block. */
  takeWhole(bytes: Uint8Array): void {
    this.bytes = bytes;
    this.filled = bytes.length;
    this.blocks.push(bytes);
    this.bases.push(0);
  }

  /** So many bytes will come in all: the next block has room for them, and is not made wider and wider. */
  expect(bytes: number): void {
    if (bytes <= MOST_TOLD_BYTES) this.#leastBytes = Math.max(BLOCK_BYTES, bytes);
  }

  append(chunk: Uint8Array): void {
    if (this.filled + chunk.length > this.bytes.length) this.#turnOver(chunk.length);
    this.bytes.set(chunk, this.filled);
    this.filled += chunk.length;
  }

  /** All bytes in one piece, as they came. */
  joined(): Uint8Array {
    if (this.blocks.length === 1) return this.bytes.subarray(0, this.filled);
    const parts = this.filledBlocks;
    const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  }

  #turnOver(needed: number): void {
    const rest = this.bytes.subarray(this.read, this.filled);
    const next = new Uint8Array(Math.max(this.#leastBytes, 2 * (rest.length + needed)));
    next.set(rest);
    const base = this.base + this.read;
    if (this.blocks.length > 0) this.blocks[this.blocks.length - 1] = this.bytes.subarray(0, this.read);
    // A block of which no row was read is only made wider.
    if (this.blocks.length > 0 && this.read === 0) {
      this.blocks.pop();
      this.bases.pop();
    }
    this.blocks.push(next);
    this.bases.push(base);
    this.bytes = next;
    this.filled = rest.length;
    this.read = 0;
  }
}
