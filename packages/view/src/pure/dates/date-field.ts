import { DAY_MS } from "@whenwhere/model";

/** The years that `<input type=date>` can hold: 1 to 9999. */
const FIRST_MS = Date.UTC(2001, 0, 1) - 2000 * 365.2425 * DAY_MS;
const LAST_MS = Date.UTC(9999, 11, 31);

/** The UTC day of an instant as a date field holds it; "" where it can hold none. */
export function dateFieldValue(ms: number): string {
  return ms >= FIRST_MS && ms <= LAST_MS ? new Date(ms).toISOString().slice(0, 10) : "";
}
