function typing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))
  );
}

/** Back, forth, or null for a key that means neither. */
function stepOfKey({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): -1 | 1 | null {
  if (!ctrlKey && !metaKey) return null;
  const letter = key.toLowerCase();
  if (letter === "z") return shiftKey ? 1 : -1;
  return letter === "y" ? 1 : null;
}

/**
 * "/" anywhere in the workspace goes to the search, Ctrl or Cmd with Z takes the last filter back, with Shift (or Y) does it
 * again; not while somebody types, and the page around keeps its own keys.
 */
export function workspaceKeys(root: HTMLElement, on: { search(): void; step(by: -1 | 1): boolean }): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.defaultPrevented || typing(event.composedPath()[0] ?? null)) return;
    const by = stepOfKey(event);
    const isSearch = event.key === "/" && !event.ctrlKey && !event.metaKey;
    if (by === null ? isSearch : on.step(by)) event.preventDefault();
    if (isSearch) on.search();
  };
  root.addEventListener("keydown", onKey);
  return () => root.removeEventListener("keydown", onKey);
}
