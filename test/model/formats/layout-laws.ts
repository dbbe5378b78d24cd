import { type Reader, type ReadResult, readIncidents, spansOfWhen } from "@whenwhere/model";
import { presets } from "@whenwhere/model/formats";
import fc from "fast-check";
import { expect } from "vitest";
import { fullRuns } from "../../full-runs.ts";

/** Laws of every import that a result breaks, as one text. */
export function brokenLaws({ incidents, report, issues }: ReadResult): string {
  const { rows } = report;
  const laws = {
    "kept + rejected = read": rows.kept + rows.rejected === rows.read,
    "as many incidents as kept": incidents.length === rows.kept,
    "ids differ": new Set(incidents.map(({ id }) => id)).size === rows.kept,
    "parts of kept": Math.max(rows.changed, rows.undated, rows.unplaced) <= rows.kept,
    "every date can be read": incidents.every(
      ({ when }) => !when?.edtf || !Number.isNaN(spansOfWhen(when).spans.outerStartMs),
    ),
    "nothing kept is an error": rows.kept > 0 || issues.some(({ severity }) => severity === "error"),
    "no reader failed": issues.every(({ code }) => !code.endsWith("/reader-failed")),
  };
  return Object.entries(laws)
    .flatMap(([law, holds]) => (holds ? [] : [law]))
    .join("; ");
}

/** Reads with every preset at hand, as a caller who does not know the format. */
export const readAuto = (input: string | Uint8Array): ReadResult => readIncidents(input, { readers: presets });

/** Codes of the issues, in order. */
export const codes = (result: ReadResult): readonly string[] => result.issues.map(({ code }) => code);

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** A run of 10,000 where time allows it, 300 elsewhere. */
const numRuns = fullRuns(10_000);

const edit = fc.record({
  kind: fc.constantFrom("set", "cut", "drop", "double", "insert"),
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  byte: fc.constantFrom(...bytesOf("\",;:{}[]<>&/\\\n\r\t 0-9aZ'#"), 0, 0xff, 0xef, 0xc3),
  length: fc.integer({ min: 1, max: 40 }),
});

type Edit = (typeof edit extends fc.Arbitrary<infer T> ? T : never) & {};

/** Cuts, overwrites, doubles and drops bytes of good files: nothing may throw and the sums must hold. */
export function expectMutationsToHold(reader: Reader, samples: readonly string[]): void {
  const files = samples.map(bytesOf);
  const mutated = fc
    .tuple(fc.nat(files.length - 1), fc.array(edit, { minLength: 1, maxLength: 5 }))
    .map(([which, edits]) => edits.reduce(edited, files[which] as Uint8Array));
  let broken = "";
  fc.assert(
    fc.property(mutated, fc.boolean(), (bytes, auto) => {
      broken = brokenLaws(auto ? readAuto(bytes) : readIncidents(bytes, { format: reader }));
      return broken === "";
    }),
    { numRuns, seed: 20_220_202 },
  );
  expect(broken).toBe("");
}

function edited(bytes: Uint8Array, { kind, at, byte, length }: Edit): Uint8Array {
  const i = Math.floor(at * bytes.length);
  const [before, after] = [bytes.subarray(0, i), bytes.subarray(i)];
  if (kind === "cut") return before;
  if (kind === "drop") return joined(before, after.subarray(length));
  if (kind === "double") return joined(before, after.subarray(0, length), after);
  return joined(before, Uint8Array.of(byte), kind === "insert" ? after : after.subarray(1));
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
