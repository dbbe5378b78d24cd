import { type CollectionParts, readIncidents, toCSV } from "@whenwhere/model";
import { presets, toICalendar, toKML, toLinkedPlaces, toTimelineJS, type WrittenText } from "@whenwhere/model/formats";
import { describe, expect, it } from "vitest";

const incidents = [
  { id: "a", title: "Raid", when: { edtf: "2024-01-02" } },
  { id: "b", title: "March", when: { edtf: "2024-02" } },
];
const terms = { attribution: "Daily Post; +49 observers", license: "CC-BY-4.0" };

describe("attribution and license", () => {
  it("come back from CSV, KML and Linked Places as those of the collection, not as fields of its records", () => {
    for (const text of [
      toCSV(incidents, terms),
      toCSV(incidents, { ...terms, mode: "spreadsheet" }),
      toKML(incidents, terms).text,
      toLinkedPlaces(incidents, terms).text,
    ]) {
      const back = readIncidents(text, { readers: presets });
      expect(back).toMatchObject(terms);
      expect(back.incidents.map(({ extra }) => extra)).toEqual([undefined, undefined]);
    }
  });

  it("stand in the words of a calendar", () => {
    const { text } = toICalendar(incidents, { ...terms, description: "Seen" });
    expect(text).toContain("X-WR-CALDESC:Seen\\nDaily Post\\; +49 observers\\nCC-BY-4.0");
  });

  it("are told where TimelineJS has no place for them", () => {
    const { issues } = toTimelineJS(incidents, terms);
    expect(issues.filter(({ row }) => row === null).map(({ code, field }) => [code, field])).toEqual([
      ["write/not-carried", "license"],
      ["write/not-carried", "attribution"],
    ]);
  });

  it("are told with all else of the title page and the sources that a format cannot carry", () => {
    const head = {
      title: "T",
      description: "D",
      language: "fr",
      sources: { s: { title: "S", url: "https://example.org/s", publisher: "P", published: "2022", kind: null } },
    } as unknown as CollectionParts;
    const told = ({ issues }: WrittenText) =>
      issues.flatMap(({ row, code, field, value }) => (row === null ? [[code, field, value]] : []));
    const lost = (...fields: string[]) => [
      ["write/not-carried", "language", "fr"],
      ["write/not-carried", "sources", fields],
    ];
    expect(told(toKML(incidents, head))).toEqual(lost("title", "url", "publisher", "published"));
    expect(told(toICalendar(incidents, head))).toEqual(lost("published"));
    expect(told(toLinkedPlaces(incidents, head))).toEqual(lost("publisher", "published"));
    expect(told(toTimelineJS(incidents, head))).toEqual(lost("published"));
    expect(told(toTimelineJS(incidents, { description: "D" }))).toEqual([["write/not-carried", "description", "D"]]);
  });

  it("stay with the records where a column of that name says more than one thing", () => {
    const back = readIncidents("id,title,date,license\na,Raid,2024-01-02,CC0\nb,March,2024-02,CC-BY\n");
    expect(back.license).toBeNull();
    expect(back.incidents.map(({ extra }) => extra)).toEqual([{ license: "CC0" }, { license: "CC-BY" }]);
  });
});
