/** Which part is read. */
export interface Reading {
  /** Keeps to a part that was gone to, wherever it stands, until the reader scrolls: the last one may be too short to reach the line. */
  hold(part: HTMLElement): void;
  destroy(): void;
}

/** Tells which of the parts crosses the reading line, a little above the middle of the screen (on a phone, below the drawings). */
export function followScroll(parts: readonly HTMLElement[], onPart: (index: number) => void): Reading {
  let held: { readonly part: HTMLElement; readonly topPx: number } | null = null;
  const topOf = (part: HTMLElement): number => Math.round(part.getBoundingClientRect().top);
  const observer = new IntersectionObserver(
    (entries) => {
      if (held !== null && topOf(held.part) === held.topPx) return;
      held = null;
      const entry = entries.filter(({ isIntersecting }) => isIntersecting).at(-1);
      const index = entry === undefined ? -1 : parts.indexOf(entry.target as HTMLElement);
      if (index >= 0) onPart(index);
    },
    { rootMargin: "-68% 0px -31% 0px" },
  );
  for (const part of parts) observer.observe(part);
  return {
    hold(part) {
      held = { part, topPx: topOf(part) };
    },
    destroy: () => observer.disconnect(),
  };
}
