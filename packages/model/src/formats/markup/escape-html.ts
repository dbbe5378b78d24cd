/** Text for the body or a quoted attribute of an HTML page. Lone surrogates and NUL have no place in one. */
export function escapeHtml(text: string): string {
  const names: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replace(/[\0\p{Cs}]/gu, "\ufffd").replace(/[&<>"']/g, (c) => names[c] as string);
}
