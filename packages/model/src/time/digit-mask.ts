/** Whether any digit of a mask such as `1X` is unspecified. */
export function hasX(mask: string): boolean {
  return mask.includes("X");
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

/**
 * The first number that a mask admits and `fits` accepts, counting up or down; null when there is none. Only numbers
 * that the mask admits are tried: ten to the power of its X.
 */
export function firstAdmitted(mask: string, order: "up" | "down", fits: (value: number) => boolean): number | null {
  let count = 1;
  for (let at = mask.indexOf("X"); at >= 0; at = mask.indexOf("X", at + 1)) count *= 10;
  for (let i = 0; i < count; i++) {
    const value = filled(mask, order === "up" ? i : count - 1 - i);
    if (fits(value)) return value;
  }
  return null;
}

const ZERO = 48;

/** A mask with its X replaced by the digits of a number, from the right. */
function filled(mask: string, digits: number): number {
  let value = 0;
  let place = 1;
  let rest = digits;
  for (let i = mask.length - 1; i >= 0; i--) {
    const digit = mask.charCodeAt(i) - ZERO;
    value += place * (digit <= 9 ? digit : rest % 10);
    if (digit > 9) rest = Math.floor(rest / 10);
    place *= 10;
  }
  return value;
}
