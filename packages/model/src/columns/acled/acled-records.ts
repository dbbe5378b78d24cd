import { acledEvent } from "../../formats/acled/acled.ts";
import { createPresetCountry } from "../../formats/preset-country.ts";
import { presetRowReader } from "../../formats/preset-table.ts";
import type { Incident } from "../../incident.ts";
import type { RecordSink } from "../../read/reader.ts";
import { readRecord } from "../../read/record/read-record.ts";
import type { TableRow } from "../../read/table/table.ts";
import { createZoneCheck } from "../../read/zone-check.ts";
import type { RowText } from "../bytes/row-text.ts";
import { recordsOfRowText } from "../bytes/row-text-records.ts";
import type { RecordSource } from "../record-source.ts";

/** The records of an ACLED file, read again from the bytes of their rows. */
export function recordsOfAcled(file: RowText): RecordSource {
  return recordsOfRowText(file, acledRecordReader(file), file.layout.index.get("event_id_cnty") ?? -1);
}

/** Reads one row of an ACLED file as the record that it is, whatever it repeats or supersedes. */
function acledRecordReader({ layout, order }: RowText): (row: TableRow) => Incident | null {
  const knowsZone = createZoneCheck();
  const country = createPresetCountry();
  let record: Incident | null = null;
  const sink = {
    ...SILENT,
    record(raw: unknown): void {
      record = readRecord(raw, knowsZone).draft as Incident | null;
    },
  };
  const read = presetRowReader(layout.columns, sink, (cells) => acledEvent(cells, { order, country, sink }));
  return (row) => {
    record = null;
    read(row);
    return record;
  };
}

const SILENT: RecordSink = {
  record() {},
  reject() {},
  note() {},
  source() {},
  describe() {},
  format() {},
};
