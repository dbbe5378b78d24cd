import { formatEdtf, parseEdtf, SPAN_MEANINGS, spansOf, tryParseEdtf } from "@whenwhere/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { promisedRuns } from "../../full-runs.ts";
import { edtfText, nearText } from "./edtf-grammar.ts";

const runs = { seed: 20_190_204, numRuns: promisedRuns(10_000, 1_000) };

describe("canonical text", () => {
  it("is stable, and parses to the same date, for every production of the grammar", () => {
    fc.assert(
      fc.property(edtfText, (text) => {
        const date = parseEdtf(text);
        const again = parseEdtf(formatEdtf(date));
        expect(again).toEqual(date);
        expect(formatEdtf(again)).toBe(formatEdtf(date));
      }),
      runs,
    );
  });

  it.each([
    ["?2004-?06-?11", "2004-06-11?"],
    ["2004?-06~-11", "2004%-~06-11"],
    ["?2004-06-~11", "2004?-06-~11"],
    ["?2004~", "2004%"],
    ["?-0044", "-0044?"],
    ["2004-?06-~11%", "2004-06-11%"],
    ["~2004-~06", "2004-06~"],
    ["?Y17E7", "Y17E7?"],
    ["1985-04-12T23:20:30-04", "1985-04-12T23:20:30-04:00"],
    ["1985-04-12T23:20:30,50+00", "1985-04-12T23:20:30.50Z"],
    ["?2004/2005", "2004?/2005"],
    ["[?2004..2005,2007]", "[2004?..2005,2007]"],
  ])("of %s is %s", (text, canonical) => {
    expect(formatEdtf(parseEdtf(text))).toBe(canonical);
  });
});

describe("any string", () => {
  it("is either a date with a start before its end or a refusal with a reason", () => {
    fc.assert(
      fc.property(nearText, (text) => {
        const { date, error } = tryParseEdtf(text);
        if (date !== null) {
          expect(date.startMs).toBeLessThan(date.endMs);
          expect(parseEdtf(date.text)).toEqual(date);
          return;
        }
        expect(error.message.length).toBeGreaterThan(20);
        expect(error.hint).not.toBe("");
        expect(error.offset).toBeGreaterThanOrEqual(0);
        expect(error.offset).toBeLessThanOrEqual(text.length);
      }),
      runs,
    );
  });

  it("that is a date has a core inside its outer span, whatever it means", () => {
    fc.assert(
      fc.property(edtfText, fc.constantFrom(...SPAN_MEANINGS), (text, meaning) => {
        const date = parseEdtf(text);
        const spans = spansOf(date, meaning);
        expect([spans.outerStartMs, spans.outerEndMs]).toEqual([date.startMs, date.endMs]);
        expect(Number.isNaN(spans.coreStartMs)).toBe(Number.isNaN(spans.coreEndMs));
        if (Number.isNaN(spans.coreStartMs)) return;
        expect(spans.coreStartMs).toBeGreaterThanOrEqual(spans.outerStartMs);
        expect(spans.coreStartMs).toBeLessThan(spans.coreEndMs);
        expect(spans.coreEndMs).toBeLessThanOrEqual(spans.outerEndMs);
        expect(date.uncertain).toBe(false);
      }),
      runs,
    );
  });
});
