/** Writes a text unless it stands there already: a page that is written to is laid out again, whatever was written. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
