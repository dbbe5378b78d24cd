import { WhenWhereError } from "../errors.ts";

/** A whole number beyond what JSON knows, as a number where that is exact, else as its digits. */
function plainNumbers(_: string, value: unknown): unknown {
  if (typeof value !== "bigint") return value;
  return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
}

/** The first line alone: the others draw the circle, over names of the records. */
function faultOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n", 1)[0] as string;
}

/** A record that JSON cannot say stands as a text that says why: no object, so that its row is rejected and counted. */
function recordText(record: unknown): string {
  try {
    return JSON.stringify(record, plainNumbers) ?? "null";
  } catch (error) {
    return JSON.stringify(`an object that JSON cannot say: ${faultOf(error)}`);
  }
}

/**
 * Records as objects in the JSON that a file of them would hold. One that goes round in a circle costs none of the others.
 * @throws WhenWhereError `read/input` where what stands around the records cannot be said in JSON.
 */
export function objectsText(input: readonly unknown[] | Readonly<Record<string, unknown>>): string {
  try {
    return JSON.stringify(input, plainNumbers);
  } catch {
    if (Array.isArray(input)) return `[${input.map(recordText).join()}]`;
  }
  const { incidents, ...head } = input as Readonly<Record<string, unknown>>;
  if (!Array.isArray(incidents)) throw noJson("the object cannot be said in JSON");
  try {
    const around = JSON.stringify({ ...head, incidents: [] }, plainNumbers);
    return `${around.slice(0, -2)}${incidents.map(recordText).join()}]}`;
  } catch (error) {
    throw noJson(`what stands beside the incidents cannot be said in JSON: ${faultOf(error)}`);
  }
}

function noJson(what: string): WhenWhereError {
  return new WhenWhereError(
    "read/input",
    `readIncidents: ${what}.`,
    "Pass plain records: no circles of objects, and nothing whose toJSON throws.",
  );
}
