import { PLACE_PRECISIONS } from "../incident.ts";
import type { IncidentColumns } from "./incident-columns.ts";
import type { RecordSource } from "./record-source.ts";
import { incidentOfFacts } from "./row-incident.ts";
import { createRowNames, type NameTexts } from "./row-names.ts";

/** Rows without records of their own, as plain data: records are made of the columns, under these names. */
export interface ColumnRecords {
  readonly kind: "columns";
  readonly names: NameTexts;
  readonly columns: IncidentColumns;
}

/** Records made of columns when they are asked for. */
export function recordsOfColumns({ names, columns }: ColumnRecords): RecordSource {
  const { id, title, rowOf } = createRowNames(names);
  const { category } = columns.fields;
  const unknown = PLACE_PRECISIONS.indexOf("unknown");
  return {
    length: columns.length,
    id,
    rowOf,
    incident(row) {
      if (!(row >= 0 && row < columns.length)) {
        throw new RangeError(`There is no row ${row}; the last one is ${columns.length - 1}.`);
      }
      const first = category?.offsets?.[row] ?? row;
      return incidentOfFacts({
        id: id(row),
        title: title(row),
        category: category?.values[category.codes[first] ?? -1] ?? "",
        startMs: columns.startMs[row] ?? Number.NaN,
        endMs: columns.endMs[row] ?? Number.NaN,
        lon: columns.lon[row] ?? Number.NaN,
        lat: columns.lat[row] ?? Number.NaN,
        radiusM: columns.radiusM[row] ?? Number.NaN,
        placePrecision: columns.placePrecision[row] ?? unknown,
        status: columns.status[row] ?? 0,
      });
    },
  };
}
