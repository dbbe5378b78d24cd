/** Whether the reader wants nothing to move by itself. False where there is no page. */
export function prefersStill(): boolean {
  return globalThis.matchMedia?.("(prefers-reduced-motion: reduce)").matches ?? false;
}
