import { tryParseEdtf } from "../time/parse-edtf.ts";

/** Whether a text is EDTF or an ISO date-time. */
export function isEdtf(text: string): boolean {
  return tryParseEdtf(text).date !== null;
}
