import { readIncidents, spansOfWhen } from "@whenwhere/model";
import { describe, expect, it } from "vitest";
import { judgeOurs, type SilentEntry } from "./silent-judge.mjs";
import table from "./silent-table.json";

const entries = table as unknown as readonly SilentEntry[];
const library = { readIncidents, spansOfWhen };

describe("what a table may hold", () => {
  it("is asked for at least 250 inputs of every kind", () => {
    expect(entries.length).toBeGreaterThanOrEqual(250);
    expect(new Set(entries.map(({ kind }) => kind))).toEqual(new Set(["date", "place", "pair", "number"]));
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  });

  it.each(entries.map((entry) => [entry.id, entry] as const))("is never silently wrong: %s", (_, entry) => {
    const { verdict, codes } = judgeOurs(entry, library);
    expect({ verdict, says: entry.says === undefined || codes.includes(entry.says) ? "as expected" : codes }).toEqual({
      verdict: entry.ours,
      says: "as expected",
    });
  });
});
