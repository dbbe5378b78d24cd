/** Which pixels of some lines are taken. A question costs a few words of bits, however much lies there. */
export interface Occupancy {
  /** Nothing lies in `[startPx, endPx)` of the line; what lies beyond the lines' ends is not known. */
  isFree(line: number, startPx: number, endPx: number): boolean;
  take(line: number, startPx: number, endPx: number): void;
  /** First taken pixel at or after one; infinite where none is. */
  nextTaken(line: number, fromPx: number): number;
  /** End of the last taken pixel before one; minus infinity where none is. */
  lastTaken(line: number, beforePx: number): number;
}

/** Lines of pixels from `startPx` to `endPx`; pixels that are touched are taken. Lines are made as they are needed. */
export function createOccupancy(startPx: number, endPx: number): Occupancy {
  const originPx = Math.floor(startPx);
  const size = Math.max(Math.ceil(endPx) - originPx, 1);
  const lines: Uint32Array[] = [];
  const wordsOf = (line: number): Uint32Array => {
    let words = lines[line];
    if (words === undefined) {
      words = new Uint32Array((size + 31) >> 5);
      lines[line] = words;
    }
    return words;
  };
  const firstOf = (px: number): number => Math.min(Math.max(Math.floor(px) - originPx, 0), size);
  const endOf = (px: number): number => Math.min(Math.max(Math.ceil(px) - originPx, 0), size);
  return {
    isFree(line, a, b) {
      const words = lines[line];
      if (words === undefined) return true;
      const to = endOf(b);
      for (let at = firstOf(a); at < to; at = (at | 31) + 1) {
        if (((words[at >> 5] as number) & maskOf(at, to)) !== 0) return false;
      }
      return true;
    },
    take(line, a, b) {
      const words = wordsOf(line);
      const to = endOf(b);
      for (let at = firstOf(a); at < to; at = (at | 31) + 1)
        words[at >> 5] = (words[at >> 5] as number) | maskOf(at, to);
    },
    nextTaken(line, fromPx) {
      const words = lines[line];
      if (words === undefined) return Number.POSITIVE_INFINITY;
      for (let at = firstOf(fromPx); at < size; at = (at | 31) + 1) {
        const bits = (words[at >> 5] as number) & maskOf(at, size);
        if (bits !== 0) return originPx + (at & ~31) + 31 - Math.clz32(bits & -bits);
      }
      return Number.POSITIVE_INFINITY;
    },
    lastTaken(line, beforePx) {
      const words = lines[line];
      if (words === undefined) return Number.NEGATIVE_INFINITY;
      for (let to = endOf(beforePx); to > 0; to = (to - 1) & ~31) {
        const bits = (words[(to - 1) >> 5] as number) & maskOf((to - 1) & ~31, to);
        if (bits !== 0) return originPx + ((to - 1) & ~31) + 32 - Math.clz32(bits);
      }
      return Number.NEGATIVE_INFINITY;
    },
  };
}

/** Bits of the word of `at` from `at` up to `to`. */
function maskOf(at: number, to: number): number {
  const low = (-1 << (at & 31)) >>> 0;
  const end = to - (at & ~31);
  return end >= 32 ? low : (low & ((1 << end) - 1)) >>> 0;
}
