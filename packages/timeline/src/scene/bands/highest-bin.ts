/** The first of the highest bins from `from` to `to`; -1 where all are empty. */
export function highestBin(inside: Float64Array, from: number, to: number): number {
  let best = -1;
  let most = 0;
  for (let i = from; i <= to; i++) {
    if (!((inside[i] as number) > most)) continue;
    most = inside[i] as number;
    best = i;
  }
  return best;
}
