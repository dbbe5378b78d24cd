/** What `<input type=date>` can hold: 0001-01-01 to 9999-12-31. */
const FIRST_MS = -62_135_596_800_000;
const LAST_MS = 253_402_214_400_000;

/** The UTC day of an instant as a date field holds it; "" where it can hold none. */
export function dateFieldValue(ms: number): string {
  return ms >= FIRST_MS && ms <= LAST_MS ? new Date(ms).toISOString().slice(0, 10) : "";
}
