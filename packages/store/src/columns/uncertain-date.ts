import { DAY_MS } from "@whenwhere/model";
import { type Columns, DATE_BITS } from "../types.ts";

const NOT_SURE =
  DATE_BITS.approximateStart |
  DATE_BITS.approximateEnd |
  DATE_BITS.uncertain |
  DATE_BITS.openStart |
  DATE_BITS.unknownStart |
  DATE_BITS.openEnd |
  DATE_BITS.unknownEnd |
  DATE_BITS.set;

/** Whether the date of a dated row is wider than a day without filling it, approximate, uncertain, a set, or open at a side. */
export function isDateUncertain(columns: Columns, row: number): boolean {
  const lengthMs = (columns.outerEndMs.at(row) as number) - (columns.outerStartMs.at(row) as number);
  const isWide = lengthMs > DAY_MS && Number.isNaN(columns.coreStartMs.at(row));
  return isWide || ((columns.dateBits.at(row) as number) & NOT_SURE) !== 0;
}
