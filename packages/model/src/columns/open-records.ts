import { recordsOfJson } from "../formats/arrow/arrow-records.ts";
import type { RowText } from "./bytes/row-text.ts";
import { recordsOfColumns } from "./column-records.ts";
import type { RecordData } from "./record-data.ts";
import { type RecordSource, recordsOfIncidents } from "./record-source.ts";

/** The records of such data, whose reader is loaded first where rows are kept as text: only ACLED's are. */
export async function openRecords(data: RecordData): Promise<RecordSource> {
  if (data.kind !== "rows") return recordsAtHand(data);
  return (await import("./plan-of.ts")).recordsOfAcled(data);
}

/** The records of data that needs no reader of a format. */
export function recordsAtHand(data: Exclude<RecordData, RowText>): RecordSource {
  if (data.kind === "incidents") return recordsOfIncidents(data.incidents);
  return data.kind === "json" ? recordsOfJson(data) : recordsOfColumns(data);
}
