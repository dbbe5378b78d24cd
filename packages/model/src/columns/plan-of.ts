import { acled } from "../formats/acled/acled.ts";
import type { Reader } from "../read/reader.ts";
import { acledPlan, type ColumnPlan, type PlanSetting } from "./acled/load-acled.ts";

// One door to all that is of ACLED: with two, what they share would be parted into more files.
export { recordsOfAcled } from "./acled/acled-records.ts";

/** How a format is read from bytes straight into columns; null for those that are read record by record. */
export function planOf(reader: Reader): ((setting: PlanSetting) => ColumnPlan) | null {
  return reader === acled ? acledPlan : null;
}
