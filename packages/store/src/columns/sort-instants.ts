import { type BoundPair, type CodedInstants, emptyCodes } from "./instant-table.ts";
import { sortedRows } from "./sort-rows.ts";

interface Bound {
  readonly keys: Float64Array;
  readonly rows: Uint32Array;
}

/** What `codedInstants` gives, for instants of which most are there once. Cost: a sort of each bound. */
export function sortedInstants(pairs: readonly BoundPair[]): CodedInstants {
  const bounds = pairs.map((pair) => pair.map((keys): Bound => ({ keys, rows: sortedRows(keys) })));
  const sorted = bounds.flat().map(distinctKeys).reduce(merged);
  const table = new Float64Array(sorted.length + 1).fill(Number.NaN);
  table.set(sorted);
  const codes = bounds.map((pair) => {
    const coded = emptyCodes(2 * (pair[0]?.keys.length ?? 0), sorted.length).fill(sorted.length);
    for (const [side, { keys, rows }] of pair.entries()) {
      let code = 0;
      for (let i = 0; i < rows.length; i++) {
        const row = rows[i] as number;
        const ms = keys[row] as number;
        while ((sorted[code] as number) < ms) code++;
        coded[2 * row + side] = code;
      }
    }
    return coded;
  });
  return { table, codes };
}

function distinctKeys({ keys, rows }: Bound): Float64Array {
  const found = new Float64Array(rows.length);
  let count = 0;
  for (let i = 0; i < rows.length; i++) {
    const ms = keys[rows[i] as number] as number;
    if (count === 0 || ms !== found[count - 1]) found[count++] = ms + 0;
  }
  return found.slice(0, count);
}

function merged(one: Float64Array, other: Float64Array): Float64Array {
  if (other.length === 0) return one;
  const all = new Float64Array(one.length + other.length);
  let count = 0;
  for (let i = 0, j = 0; i < one.length || j < other.length; count++) {
    const a = i < one.length ? (one[i] as number) : Number.NaN;
    const b = j < other.length ? (other[j] as number) : Number.NaN;
    // A list that has run out gives NaN, which is not less than anything.
    const takesOne = j >= other.length || a <= b;
    const takesOther = i >= one.length || b <= a;
    all[count] = takesOne ? a : b;
    if (takesOne) i++;
    if (takesOther) j++;
  }
  return all.slice(0, count);
}
