/** Fields in an attribute, with blanks between them; null when there are none. */
export function fieldsOf(text: string | null): readonly string[] | null {
  const fields = text?.split(/\s+/).filter((field) => field !== "") ?? [];
  return fields.length === 0 ? null : fields;
}
