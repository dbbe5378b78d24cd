import { readIncidents } from "@whenwhere/model";
import { timelinejs } from "@whenwhere/model/formats";
import { describe, expect, it } from "vitest";
import { codes, expectMutationsToHold, readAuto } from "./layout-laws.ts";

const COLUMNS =
  "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Alt Text,Type,Group,Background";
const sheet = [
  COLUMNS,
  ',,,,,,,,,"A <b>war</b> in dates","<p>From the <a href=""https://example.org/i"">archive</a></p>",,,,,,title,,',
  '"1,815",6,18,,,,,,,Waterloo,"One day<br>in June &amp; after",https://example.org/w.jpg,National Archive,The field,,A field,,Battles,#fff',
  "1815,6,,,,,,,,A month,,,,,,,,,",
  "1815,,,,,,,,Some day that year,A year,,,,,,,,,",
  "2014,3,15,2:05 PM,2014,3,16,09:30,,Two days,,,,,,,,,",
  "-44,3,15,,,,,,,Ides of March,,,,,,,,,",
  "1914,,,,1918,,,,,The war,,,,,,,era,,",
  "2015,,,,2014,,,,,Backwards,,,,,,,,,",
  "x,,,,,,,,,Unreadable,,,,,,,,,",
].join("\n");
const firstSheet = [
  "Start Date,End Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Tag",
  "1/26/2012 14:25:00,1/28/2012,From to,Text,https://example.org/a,,,,,One",
  "2/2012,,A month,,,,,,,",
  "-500,,Long ago,,,,,,,",
  "26/1/2012,,Cannot be,,,,,,,",
  "2012-05-06,,Iso,,,,,,,",
].join("\n");
const json = JSON.stringify({
  scale: "human",
  title: { text: { headline: "T", text: "D" } },
  events: [
    {
      unique_id: "one",
      start_date: { year: "1990", month: 5, day: "", display_date: "May, perhaps" },
      text: { headline: "H", text: "<script>alert(1)</script><p>One</p><p>Two &lt;b&gt;</p>" },
      media: { url: "<iframe src='x'></iframe>", caption: "c", credit: "" },
      group: "G",
      autolink: false,
    },
    {
      start_date: { year: 2020, month: 1, day: 2, hour: 3, minute: "4", second: 5, millisecond: 60 },
      end_date: { year: 2020, month: 1, day: 2, hour: 6, minute: 0 },
      text: { headline: "Timed" },
    },
    { start_date: { year: -13_800_000_000 }, text: { headline: "Bang" } },
    { start_date: { year: 2020, day: 4 }, text: { headline: "Day without month" } },
    { text: { headline: "No date" } },
    "x",
  ],
  eras: [{ start_date: { year: 1989 }, end_date: { year: 1991 }, text: { headline: "Change" } }],
});
const oldJson = JSON.stringify({
  timeline: {
    headline: "Old",
    type: "default",
    date: [
      {
        startDate: "2011,12,10,14,5",
        endDate: "2011,12,11",
        headline: "A",
        text: "<p>x</p>",
        tag: "T",
        asset: { media: "https://example.org/v" },
      },
      { startDate: "1999", headline: "B" },
    ],
    era: [{ startDate: "1990", endDate: "2000", headline: "E" }],
  },
});

