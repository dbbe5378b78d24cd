/** The bin of an instant inside [first edge, last edge): bins are half-open, so an instant on an edge is in the later one. */
export type BinFinder = (ms: number) => number;

/** Even edges are found by one division and a correction, others by halving. */
export function binFinder(edges: Float64Array): BinFinder {
  return isEven(edges) ? evenFinder(edges) : halvingFinder(edges);
}

function isEven(edges: Float64Array): boolean {
  const first = edges[0] as number;
  const width = ((edges[edges.length - 1] as number) - first) / (edges.length - 1);
  return edges.every((edge, i) => Math.abs(edge - (first + i * width)) <= width * 0.01);
}

function evenFinder(edges: Float64Array): BinFinder {
  const first = edges[0] as number;
  const last = edges.length - 2;
  const perMs = (last + 1) / ((edges[last + 1] as number) - first);
  return (ms) => {
    let bin = Math.min(last, Math.max(0, Math.floor((ms - first) * perMs)));
    while (bin > 0 && ms < (edges[bin] as number)) bin--;
    while (bin < last && ms >= (edges[bin + 1] as number)) bin++;
    return bin;
  };
}

function halvingFinder(edges: Float64Array): BinFinder {
  return (ms) => {
    let low = 0;
    let high = edges.length - 2;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((edges[middle] as number) <= ms) low = middle;
      else high = middle - 1;
    }
    return low;
  };
}
