import type { JsonRecords } from "../formats/arrow/arrow-records.ts";
import type { Incident } from "../incident.ts";
import type { RowText } from "./bytes/row-text.ts";
import type { ColumnRecords } from "./column-records.ts";
import type { IncidentColumns } from "./incident-columns.ts";

/** All that records are read from again, as plain data: what crosses to another thread beside the columns. */
export type RecordData =
  | { readonly kind: "incidents"; readonly incidents: readonly Incident[] }
  | RowText
  | JsonRecords
  | ColumnRecords;

/**
 * The buffers of columns and record data, each once: the transfer list that moves them to another thread without a copy.
 * Bytes that the caller gave to `loadColumns` are among them.
 */
export function transferablesOf(columns: IncidentColumns, data?: RecordData): readonly ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  collect({ ...columns, sources: null }, buffers, 0);
  if (data?.kind === "json") collect([data.ids, data.records], buffers, 0);
  if (data?.kind === "columns") collect([data.names], buffers, 0);
  if (data?.kind === "rows") collect([data.starts, ...data.blocks], buffers, 0);
  return [...buffers];
}

const DEPTH = 4;

function collect(value: unknown, buffers: Set<ArrayBuffer>, depth: number): void {
  if (typeof value !== "object" || value === null || depth > DEPTH) return;
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) buffers.add(value.buffer);
    return;
  }
  if (Array.isArray(value) && typeof value[0] !== "object") return;
  for (const part of Object.values(value)) collect(part, buffers, depth + 1);
}
