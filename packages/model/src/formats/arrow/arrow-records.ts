import type { RecordSource } from "../../columns/record-source.ts";
import { createTextReader, type PackedTexts } from "../../columns/row-names.ts";
import type { Incident } from "../../incident.ts";
import { createRecordSink } from "../../read/record-sink.ts";

/** Records as JSON texts, as plain data: what crosses to another thread. */
export interface JsonRecords {
  readonly kind: "json";
  readonly ids: PackedTexts;
  readonly records: PackedTexts;
}

/** Records that are parsed and checked when they are asked for. A text that is no record gives one of its id alone. */
export function recordsOfJson({ ids, records }: JsonRecords): RecordSource {
  const length = ids.offsets.length - 1;
  const textOf = createTextReader();
  let rows: Map<string, number> | null = null;
  return {
    length,
    id: (row) => textOf(ids, row),
    rowOf(id) {
      if (rows === null) {
        rows = new Map();
        for (let row = length - 1; row >= 0; row--) rows.set(textOf(ids, row), row);
      }
      return rows.get(id) ?? -1;
    },
    incident(row) {
      if (!(row >= 0 && row < length)) throw new RangeError(`There is no row ${row}; the last one is ${length - 1}.`);
      return checked(textOf(records, row), textOf(ids, row));
    },
  };
}

function checked(text: string, id: string): Incident {
  const sink = createRecordSink();
  try {
    sink.record(JSON.parse(text));
  } catch {
    // The columns of the row are still good.
  }
  return sink.finish().incidents[0] ?? { id, title: id };
}