describe("timelinejs", () => {
  it("reads the sheet: reduced precision, BCE, times, eras and the title slide", () => {
    const result = readAuto(sheet);
    expect(result.report.format).toBe("timelinejs");
    expect([result.title, result.description]).toEqual(["A war in dates", "From the archive"]);
    expect(result.report.rows).toEqual({ read: 8, kept: 8, changed: 2, undated: 2, unplaced: 8, rejected: 0 });
    expect(result.incidents.map(({ when }) => [when?.edtf, when?.span])).toEqual([
      ["1815-06-18", undefined],
      ["1815-06", undefined],
      ["1815", undefined],
      ["2014-03-15T14:05/2014-03-16T09:30", "throughout"],
      ["-0043-03-15", undefined],
      ["1914/1918", "throughout"],
      [undefined, undefined],
      [undefined, undefined],
    ]);
    expect(result.incidents[0]).toMatchObject({
      title: "Waterloo",
      summary: "One day\nin June & after",
      category: "Battles",
      sources: ["https://example.org/w.jpg"],
      extra: { media_alt: "A field", Background: "#fff" },
    });
    expect(result.sources["https://example.org/w.jpg"]).toEqual({
      title: "The field",
      publisher: "National Archive",
      url: "https://example.org/w.jpg",
    });
    expect(result.incidents[2]?.when?.label).toBe("Some day that year");
    expect(result.incidents[5]?.kind).toBe("era");
    expect(result.incidents[6]?.when?.label).toBe("2015 – 2014");
    expect(codes(result)).toEqual(
      expect.arrayContaining(["timelinejs/title", "timelinejs/markup", "time/reversed", "time/syntax"]),
    );
  });

  it("reads the first sheet, whose dates are month, day, year in one cell", () => {
    const result = readAuto(firstSheet);
    expect(result.report.format).toBe("timelinejs");
    expect(result.incidents.map(({ when }) => when?.edtf)).toEqual([
      "2012-01-26T14:25:00/2012-01-28",
      "2012-02",
      "-0499",
      undefined,
      "2012-05-06",
    ]);
    expect(result.incidents[0]?.category).toBe("One");
    expect(result.incidents[3]?.when?.label).toBe("26/1/2012");
  });

  it("reads the JSON, strips what runs, and keeps what it does not know", () => {
    const result = readAuto(json);
    expect(result.report.format).toBe("timelinejs");
    expect(result.title).toBe("T");
    expect(result.report.rows).toMatchObject({ read: 7, kept: 6, rejected: 1, undated: 1 });
    expect(result.incidents[0]).toEqual({
      id: "one",
      title: "H",
      summary: "One\n\nTwo <b>",
      category: "G",
      when: { edtf: "1990-05", label: "May, perhaps" },
      extra: { autolink: false, media_url: "<iframe src='x'></iframe>", media_caption: "c" },
    });
    expect(result.incidents.map(({ when }) => when?.edtf)).toEqual([
      "1990-05",
      "2020-01-02T03:04:05.060/2020-01-02T06:00",
      "Y-13799999999",
      "2020",
      undefined,
      "1989/1991",
    ]);
    expect(codes(result)).toContain("timelinejs/incomplete-date");
  });

  it("reads the JSON of the first version", () => {
    const result = readAuto(oldJson);
    expect(result.report.format).toBe("timelinejs");
    expect(result.title).toBe("Old");
    expect(result.incidents.map(({ when, kind }) => [when?.edtf, kind])).toEqual([
      ["2011-12-10T14:05/2011-12-11", undefined],
      ["1999", undefined],
      ["1990/2000", "era"],
    ]);
    expect(result.incidents[0]).toMatchObject({ category: "T", summary: "x", sources: ["https://example.org/v"] });
  });

  it.each([
    ["<p>a</p><style>p{}</style>b", "a\nb"],
    ["1 < 2 and 3 > 2", "1 < 2 and 3 > 2"],
    ["a <b", "a <b"],
    ["<img src=x onerror='alert(1)'>text", "text"],
    ['<a title="x>y" href="javascript:alert(1)">link</a>', "link"],
    ["<!-- <p>no</p> -->yes", "yes"],
    ["&amp;lt;script&amp;gt;", "&lt;script&gt;"],
    ["&#x41;&#66;&unknown;&nbsp;c", "AB&unknown; c"],
    ["<scr<script>x</script>ipt>y", "<script>y"],
    ["<script>never closed", undefined],
  ])("makes plain text of %s", (text, expected) => {
    const [record] = readAuto(
      JSON.stringify({ events: [{ start_date: { year: 1 }, text: { headline: "H", text } }] }),
    ).incidents;
    expect(record?.summary).toBe(expected);
  });

  it("says a year 0, a 13th month and a time that is none", () => {
    const at = (start_date: object) =>
      readIncidents(JSON.stringify({ events: [{ start_date, text: { headline: "H" } }] }), { format: timelinejs });
    expect(at({ year: 0 }).report.rows.undated).toBe(1);
    expect(at({ year: 2020, month: 13 }).report.rows.undated).toBe(1);
    expect(at({ year: 2020, month: 2, day: 30 }).incidents[0]?.when).toEqual({ label: "2020-2-30" });
    const timed = at({ year: 2020, month: 2, day: 3, hour: 25, minute: 0 });
    expect(timed.incidents[0]?.when?.edtf).toBe("2020-02-03");
    expect(codes(timed)).toContain("time/syntax");
  });

  it("neither throws nor loses count on mutated bytes", () => {
    const head = (text: string, lines: number) => text.split("\n").slice(0, lines).join("\n");
    expectMutationsToHold(timelinejs, [head(sheet, 4), head(firstSheet, 3), json, oldJson]);
  });
});
