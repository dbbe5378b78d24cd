import { FIXED_PER_DEGREE, UNKNOWN_DEGREE } from "../columns/narrow-kinds.ts";

/** Whether a coordinate is exactly a whole number of 1e-7 degrees (about a centimetre), or not known. */
export function isFixedDegree(degree: number): boolean {
  return Number.isNaN(degree) || (Math.abs(degree) <= 180 && fromFixed(toFixed(degree)) === degree);
}

export function toFixed(degree: number): number {
  return Number.isNaN(degree) ? UNKNOWN_DEGREE : Math.round(degree * FIXED_PER_DEGREE);
}

export function fromFixed(fixed: number): number {
  return fixed === UNKNOWN_DEGREE ? Number.NaN : fixed / FIXED_PER_DEGREE;
}
