import { type Incident, WhenWhereError } from "@whenwhere/model";
import type { DatasetChange } from "./change-dataset.ts";
import type { Dataset } from "./dataset.ts";
import { withOwnIds } from "./own-ids.ts";

/** All come behind; one whose id is taken comes under an id of its own. */
export function appendPlan(data: Dataset, incidents: readonly Incident[]): DatasetChange {
  const own = withOwnIds(incidents, { length: data.columns.length, rowOf: data.rowOf });
  return { added: own.incidents, issues: own.issues };
}

/** Records of a known id take its row; the others come behind. Of equal new ids the last one stands. */
export function upsertPlan(data: Dataset, incidents: readonly Incident[]): DatasetChange {
  const latest = new Map(incidents.map((incident) => [incident.id, incident]));
  const rewritten = new Map<number, Incident>();
  const added: Incident[] = [];
  for (const [id, incident] of latest) {
    const row = data.rowOf(id);
    if (row >= 0) rewritten.set(row, incident);
    else added.push(incident);
  }
  return { rewritten, added };
}

/** All rows but those of some ids; ids that are not there change nothing. */
export function removePlan(data: Dataset, ids: Iterable<string>): DatasetChange {
  // A text is a list of its letters, and would take out the records of these.
  if (typeof ids === "string") {
    throw new WhenWhereError("store/input", `store.remove got the text "${ids}".`, `Give a list of ids: ["${ids}"].`);
  }
  const gone = new Set(ids);
  const kept = new Uint32Array(data.columns.length);
  let count = 0;
  for (let row = 0; row < kept.length; row++) if (!gone.has(data.id(row))) kept[count++] = row;
  return { kept: kept.subarray(0, count) };
}

/** Throws {@link WhenWhereError} `store/no-records` behind the columns door: its rows are no records to add to. */
export function checkHasRecords(data: Dataset): void {
  if (data.records !== null) return;
  throw new WhenWhereError(
    "store/no-records",
    "This store was made of typed columns: records cannot be added to it or taken from it.",
    "Make the store of records, or make a new store of longer columns.",
  );
}
