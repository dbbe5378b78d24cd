import { readIncidents } from "@whenwhere/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fullRuns } from "../../full-runs.ts";
import { incident } from "./incident-arbitrary.ts";

function read(record: unknown): ReturnType<typeof readIncidents> {
  return readIncidents(JSON.stringify({ whenwhere: 1, incidents: [record] }));
}

describe("a record without faults", () => {
  it("is read in one look as it is read field by field beside a fault", () => {
    fc.assert(
      fc.property(incident, ({ sensitivity: _, ...record }) => {
        const plain = read(record);
        // A word that is none makes the reader go through every field.
        const faulty = read({ ...record, sensitivity: "none of these" });
        expect(faulty.issues.filter(({ field }) => field === "sensitivity")).toHaveLength(1);
        expect(JSON.stringify(plain.incidents)).toBe(JSON.stringify(faulty.incidents));
        expect(plain.issues).toEqual(faulty.issues.filter(({ field }) => field !== "sensitivity"));
      }),
      { numRuns: fullRuns(300, 60) },
    );
  });
});
