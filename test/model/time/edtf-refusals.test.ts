import { DateSyntaxError, parseEdtf, tryParseEdtf } from "@whenwhere/model";
import { describe, expect, it } from "vitest";

/** The text, the offset of what does not fit, and words of the reason. */
const refused: readonly (readonly [string, number, string])[] = [
  ["2024-02-30", 8, "February 2024 has 29 days"],
  ["2023-02-29", 8, "February 2023 has 28 days"],
  ["1900-02-29", 8, "February 1900 has 28 days"],
  ["2024-06-31T10:00", 8, "June 2024 has 30 days"],
  ["2024-01-00", 8, "January 2024 has 31 days"],
  ["2024-13", 5, "neither a month nor a part of the year"],
  ["2024-42", 5, "neither a month nor a part of the year"],
  ["2024-00-10", 5, "neither a month nor a part of the year"],
  ["2024-21-05", 7, "has no days"],
  ["19X1-02-29", 0, "no calendar day fits"],
  ["1985-02-3X", 0, "no calendar day fits"],
  ["1985-2X", 0, "no calendar day fits"],
  ["Attack 7", 0, "a year has four digits"],
  ["20", 2, "a year has four digits"],
  ["12:30", 2, "a year has four digits"],
  ["+99:00", 0, "a year has four digits"],
  ["05-03-2024", 2, "a year has four digits"],
  ["20210101", 4, "more than four digits"],
  ["2021-1-1", 6, "two digits"],
  ["2021-001", 7, "third digit"],
  ["", 0, "empty"],
  ["/", 0, "neither side"],
  ["..", 2, "two dots"],
  [" 2024", 0, "four digits"],
  ["2024 ", 4, "white space"],
  ["2024-05-01 10:00", 10, "white space"],
  ["2024?~", 5, "two marks"],
  ["2024/2025/2026", 9, "two sides"],
  ["2005/2004", 5, "ends before it begins"],
  ["2004-06-02/2004-06-01", 11, "ends before it begins"],
  ["[2005..2004]", 1, "ends before it begins"],
  ["[2004", 5, "must follow a member"],
  ["[2004}", 5, "must follow a member"],
  ["[]", 1, "four digits"],
  ["[2004,[2005]]", 6, "inside a set"],
  ["[2004, 2005]", 6, "four digits"],
  ["[2004,..2005]", 6, "only the first member"],
  ["[2004..,2005]", 7, "only the last member"],
  ["[2004/2005]", 5, "must follow a member"],
  ["-0000", 1, "no year -0000"],
  ["Y1985", 0, "more than four digits"],
  ["Y0170000002", 1, "without zeros"],
  ["Y17E", 4, "E needs a number"],
  ["Y1E99", 5, "more than 12 digits"],
  ["1950S5", 5, "4 significant digits"],
  ["1950S0", 5, "4 significant digits"],
  ["19XXS2", 4, "exclude each other"],
  ["2024-05-XXT10:00", 10, "plain, whole day"],
  ["2024-05-01T25:00", 11, "at most 24"],
  ["2024-05-01T24:01", 11, "end of a day"],
  ["2024-05-01T24:00:00.5", 11, "end of a day"],
  ["2024-05-01T10:60", 14, "at most 59"],
  ["2024-05-01T10:00:60Z", 17, "leap seconds"],
  ["2024-05-01T10:43:60", 17, "leap seconds"],
  ["2024-05-01T10:00+99:00", 16, "18 hours"],
  ["2024-05-01T10:00+18:01", 16, "18 hours"],
  ["2024-05-01T10:0", 15, "two digits"],
  ["2024-05-01T", 11, "two digits"],
  ["2024-05-01t10:00", 10, "nothing may follow"],
  ["P1Y", 0, "four digits"],
  ["٢٠٢٤", 0, "four digits"],
];

describe("a text that is no date", () => {
  it.each(refused)("%j is refused at %i: %s", (text, offset, reason) => {
    const { date, error } = tryParseEdtf(text);
    expect(date).toBeNull();
    expect(error?.message).toContain(reason);
    expect(error?.offset).toBe(offset);
    expect(error?.message).toContain(JSON.stringify(text));
    expect(error?.hint).toMatch(/\.$/);
  });

  it("is thrown as a DateSyntaxError that carries the same words", () => {
    const { error } = tryParseEdtf("2024-02-30");
    const thrown = (() => {
      try {
        return parseEdtf("2024-02-30");
      } catch (caught) {
        return caught;
      }
    })();
    expect(thrown).toBeInstanceOf(DateSyntaxError);
    expect(thrown).toMatchObject({ code: "time/syntax", offset: 8, hint: error?.hint });
    expect((thrown as Error).message).toBe(`${error?.message} ${error?.hint}`);
  });

  it.each([
    ["a million spaces", " ".repeat(1e6), 0],
    ["a million digits", "1".repeat(1e6), 4],
    ["a long year of a million digits", `Y${"1".repeat(1e6)}`, 14],
    ["a fraction of a million digits", `2024-05-01T10:00:00.${"1".repeat(1e6)}`, 29],
    ["a million brackets", "[".repeat(1e6), 1],
    ["a set of a million members", `[${"2024,".repeat(1e6)}2024]`, 2001],
    ["a million dots", ".".repeat(1e6), 2],
    ["a million marks", `2024${"?".repeat(1e6)}`, 5],
    ["a million slashes", "/".repeat(1e6), 0],
  ])("%s: is refused at the first character too many, with a short message", (_, text, offset) => {
    const { date, error } = tryParseEdtf(text);
    expect(date).toBeNull();
    expect(error?.offset).toBe(offset);
    expect(error?.message.length).toBeLessThan(200);
  });

  it("a set of 400 members is read, one of 401 says the cap", () => {
    const years = Array.from({ length: 401 }, (_, i) => String(1000 + i));
    expect(parseEdtf(`{${years.slice(1).join(",")}}`).members).toHaveLength(400);
    expect(tryParseEdtf(`{${years.join(",")}}`).error?.message).toContain("at most 400 members");
  });

  it.each([[null], [undefined], [2024], [{}], [[]]])("%j, which is no text at all, is refused as a value", (value) => {
    expect(tryParseEdtf(value as unknown as string).error?.message).toContain("it is no text");
  });
});
