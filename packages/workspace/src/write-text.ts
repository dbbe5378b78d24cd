/** Writes a text where another one stood, into the same text node; the same text again costs nothing. */
export function writeText(element: Element, text: string): void {
  const { firstChild } = element;
  if (!(firstChild instanceof Text) || firstChild !== element.lastChild) element.textContent = text;
  else if (firstChild.data !== text) firstChild.data = text;
}

/**
 * Lays out what was written, in the task that wrote it: the next frame, which draws the timeline, has that much less to do. Each
 * task lays out its own, else the next one pays for all of them.
 * For tasks behind a frame only; within a frame it would be work done twice.
 */
export function layOut(element: Element): void {
  element.getBoundingClientRect();
}
