import { type Reader, type ReadResult, readIncidents, spansOfWhen } from "@whenwhere/model";
import { presets } from "@whenwhere/model/formats";
import fc from "fast-check";
import { expect } from "vitest";
import { fullRuns } from "../../full-runs.ts";

/** Laws that a result breaks; a text, so that one comparison a run tells which. */
export function brokenLaws({ incidents: kept, report, issues }: ReadResult): string {
  const { rows } = report;
  const laws = {
    "kept + rejected = read": rows.kept + rows.rejected === rows.read,
    "as many incidents as kept": kept.length === rows.kept,
    "ids differ": new Set(kept.map(({ id }) => id)).size === rows.kept,
    "parts of kept": Math.max(rows.changed, rows.undated, rows.unplaced) <= rows.kept,
    "titles are not blank": kept.every(({ title }) => title.trim() !== ""),
    "every date can be read": kept.every(({ when }) => spansOfWhen(when).issues.length === 0),
    "no reader failed": !issues.some(({ code }) => /reader-failed/.test(code)),
    "nothing kept is an error": rows.kept > 0 || issues.some(({ severity }) => severity === "error"),
  };
  return Object.entries(laws)
    .flatMap(([law, holds]) => (holds ? [] : [law]))
    .join("; ");
}

const edits = fc.array(
  fc.record({
    at: fc.nat(1_000_000),
    op: fc.constantFrom("byte", "insert", "cut", "copy", "end"),
    length: fc.nat(12),
    bytes: fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 3 }),
      fc
        .constantFrom(
          "\n",
          "\r\n",
          ",",
          "\t",
          ";",
          '"',
          "'",
          "0",
          "-9",
          "-99",
          "1753-01-01",
          "31",
          "\ufeff",
          "\0",
          "NaN",
          "(",
          "Sept",
        )
        .map((text) => new TextEncoder().encode(text)),
    ),
  }),
  { minLength: 1, maxLength: 6 },
);

type Edit = (typeof edits extends fc.Arbitrary<infer T> ? T : never)[number];

function edited(bytes: Uint8Array, { at, op, length, bytes: more }: Edit): Uint8Array {
  const i = bytes.length === 0 ? 0 : at % bytes.length;
  if (op === "end") return at % 5 === 0 ? bytes.subarray(0, i) : bytes;
  const rest = op === "insert" ? i : op === "byte" ? i + more.length : i + length;
  const middle = op === "cut" ? new Uint8Array(0) : op === "copy" ? bytes.slice(0, Math.min(i, 200)) : more;
  const tail = bytes.subarray(rest);
  const all = new Uint8Array(i + middle.length + tail.length);
  all.set(bytes.subarray(0, i));
  all.set(middle, i);
  all.set(tail, i + middle.length);
  return all;
}

/** Mutated bytes of a sample never throw, whether the preset is named or has to be recognised, and the sums hold. */
export function expectMutationsToHold(sample: string | Uint8Array, reader: Reader): void {
  const whole = typeof sample === "string" ? new TextEncoder().encode(sample) : sample;
  fc.assert(
    fc.property(edits, fc.nat(49), (changes, n) => {
      const bytes = changes.reduce(edited, whole);
      // What no preset recognises any more goes to the general reader, which is slow on a table of a hundred columns.
      const broken = brokenLaws(readIncidents(bytes, n > 0 ? { format: reader } : { readers: presets }));
      if (broken !== "") expect(broken).toBe("");
    }),
    { numRuns: fullRuns(10_000), seed: 20_220_202 },
  );
}

/** Rows as CSV with every text quoted, as publishers write it. */
export function csvOf(
  rows: readonly Readonly<Record<string, string | number>>[],
  columns = Object.keys(rows[0] ?? {}),
): string {
  const cell = (value: string | number | undefined): string =>
    typeof value === "string" ? `"${value.replaceAll('"', '""')}"` : String(value ?? "");
  return [columns.join(","), ...rows.map((row) => columns.map((name) => cell(row[name])).join(","))].join("\n");
}
