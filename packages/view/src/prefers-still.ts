/** Whether the reader wants nothing to move by itself. False where there is no page. */
export function prefersStill(): boolean {
  return stillQuery()?.matches ?? false;
}

/** Calls back when the reader comes to want that, or no longer does. Returns the undo. */
export function watchStill(onChange: () => void): () => void {
  const query = stillQuery();
  query?.addEventListener("change", onChange);
  return () => query?.removeEventListener("change", onChange);
}

function stillQuery(): MediaQueryList | undefined {
  return globalThis.matchMedia?.("(prefers-reduced-motion: reduce)");
}
