import type { Note } from "../read/reader.ts";
import type { Table } from "../read/table/table.ts";

/** The table in a file of typed columns, as the readers of delimited tables take it, and what is to be said of it. */
export interface TypedTable {
  /** As the report names the encoding: `parquet` or `arrow`. */
  readonly container: "parquet" | "arrow";
  /** Null when the file cannot be read at all; the notes say why. */
  readonly table: Table | null;
  readonly notes: readonly Note[];
}

/** A file that its library could not read. */
export function unreadable(container: TypedTable["container"], name: string, error: unknown): TypedTable {
  const reason = error instanceof Error ? error.message : String(error);
  const message = `The ${name} file is cut off or damaged and cannot be read (${reason.slice(0, 200)}).`;
  return { container, table: null, notes: [{ code: "input/damaged", message }] };
}
