import { vi } from "vitest";

/**
 * Waits until a check holds. What is meant to come is given the time that a slow machine needs: half a minute is
 * there to name the check that never held before the whole test is given up, not to say how fast something is.
 */
export const eventually = <T>(check: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(check, { timeout: 30_000, interval: 25 });
