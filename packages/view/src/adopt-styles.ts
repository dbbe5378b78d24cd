/** FNV-1a: names a style sheet by its text. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return (value >>> 0).toString(36);
}

const USERS = "--ww-users";

/** Every adopted sheet begins with a rule that matches nothing: it names the sheet and counts its users. */
function markerOf(sheet: CSSStyleSheet): CSSStyleRule | null {
  const first = sheet.cssRules[0];
  return first instanceof CSSStyleRule && first.selectorText.startsWith("ww-sheet-") ? first : null;
}

/**
 * Applies a style text to a document or shadow root through a constructed sheet, as a strict content security policy
 * allows. Each text is applied once a root however many views ask for it. Returns the undo, which is safe to call twice;
 * the sheet goes when its last user has gone. Where pages know no constructed sheets, as in jsdom, nothing is applied.
 */
export function adoptStyles(root: Document | ShadowRoot, cssText: string): () => void {
  if (!("adoptedStyleSheets" in root)) return () => undefined;
  const name = `ww-sheet-${hash(cssText)}`;
  let sheet = root.adoptedStyleSheets.find((one) => markerOf(one)?.selectorText === name);
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(`${name}{${USERS}:0}${cssText}`);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }
  const marker = markerOf(sheet) as CSSStyleRule;
  const count = (change: number): number => {
    const users = Number(marker.style.getPropertyValue(USERS)) + change;
    marker.style.setProperty(USERS, String(users));
    return users;
  };
  count(1);
  let undone = false;
  return () => {
    if (undone) return;
    undone = true;
    if (count(-1) === 0) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet);
  };
}
