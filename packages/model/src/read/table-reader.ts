import type { Reader } from "./reader.ts";
import { belowTitle } from "./table/header-row.ts";
import { readRows } from "./table/read-rows.ts";

/** CSV, TSV and their kin; the delimiter is sniffed. Takes whatever nothing else claims, so long as it looks like rows. */
export const tableReader: Reader = {
  name: "csv",
  detect: ({ columns, name, mediaType }) => {
    if (/\.(csv|tsv|tab|txt)$/i.test(name ?? "") || /\b(csv|tab-separated-values)\b/.test(mediaType ?? "")) return 0.5;
    return columns.length > 1 ? 0.3 : 0.1;
  },
  read(input, sink, options) {
    const { table, note } = belowTitle(input.table(), options.mapping);
    if (table.delimiter === "\t") sink.format("tsv");
    if (table.columns.length === 0 || table.columns.every((name) => name === "")) {
      sink.note({ code: "input/no-header", message: "The first row names no columns." });
      return;
    }
    if (looksLikeData(table.columns)) {
      const found = table.columns.slice(0, 6).join(", ");
      sink.note({
        code: "input/no-header",
        value: table.columns.slice(0, 20),
        message: `The first row looks like a record, not like column names: ${found}.`,
      });
      return;
    }
    if (note !== undefined) sink.note(note);
    readRows(table, sink, options);
  },
};

/** Half of the names, and at least two, are numbers or dates: a table without a header. */
function looksLikeData(columns: readonly string[]): boolean {
  const data = columns.filter((name) =>
    /^'?[-+]?\d+([.,]\d+)?$|^\d{4}-\d{2}(-\d{2})?([T ].*)?$|^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/.test(name),
  );
  return data.length >= 2 && data.length * 2 >= columns.length;
}
