/** Levels of lists and objects that a free value of a record may have. No publisher's data come near. */
export const MOST_LEVELS = 64;

/**
 * Whether a value has at most {@link MOST_LEVELS} levels. What is deeper comes from no publisher, and would end every
 * writer, worker and view that has to walk it; the walk here ends at the limit.
 */
export function isShallow(value: unknown, levels: number = MOST_LEVELS): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (levels === 0) return false;
  for (const part of Object.values(value)) if (!isShallow(part, levels - 1)) return false;
  return true;
}
