import type { OpenedArrow } from "../formats/arrow/arrow-table.ts";
import type { Container } from "./container-magic.ts";
import { parseJson } from "./json-text.ts";
import { inputHead } from "./read-incidents.ts";
import type { Note, ReaderInput } from "./reader.ts";
import type { Table } from "./table/table.ts";

/** Facts under which a container is read. */
export interface ContainerFacts {
  readonly name?: string;
  readonly mediaType?: string;
  readonly maxBytes: number;
}

/** A container as an input of readers, and what is to be said of it; `input` is null when it cannot be read. */
export interface OpenedContainer {
  readonly input: ReaderInput | null;
  readonly notes: readonly Note[];
}

/** Opens a container: its library is fetched now. Never rejects on data. */
export async function openContainer(
  container: Container,
  bytes: Uint8Array,
  facts: ContainerFacts,
): Promise<OpenedContainer> {
  const opened = await opening(container, bytes, facts);
  if ("collection" in opened) return { input: collectionInput(opened.collection, facts), notes: [] };
  const { table, notes } = opened;
  if (table === null) return { input: null, notes };
  return { input: tableInput(table, container, facts), notes };
}

async function opening(container: Container, bytes: Uint8Array, facts: ContainerFacts): Promise<OpenedArrow> {
  if (container === "arrow") return (await import("../formats/arrow/arrow-table.ts")).openArrow(bytes);
  return (await import("../formats/parquet/parquet-table.ts")).parquetTable(bytes, facts);
}

/** A collection that is there already, as our own JSON. */
function collectionInput(value: unknown, facts: Omit<ContainerFacts, "maxBytes">): ReaderInput {
  const text = '{"whenwhere": 1, "incidents": []}';
  const input = tableInput({ columns: [], delimiter: ",", rows: [] }, "arrow", facts);
  return { ...input, head: inputHead(text), text, json: () => ({ ok: true, value }) };
}

const HEAD_ROWS = 50;

/** A table that is there already, under the interface by which readers of text take one. */
function tableInput(table: Table, encoding: string, facts: Omit<ContainerFacts, "maxBytes">): ReaderInput {
  // Presets recognise themselves by the first lines that the same table has as CSV.
  const lines = [table.columns, ...table.rows.slice(0, HEAD_ROWS).map(({ cells }) => cells)].map(csvLine);
  const text = lines.join("\n");
  // The ending of the file names its container, not a format of text.
  const head = inputHead(text, facts.mediaType === undefined ? {} : { mediaType: facts.mediaType });
  return {
    head: { ...head, columns: table.columns },
    text,
    bytes: null,
    encoding,
    json: () => parseJson(text),
    table: () => table,
  };
}

function csvLine(cells: readonly unknown[]): string {
  return cells
    .map((cell) => {
      const text = cell === null || cell === undefined ? "" : String(cell).slice(0, 200);
      return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    })
    .join(",");
}
