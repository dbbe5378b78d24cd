import type { Incident } from "../incident.ts";

/** Records by row, made when they are asked for. */
export interface RecordSource {
  readonly length: number;
  id(row: number): string;
  /** -1 when there is none; of equal ids the first row. The index is built at the first question. */
  rowOf(id: string): number;
  incident(row: number): Incident;
}

/** Records that are all there already. */
export function recordsOfIncidents(incidents: readonly Incident[]): RecordSource {
  let rows: Map<string, number> | null = null;
  return {
    length: incidents.length,
    id: (row) => incidents[row]?.id ?? "",
    rowOf(id) {
      if (rows === null) {
        rows = new Map();
        for (let row = incidents.length - 1; row >= 0; row--) rows.set((incidents[row] as Incident).id, row);
      }
      return rows.get(id) ?? -1;
    },
    incident(row) {
      const incident = incidents[row];
      if (incident === undefined)
        throw new RangeError(`There is no row ${row}; the last one is ${incidents.length - 1}.`);
      return incident;
    },
  };
}
