import { vi } from "vitest";
import { WAIT_MS } from "./patience.mjs";

/** Waits until a check holds. What is meant to come is given the time that a slow machine needs. */
export const eventually = <T>(check: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(check, { timeout: WAIT_MS, interval: 25 });
