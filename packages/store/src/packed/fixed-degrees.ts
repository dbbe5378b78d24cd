const PER_DEGREE = 1e7;
/** Stands for a coordinate that is not known: no degree is as far. */
const UNKNOWN = -(2 ** 31);

/** Whether a coordinate is exactly a whole number of 1e-7 degrees (about a centimetre), or not known. */
export function isFixedDegree(degree: number): boolean {
  return Number.isNaN(degree) || (Math.abs(degree) <= 180 && fromFixed(toFixed(degree)) === degree);
}

export function toFixed(degree: number): number {
  return Number.isNaN(degree) ? UNKNOWN : Math.round(degree * PER_DEGREE);
}

export function fromFixed(fixed: number): number {
  return fixed === UNKNOWN ? Number.NaN : fixed / PER_DEGREE;
}
