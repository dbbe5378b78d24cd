import { isDeepStrictEqual } from "node:util";
import { expect } from "vitest";

/**
 * `expect(found).toEqual(expected)` for loops of thousands, in Node: an assertion takes some 30 µs, which is more than most of
 * what is asked there. What is strictly equal passes without one; all else is asked, and told, as usual.
 */
export function expectEqual(found: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(found, expected)) expect(found).toEqual(expected);
}
