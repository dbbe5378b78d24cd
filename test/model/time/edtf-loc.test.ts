import { DAY_MS, parseEdtf } from "@whenwhere/model";
import { describe, expect, it } from "vitest";
import examples from "./edtf-loc-74.json" with { type: "json" };

describe("the examples of the Library of Congress", () => {
  it("number 74", () => {
    expect(examples).toHaveLength(74);
  });

  it.each(examples)("$edtf is read with its level and bounds", ({ edtf, level, min, max }) => {
    const date = parseEdtf(edtf);
    // One example stands under two levels of the page; the text itself needs the lower one.
    expect(date.level).toBe(edtf === "2004-06-11%" ? 1 : level);
    expect(date.startMs).toBeLessThan(date.endMs);
    if (min !== null) expect(date.startMs).toBe(Date.parse(min));
    if (max !== null) expect(date.endMs).toBe(Date.parse(max) + DAY_MS);
  });

  it.each([
    ["1985-04-12T23:20:30", "1985-04-12T23:20:30Z", "1985-04-12T23:20:31Z"],
    ["1985-04-12T23:20:30Z", "1985-04-12T23:20:30Z", "1985-04-12T23:20:31Z"],
    ["1985-04-12T23:20:30-04", "1985-04-13T03:20:30Z", "1985-04-13T03:20:31Z"],
    ["1985-04-12T23:20:30+04:30", "1985-04-12T18:50:30Z", "1985-04-12T18:50:31Z"],
    ["-1985", "-001985-01-01T00:00:00Z", "-001984-01-01T00:00:00Z"],
    ["XXXX-12-XX", "0000-12-01T00:00:00Z", "+010000-01-01T00:00:00Z"],
  ])("%s lies in its bounds", (text, start, end) => {
    const date = parseEdtf(text);
    expect([date.startMs, date.endMs]).toEqual([Date.parse(start), Date.parse(end)]);
  });

  it.each([
    ["1985-04-12/..", "1985-04-12", null, "stated", "open"],
    ["../1985-04", null, "1985-05-01", "open", "stated"],
    ["1985/", "1985-01-01", null, "stated", "unknown"],
    ["/1985-04-12", null, "1985-04-13", "unknown", "stated"],
    ["[..1760-12-03]", null, "1760-12-04", "open", "stated"],
    ["[1760-12..]", "1760-12-01", null, "stated", "open"],
    ["[1760-01,1760-02,1760-12..]", "1760-01-01", null, "stated", "open"],
    ["{..1984}", null, "1985-01-01", "open", "stated"],
  ])("%s has an infinite side that says why", (text, start, end, startKind, endKind) => {
    const date = parseEdtf(text);
    expect(date.startMs).toBe(start === null ? Number.NEGATIVE_INFINITY : Date.parse(start));
    expect(date.endMs).toBe(end === null ? Number.POSITIVE_INFINITY : Date.parse(end));
    expect([date.start.kind, date.end.kind]).toEqual([startKind, endKind]);
  });

  it.each([
    ["Y170000002", 170_000_002, 1, null],
    ["Y-170000002", -170_000_002, 1, null],
    ["Y-17E7", -170_000_000, 1, null],
    ["Y171010000S3", 171_000_000, 1_000_000, 171_010_000],
    ["Y3388E2S3", 338_000, 1000, 338_800],
    ["Y999999999999", 999_999_999_999, 1, null],
  ])("%s has finite bounds far beyond Date", (text, firstYear, years, estimatedYear) => {
    const date = parseEdtf(text);
    const meanYearMs = 365.2425 * DAY_MS;
    expect(date.startMs / meanYearMs + 1970).toBeCloseTo(firstYear, 2);
    expect((date.endMs - date.startMs) / meanYearMs / years).toBeCloseTo(1, 2);
    expect(date.estimatedYear).toBe(estimatedYear);
  });
});
