/** Powers of ten that a double holds exactly, as far as coordinates need them. */
const TEN = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12];

/**
 * A plain decimal of at most 15 digits, `-12.3456`, as the number that its text is; NaN for anything else, which is then
 * read the long way. Whole digits over a power of ten are rounded once, so the result is that of `Number`.
 */
export function plainDecimal(bytes: Uint8Array, start: number, end: number): number {
  return bytes[start] === 0x2d ? -plainSize(bytes, start + 1, end) : plainSize(bytes, start, end);
}

function plainSize(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  if (end - at > 16 || at >= end) return Number.NaN;
  let digits = 0;
  let fraction = -1;
  for (; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte === 0x2e) {
      if (fraction >= 0 || at === start) return Number.NaN;
      fraction = 0;
      continue;
    }
    const digit = byte - 0x30;
    if (digit < 0 || digit > 9) return Number.NaN;
    digits = digits * 10 + digit;
    if (fraction >= 0) fraction++;
  }
  if (fraction === 0 || fraction > 12 || digits > Number.MAX_SAFE_INTEGER) return Number.NaN;
  return fraction > 0 ? digits / (TEN[fraction] as number) : digits;
}
