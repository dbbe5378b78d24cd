/** A whole number that JSON does not know: as a number where that is exact, else as its digits. */
function plainNumbers(_: string, value: unknown): unknown {
  if (typeof value !== "bigint") return value;
  return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
}

const textOf = (value: unknown): string => JSON.stringify(value, plainNumbers);

/** What JSON cannot say becomes the reason: a text is no record, so that it is rejected and counted. */
function sayable(value: unknown): unknown {
  try {
    textOf(value);
    return value;
  } catch (error) {
    // Further lines draw the circle, over names of the records.
    return `no JSON: ${String(error).split("\n", 1)}`;
  }
}

/** Records as objects in the JSON that a file of them would hold. One that goes round in a circle costs none of the others. */
export function objectsText(input: object): string {
  try {
    return textOf(input);
  } catch {
    const each = (list: unknown): unknown => (Array.isArray(list) ? list.map(sayable) : list);
    const { incidents } = input as { readonly incidents?: unknown };
    const whole = Array.isArray(input) ? each(input) : { ...input, incidents: each(incidents) };
    const said = sayable(whole);
    return textOf(said === whole ? whole : [said]);
  }
}
