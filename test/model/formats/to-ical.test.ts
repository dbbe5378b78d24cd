import type { Incident, When } from "@whenwhere/model";
import { toICalendar } from "@whenwhere/model/formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fullRuns } from "../../full-runs.ts";
import { incidents } from "../read/incident-arbitrary.ts";

/** Lines of the first event, unfolded. */
const linesOf = (text: string) => text.replace(/\r\n /g, "").split("\r\n");
const unescaped = (value: string) => value.replace(/\\(.)/g, (_, c: string) => (c === "n" ? "\n" : c));
const propertyOf = (lines: readonly string[], name: string) =>
  lines.find((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`));
const timesOf = (when: When) => {
  const { text, issues } = toICalendar([{ id: "a", title: "A", when }]);
  const lines = linesOf(text);
  return [propertyOf(lines, "DTSTART"), propertyOf(lines, "DTEND"), propertyOf(lines, "DESCRIPTION"), issues.length];
};

describe("toICalendar", () => {
  it.each<[When, unknown[]]>([
    [{ edtf: "2022-02-02" }, ["DTSTART;VALUE=DATE:20220202", "DTEND;VALUE=DATE:20220203", undefined, 0]],
    [
      { edtf: "2022-02-01/2022-02-05", span: "throughout" },
      ["DTSTART;VALUE=DATE:20220201", "DTEND;VALUE=DATE:20220206", undefined, 0],
    ],
    [
      { edtf: "2022-02" },
      [
        "DTSTART;VALUE=DATE:20220201",
        "DTEND;VALUE=DATE:20220301",
        "DESCRIPTION:some time between 2022-02-01 and 2022-02-28",
        1,
      ],
    ],
    // The day is known, the month is not.
    [
      { edtf: "2022-XX-12" },
      [
        "DTSTART;VALUE=DATE:20220112",
        "DTEND;VALUE=DATE:20221213",
        "DESCRIPTION:some time between 2022-01-12 and 2022-12-12",
        1,
      ],
    ],
    [
      { edtf: "[..2022-12-31]" },
      ["DTSTART;VALUE=DATE:20221231", "DTEND;VALUE=DATE:20230101", "DESCRIPTION:some time on or before 2022-12-31", 1],
    ],
    [
      { edtf: "2022-02-02~", label: "around Groundhog Day" },
      [
        "DTSTART;VALUE=DATE:20220202",
        "DTEND;VALUE=DATE:20220203",
        "DESCRIPTION:around Groundhog Day\\nsome time on 2022-02-02 (approximate)",
        1,
      ],
    ],
    [{ edtf: "2022-02-02T10:30Z" }, ["DTSTART:20220202T103000Z", undefined, undefined, 0]],
    // An hour is no instant.
    [
      { edtf: "2022-02-02T10Z" },
      ["DTSTART;VALUE=DATE:20220202", "DTEND;VALUE=DATE:20220203", expect.stringContaining("2022-02-02T10Z"), 1],
    ],
    [{ edtf: "2022-02-02T10:30:15+04:00" }, ["DTSTART:20220202T063015Z", undefined, undefined, 0]],
    [{ edtf: "2022-02-02T10:30", zone: "Asia/Dubai" }, ["DTSTART:20220202T063000Z", undefined, undefined, 0]],
    [{ edtf: "2022-02-02T10:30" }, ["DTSTART:20220202T103000", undefined, undefined, 0]],
  ])("writes the time of %j", (when, expected) => {
    expect(timesOf(when)).toEqual(expected);
  });

  it("leaves out and tells what no calendar can hold", () => {
    const dates = [undefined, { label: "long ago" }, { edtf: "-0044-03-15" }, { edtf: "Y170000" }, { edtf: "../.." }];
    const records = dates.map((when, i) => ({ id: String(i), title: "A", ...(when && { when }) }));
    const { text, issues } = toICalendar(records);
    expect(text).not.toContain("BEGIN:VEVENT");
    expect(issues.map(({ code, row }) => [code, row])).toEqual(records.map((_, i) => ["write/left-out", i + 1]));
  });

  it("writes place, kinds, status and sources, and no point for an area", () => {
    const record: Incident = {
      id: "a",
      title: "Strike; port, north",
      category: "attack",
      tags: ["a,b"],
      status: "alleged",
      when: { edtf: "2022-02-02" },
      where: { name: "Port", admin1: "Abu Dhabi", country: "AE", lon: 54.37, lat: 24.45 },
      sources: ["s"],
    };
    const area: Incident = {
      ...record,
      id: "b",
      status: "retracted",
      where: { lon: 98, lat: 22, precision: "province" },
    };
    const sources = { s: { title: "Paper", publisher: "P", url: "https://example.org/p" } };
    const lines = linesOf(toICalendar([record, area], { title: "T", sources, stampMs: 1_643_796_000_000 }).text);
    for (const line of [
      "X-WR-CALNAME:T",
      "DTSTAMP:20220202T100000Z",
      "SUMMARY:Strike\\; port\\, north",
      "LOCATION:Port\\, Abu Dhabi\\, AE",
      "GEO:24.45;54.37",
      "CATEGORIES:attack,a\\,b",
      "STATUS:TENTATIVE",
      "STATUS:CANCELLED",
      "URL:https://example.org/p",
      "DESCRIPTION:Source: P\\, Paper\\, https://example.org/p",
      "X-WHENWHERE-EDTF:2022-02-02",
    ])
      expect(lines).toContain(line);
    expect(lines.filter((line) => line.startsWith("GEO:"))).toHaveLength(1);
  });

  it("fills a folded line to 75 octets, its blank among them, and breaks lines as any system does", () => {
    const { text } = toICalendar([{ id: "a", title: "x".repeat(200), when: { edtf: "2022" } }]);
    const lengths = text.split("\r\n").flatMap((line) => (/x{9}/.test(line) ? [line.length] : []));
    expect(lengths).toEqual([75, 75, 60]);
    const broken = toICalendar([{ id: "a", title: "one\rtwo\r\nthree\nfour", when: { edtf: "2022" } }]).text;
    expect(broken).toContain("SUMMARY:one\\ntwo\\nthree\\nfour\r\n");
  });

  it("folds every line at 75 octets without cutting a character, and texts come back unescaped", () => {
    const long = fc.string({ unit: fc.constantFrom("a", "é", "أ", "👩", ";", ",", "\\", "\n", " "), maxLength: 200 });
    fc.assert(
      fc.property(incidents, long, (records, tail) => {
        const dated = records.map((record) => ({
          ...record,
          title: record.title + tail,
          when: { edtf: "2022-02-02" },
        }));
        const { text } = toICalendar(dated);
        const bytes = new TextEncoder();
        expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
        expect(text.split("\r\n").every((line) => bytes.encode(line).length <= 75 && !/[\r\n]/.test(line))).toBe(true);
        const summaries = linesOf(text).filter((line) => line.startsWith("SUMMARY:"));
        expect(summaries.map((line) => unescaped(line.slice(8)))).toEqual(dated.map(({ title }) => title));
      }),
      { numRuns: fullRuns(200, 40), seed: 8 },
    );
  });
});
