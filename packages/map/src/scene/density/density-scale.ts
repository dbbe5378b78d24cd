/** How counts of an area become steps of colour. */
export interface DensityScale {
  /** Counts are given per so many square kilometres. */
  readonly unitKm2: number;
  /** Rising bounds between the steps: a step more than there are bounds. */
  readonly breaks: readonly number[];
}

/** Bounds between steps; each is about three times the one before. */
const BREAKS = 5;

/**
 * Steps of 1 and 3 in each power of ten, the highest just below the peak. They follow from all rows of all time at one zoom, so
 * that a colour means the same at every moment. `hexKm2` chooses the unit: an area of the size that is looked at.
 */
export function densityScale(peakPerKm2: number, hexKm2: number): DensityScale {
  // A hundredth of a record is no number to read: the unit is about the size of what is looked at, or larger.
  const unitKm2 = [1, 100, 10_000].find((unit) => hexKm2 <= unit * 10) ?? 1_000_000;
  const peak = peakPerKm2 * unitKm2;
  if (!(peak > 0)) return { unitKm2, breaks: [] };
  const tens = Math.floor(Math.log10(peak));
  const top = 2 * tens + (peak >= 3 * 10 ** tens ? 1 : 0);
  const breaks = Array.from({ length: BREAKS }, (_, i) => stepValue(top - BREAKS + 1 + i));
  return { unitKm2, breaks };
}

function stepValue(step: number): number {
  const tens = Math.floor(step / 2);
  return Number(((step % 2 === 0 ? 1 : 3) * 10 ** tens).toPrecision(1));
}

/** The step of a count per unit of area. */
export function stepOf({ breaks }: DensityScale, value: number): number {
  let step = 0;
  while (step < breaks.length && value >= (breaks[step] as number)) step++;
  return step;
}
