import type { When } from "./incident.ts";

const OF_A_DATE = ["edtf", "span", "label", "zone", "count", "countAtLeast"] as const satisfies readonly (keyof When)[];

/** Whether the object that a claim gives as its value is a date: it has a part that only dates have. Else it is a place. */
export function isWhen(value: object): value is When {
  return OF_A_DATE.some((part) => part in value);
}
