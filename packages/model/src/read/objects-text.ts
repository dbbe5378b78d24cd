/** What JSON cannot say becomes the reason: a text is no record, so that it is rejected and counted. */
function sayable(value: unknown): unknown {
  try {
    JSON.stringify(value);
    return value;
  } catch (error) {
    // Further lines draw a circle, over names of the records.
    return `no JSON: ${String(error).split("\n", 1)}`;
  }
}

/** Records as objects in the JSON that a file of them would hold. One that goes round in a circle costs none of the others. */
export function objectsText(input: object): string {
  try {
    return JSON.stringify(input);
  } catch {
    const each = (list: unknown): unknown => (Array.isArray(list) ? list.map(sayable) : list);
    const { incidents } = input as { readonly incidents?: unknown };
    const whole = Array.isArray(input) ? each(input) : { ...input, incidents: each(incidents) };
    const said = sayable(whole);
    return JSON.stringify(said === whole ? whole : [said]);
  }
}
