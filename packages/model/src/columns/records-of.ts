import { recordsOfAcled } from "./acled/acled-records.ts";
import { recordsAtHand } from "./open-records.ts";
import type { RecordData } from "./record-data.ts";
import type { RecordSource } from "./record-source.ts";

/** The records of such data, on whichever thread it arrived. */
export function recordsOf(data: RecordData): RecordSource {
  return data.kind === "rows" ? recordsOfAcled(data) : recordsAtHand(data);
}
