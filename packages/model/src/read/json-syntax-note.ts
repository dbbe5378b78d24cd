import { valueText } from "../value-text.ts";
import type { JsonParse } from "./json-text.ts";
import type { Note } from "./reader.ts";

/** Says where a text that begins as JSON ceases to be it. */
export function jsonSyntaxNote(text: string, { line, column, found }: Exclude<JsonParse, { readonly ok: true }>): Note {
  const start = valueText(text.slice(0, 40));
  const message = `The text begins as JSON (${start}) but line ${line}, column ${column} has ${found}, which does not fit there.`;
  return { code: "input/json-syntax", value: { line, column }, message };
}
