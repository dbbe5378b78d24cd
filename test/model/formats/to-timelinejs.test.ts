import { type Incident, readIncidents, spansOfWhen, type When } from "@whenwhere/model";
import { timelinejs, toTimelineJS } from "@whenwhere/model/formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fullRuns } from "../../full-runs.ts";
import { incidents } from "../read/incident-arbitrary.ts";

interface Written {
  readonly events: { readonly start_date: object; readonly end_date?: object; readonly display_date?: string }[];
  readonly eras?: unknown[];
  readonly scale: string;
}

const json = (records: readonly Incident[], parts = {}) => JSON.parse(toTimelineJS(records, parts).text) as Written;
const dateOf = (when: When) => {
  const written = toTimelineJS([{ id: "a", title: "A", when }]);
  const { start_date, end_date, display_date } = (JSON.parse(written.text) as Written).events[0] ?? { start_date: {} };
  return [start_date, end_date, display_date, written.issues.map(({ code }) => code).join()];
};
const plain = (text: string | undefined) => text?.replace(/\s+/g, " ").trim();

describe("toTimelineJS", () => {
  it.each<[When, unknown[]]>([
    [{ edtf: "2022" }, [{ year: 2022 }, undefined, undefined, ""]],
    [{ edtf: "2022-02" }, [{ year: 2022, month: 2 }, undefined, undefined, ""]],
    [{ edtf: "-0043-03-15" }, [{ year: -44, month: 3, day: 15 }, undefined, undefined, ""]],
    [{ edtf: "0000" }, [{ year: -1 }, undefined, undefined, ""]],
    [{ edtf: "2022-02-02T10:30" }, [{ year: 2022, month: 2, day: 2, hour: 10, minute: 30 }, undefined, undefined, ""]],
    [{ edtf: "2020/2022-03", span: "throughout" }, [{ year: 2020 }, { year: 2022, month: 3 }, undefined, ""]],
    [
      { edtf: "2022-02-01/2022-02-05" },
      [
        { year: 2022, month: 2, day: 1 },
        { year: 2022, month: 2, day: 5 },
        "some time between 2022-02-01 and 2022-02-05",
        "write/approximated",
      ],
    ],
    [
      { edtf: "[..2022-02-02]" },
      [{ year: 2022, month: 2, day: 2 }, undefined, "some time on or before 2022-02-02", "write/approximated"],
    ],
    [
      { edtf: "2022-02~", label: "about February" },
      [{ year: 2022, month: 2, day: 1 }, { year: 2022, month: 2, day: 28 }, "about February", "write/approximated"],
    ],
    [
      { edtf: "2022-02-02T10:30+04:00" },
      [{ year: 2022, month: 2, day: 2 }, undefined, "2022-02-02T10:30+04:00", "write/approximated"],
    ],
  ])("writes %j", (when, expected) => {
    expect(dateOf(when)).toEqual(expected);
  });

  it("tells of the sources that the one medium of a slide cannot be", () => {
    const when = { edtf: "2022" };
    const records: Incident[] = [
      { id: "a", title: "A", when, sources: ["https://example.org/a"] },
      { id: "b", title: "B", when, sources: ["https://example.org/a", "Daily Post"] },
      { id: "c", title: "C", when, sources: ["Daily Post"] },
    ];
    const told = toTimelineJS(records).issues.filter(({ field }) => field === "sources");
    expect(told.map(({ code, row }) => [code, row])).toEqual([
      ["write/not-carried", 2],
      ["write/not-carried", 3],
    ]);
  });

  it("leaves out and tells what has no date, writes eras apart, and long years on their scale", () => {
    const records: Incident[] = [
      { id: "n", title: "No date" },
      { id: "e", title: "Era", kind: "era", when: { edtf: "1989/1991", span: "throughout" } },
      { id: "b", title: "Bang", when: { edtf: "Y-13799999999" } },
    ];
    const written = toTimelineJS(records);
    expect(written.issues).toMatchObject([{ code: "write/left-out", row: 1, field: "when" }]);
    expect(json(records)).toMatchObject({ eras: [{ unique_id: "e" }], scale: "cosmological" });
    const back = readIncidents(written.text, { format: timelinejs });
    expect(back.incidents.map(({ id, kind, when }) => [id, kind, when?.edtf])).toEqual([
      ["b", undefined, "Y-13799999999"],
      ["e", "era", "1989/1991"],
    ]);
  });

  it("escapes texts, since TimelineJS reads them as HTML, and gives sources as media", () => {
    const record: Incident = {
      id: "a",
      title: "<img src=x onerror=alert(1)>",
      summary: "a & b\nc",
      when: { edtf: "2022" },
      sources: ["s"],
    };
    const parts = { title: "T <b>", sources: { s: { title: "Paper", publisher: "P", url: "https://example.org/p" } } };
    const written = toTimelineJS([record], parts).text;
    expect(written).not.toMatch(/<img|<b>/);
    const back = readIncidents(written, { format: timelinejs });
    expect(back.title).toBe("T <b>");
    expect(back.incidents[0]).toMatchObject({
      title: record.title,
      summary: "a & b\nc",
      sources: ["https://example.org/p"],
    });
    expect(back.sources["https://example.org/p"]).toEqual({
      title: "Paper",
      publisher: "P",
      url: "https://example.org/p",
    });
  });

  it("gives back ids, texts, categories and dates, or tells what differs", () => {
    fc.assert(
      fc.property(incidents, (records) => {
        const written = toTimelineJS(records);
        const result = readIncidents(written.text, { format: timelinejs });
        const rows = (code: string) =>
          new Set(written.issues.filter((issue) => issue.code === code).map(({ row }) => row));
        const [gone, rough] = [rows("write/left-out"), rows("write/approximated")];
        expect(result.incidents.length + gone.size).toBe(records.length);
        records.forEach((record, i) => {
          if (gone.has(i + 1)) return;
          const read = result.incidents.find(({ id }) => id === record.id);
          expect([plain(read?.title), plain(read?.summary), read?.category]).toEqual([
            plain(record.title),
            plain(record.summary),
            record.category,
          ]);
          if (rough.has(i + 1)) return;
          expect(spansOfWhen(read?.when).spans).toEqual(spansOfWhen({ ...record.when, zone: null }).spans);
        });
      }),
      { numRuns: fullRuns(200, 40), seed: 6 },
    );
  });
});
