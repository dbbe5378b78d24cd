/** Writes a text where another one stood, into the same text node; the same text again costs nothing. */
export function writeText(element: Element, text: string): void {
  const { firstChild } = element;
  if (!(firstChild instanceof Text) || firstChild !== element.lastChild) element.textContent = text;
  else if (firstChild.data !== text) firstChild.data = text;
}
