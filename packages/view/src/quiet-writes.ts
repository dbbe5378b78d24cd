// A page that is written to is styled and laid out again, whatever was written: what a picture writes in every frame is compared first.

/** Writes a text unless it stands there already: into the node that is there, which the page need not make a box for again. */
export function setText(element: Element, text: string): void {
  const { firstChild } = element;
  if (!(firstChild instanceof Text) || firstChild !== element.lastChild) element.textContent = text;
  else if (firstChild.data !== text) firstChild.data = text;
}

/** Hides or shows an element that is not so already. */
export function setHidden(element: HTMLElement, isHidden: boolean): void {
  if (element.hidden !== isHidden) element.hidden = isHidden;
}

/** Gives an attribute a value that it has not already. */
export function setValue(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
