/** Whether any digit of a mask such as `1X` is unspecified. */
export function hasX(mask: string): boolean {
  return mask.includes("X");
}

/** The smallest number that a mask admits. */
export function lowest(mask: string): number {
  return Number(mask.replaceAll("X", "0"));
}

/** The largest number that a mask admits. */
export function highest(mask: string): number {
  return Number(mask.replaceAll("X", "9"));
}

/** Whether a mask admits a number, compared digit by digit from the right. */
export function admits(mask: string, value: number): boolean {
  let rest = value;
  for (let i = mask.length - 1; i >= 0; i--) {
    const digit = mask.charCodeAt(i) - ZERO;
    if (digit <= 9 && digit !== rest % 10) return false;
    rest = Math.floor(rest / 10);
  }
  return rest === 0;
}

/** The first number from `from` towards `to`, up or down, that a mask admits and `fits` accepts; null when there is none. */
export function firstAdmitted(
  mask: string,
  range: { readonly from: number; readonly to: number },
  fits: (value: number) => boolean,
): number | null {
  const step = range.from <= range.to ? 1 : -1;
  for (let value = range.from; value !== range.to + step; value += step) {
    if (admits(mask, value) && fits(value)) return value;
  }
  return null;
}

const ZERO = 48;
