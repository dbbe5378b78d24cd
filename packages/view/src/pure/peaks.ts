/** A bin of a histogram that stands out. */
export interface Peak {
  readonly startMs: number;
  readonly endMs: number;
  readonly n: number;
}

/** The bins that stand out, the fuller first: at most two, of two records or more, and half as many again as the mean. */
export function peaksOf(edgesMs: readonly number[], counts: ArrayLike<number>, mean: number): Peak[] {
  return Array.from(counts, (n, bin) => ({ startMs: edgesMs[bin] as number, endMs: edgesMs[bin + 1] as number, n }))
    .filter(({ n }) => n >= 2 && n > 1.5 * mean)
    .sort((a, b) => b.n - a.n || a.startMs - b.startMs)
    .slice(0, 2);
}
