/** How many of the rising values are less than `limit`, searched outwards from `from`; all before `from` are known to be. */
export function countBelow(values: Float64Array, limit: number, from = 0): number {
  let low = from;
  let high = values.length;
  // Who knows nothing of the place halves the whole; outwards it would take twice as many steps.
  if (from > 0) {
    let step = 1;
    while (low + step <= values.length && (values[low + step - 1] as number) < limit) {
      low += step;
      step *= 2;
    }
    high = Math.min(low + step - 1, values.length);
  }
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of the rising values are at most `limit`, searched outwards from `from`. */
export function countUpTo(values: Float64Array, limit: number, from = 0): number {
  let low = from;
  let high = values.length;
  // Who knows nothing of the place halves the whole; outwards it would take twice as many steps.
  if (from > 0) {
    let step = 1;
    while (low + step <= values.length && (values[low + step - 1] as number) <= limit) {
      low += step;
      step *= 2;
    }
    high = Math.min(low + step - 1, values.length);
  }
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
