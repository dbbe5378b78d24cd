import { jsonSyntaxNote } from "../read/json-syntax-note.ts";
import type { InputHead, ReaderInput, RecordSink } from "../read/reader.ts";
import { normalName } from "../read/table/column-names.ts";
import { valueText } from "../value-text.ts";

/** Keys that stand in the first part of a JSON text, at any depth; empty when it is no JSON. */
export function jsonKeys(head: InputHead): ReadonlySet<string> {
  const keys = new Set<string>();
  const start = head.text.slice(0, 32_768);
  if (!/^\s*[[{]/.test(start)) return keys;
  for (const found of start.matchAll(/"([^"\\]{1,60})"\s*:/g)) keys.add(found[1] as string);
  return keys;
}

/** Column names in the form in which names are compared. */
export function columnKeys(head: InputHead): ReadonlySet<string> {
  return new Set(head.columns.map(normalName));
}

/** The parsed JSON of an input; undefined when it is none, which is said. */
export function jsonOf(input: ReaderInput, sink: RecordSink): { readonly value: unknown } | undefined {
  const parsed = input.json();
  if (parsed.ok) return parsed;
  sink.note(jsonSyntaxNote(input.text, parsed));
  return undefined;
}

/** Says that a document has no list of records where the format puts it. */
export function noteShape(sink: RecordSink, found: unknown, expected: string): void {
  sink.note({ code: "input/shape", message: `Found ${valueText(found)}; expected ${expected}.` });
}

/** An address that may be followed: http or https. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s"<>]+$/i.test(text);
}

/** Trimmed text of a JSON value; undefined when it is blank or no text, number or boolean. */
export function trimmed(value: unknown): string | undefined {
  if (value === null || value === undefined || typeof value === "object") return undefined;
  return String(value).trim() || undefined;
}
