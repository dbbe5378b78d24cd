import type { When } from "./incident.ts";

const OF_A_DATE = ["edtf", "span", "label", "zone", "count", "countAtLeast"] as const satisfies readonly (keyof When)[];

/** Whether the object that a claim gives as its value is a date: it has a part that only dates have. Else it is a place. */
export function isWhen(value: object): value is When {
  return OF_A_DATE.some((part) => part in value);
}

/** Whether the object has no part but those of a date: nothing in it can be a place. */
export function isOnlyWhen(value: object): boolean {
  return Object.keys(value).every((part) => (OF_A_DATE as readonly string[]).includes(part));
}
