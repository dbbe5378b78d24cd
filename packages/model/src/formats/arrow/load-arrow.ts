import { type ArrowColumns, arrowColumns } from "./arrow-columns.ts";
import { decodeArrow } from "./arrow-table.ts";

/** Columns of Arrow bytes that `toArrow` wrote; null when it did not, or when they are damaged. */
export async function loadArrowColumns(bytes: Uint8Array): Promise<ArrowColumns | null> {
  try {
    return arrowColumns(await decodeArrow(bytes));
  } catch {
    // Whatever is wrong is told when the bytes are read record by record.
    return null;
  }
}
