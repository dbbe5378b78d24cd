import fc from "fast-check";
import { expect, it } from "vitest";
import { type BoundPair, codedInstants } from "../../packages/store/src/columns/instant-table.ts";
import { sortedInstants } from "../../packages/store/src/columns/sort-instants.ts";
import { fullRuns } from "../full-runs.ts";

it("instants have the same numbers whether they are named as they come or sorted, and each stands once", () => {
  const bound = fc.constantFrom(Number.NaN, Number.NEGATIVE_INFINITY, -1.5, -0, 0, 1, 86_400_000, 1e15, Infinity);
  const pairs = fc.integer({ min: 1, max: 9 }).chain((length) => {
    const bounds = fc.array(bound, { minLength: length, maxLength: length }).map((all) => Float64Array.from(all));
    return fc.array(fc.tuple(bounds, bounds), { minLength: 1, maxLength: 2 });
  });
  fc.assert(
    fc.property(pairs, (given: readonly BoundPair[]) => {
      const sorted = sortedInstants(given);
      expect(sorted).toEqual(codedInstants(given, Number.POSITIVE_INFINITY));
      expect(new Set(sorted.table).size).toBe(sorted.table.length);
    }),
    { seed: 20_261_122, numRuns: fullRuns(1_000) },
  );
});
