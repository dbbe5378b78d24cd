/** "WWhn", read as a little-endian word: a machine of the other order reads another word. */
export const MAGIC = 0x6e685757;
export const VERSION = 1;

/** Words of the header, in their order. */
export const HEADER = { magic: 0, version: 1, byteLength: 2, rows: 3, instants: 4, textUnits: 5, flags: 6 } as const;

/** Code of a bound that is not there. Greater than every code of an instant. */
export const NO_CODE = 0xffffffff;

const HEADER_BYTES = 32;

/** What the sections hold; bits of a word of the header. */
export const FLAGS = {
  /** Coordinates have at most seven decimals: whole numbers of 1e-7 degrees say them exactly in half the bytes. */
  fixedDegrees: 1,
  /** Some cores are a part of their outer span: they have codes of their own. */
  ownCores: 2,
  /** Some rows count as more or less than one happening. */
  counts: 4,
} as const;

/** What decides about the sizes of the sections. */
export interface PackedShape {
  readonly rows: number;
  readonly instants: number;
  readonly textUnits: number;
  readonly flags: number;
}

/**
 * The sections of one buffer, widest entries first so that each begins where its type may.
 * Bytes a row: 26 for days and coordinates of seven decimals, 38 with cores and counts of their own, 8 more for finer
 * coordinates; to these come 8 for each distinct instant.
 */
export interface PackedSections {
  readonly header: Uint32Array;
  readonly instantsMs: Float64Array;
  /** Longitude and latitude of row r at 2 r and 2 r + 1, as one of the two. */
  readonly degrees: Float64Array;
  readonly fixedDegrees: Int32Array;
  /** Codes of the bounds of row r at 2 r and 2 r + 1. */
  readonly outer: Uint32Array;
  readonly core: Uint32Array;
  readonly radiusM: Float32Array;
  readonly count: Uint32Array;
  readonly category: Uint16Array;
  /** Place precision, status, meaning of the span, and whether the core is the outer span: 4, 3, 2 and 1 bits. */
  readonly classes: Uint16Array;
  /** Category names and ids as JSON, in UTF-16. */
  readonly text: Uint16Array;
  readonly dateBits: Uint8Array;
  readonly rowBits: Uint8Array;
}

/** The sections as windows on a buffer; without one, on a new buffer. */
export function sectionsOf(shape: PackedShape, buffer?: ArrayBuffer): PackedSections {
  const { rows, instants, textUnits, flags } = shape;
  const isFixed = (flags & FLAGS.fixedDegrees) !== 0;
  const target = buffer ?? new ArrayBuffer(packedBytes(shape));
  let offset = HEADER_BYTES;
  const next = (bytes: number): number => {
    const start = offset;
    offset += bytes;
    return start;
  };
  const pairs = 2 * rows;
  const own = (flags & FLAGS.ownCores) !== 0 ? pairs : 0;
  const counted = (flags & FLAGS.counts) !== 0 ? rows : 0;
  return {
    header: new Uint32Array(target, 0, HEADER_BYTES / 4),
    instantsMs: new Float64Array(target, next(8 * instants), instants),
    degrees: new Float64Array(target, next(isFixed ? 0 : 8 * pairs), isFixed ? 0 : pairs),
    fixedDegrees: new Int32Array(target, next(isFixed ? 4 * pairs : 0), isFixed ? pairs : 0),
    outer: new Uint32Array(target, next(4 * pairs), pairs),
    core: new Uint32Array(target, next(4 * own), own),
    radiusM: new Float32Array(target, next(4 * rows), rows),
    count: new Uint32Array(target, next(4 * counted), counted),
    category: new Uint16Array(target, next(2 * rows), rows),
    classes: new Uint16Array(target, next(2 * rows), rows),
    text: new Uint16Array(target, next(2 * textUnits), textUnits),
    dateBits: new Uint8Array(target, next(rows), rows),
    rowBits: new Uint8Array(target, next(rows), rows),
  };
}

/** Length of the whole buffer. */
export function packedBytes({ rows, instants, textUnits, flags }: PackedShape): number {
  const degrees = (flags & FLAGS.fixedDegrees) !== 0 ? 8 : 16;
  const core = (flags & FLAGS.ownCores) !== 0 ? 8 : 0;
  const count = (flags & FLAGS.counts) !== 0 ? 4 : 0;
  return HEADER_BYTES + 8 * instants + rows * (degrees + core + count + 8 + 4 + 2 + 2 + 1 + 1) + 2 * textUnits;
}
