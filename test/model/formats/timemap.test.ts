import { readIncidents } from "@whenwhere/model";
import { timemap } from "@whenwhere/model/formats";
import { describe, expect, it } from "vitest";
import { brokenLaws, codes, expectMutationsToHold, readAuto } from "./layout-laws.ts";

const event = (more: object = {}) => ({
  id: "12",
  description: "Strike on a school, seen from the market.",
  date: "07/14/2014",
  time: "09:15",
  time_precision: "minute",
  location: "Gaza",
  latitude: "31.5203",
  longitude: "34.4432",
  type: "Structure",
  category: "Strike",
  category_full: "Air strike",
  associations: ["a1", "a2", "a1"],
  sources: ["s1", "https://example.org/video"],
  comments: "Checked twice",
  time_display: "morning of 14 July",
  narrative___stepStyles: [],
  shape: "circle",
  colour: "#f00",
  x: "1.5",
  ...more,
});
const json = JSON.stringify([event(), event({ id: "13", date: "07/03/2014", time: "", time_display: "" })]);
const domain = JSON.stringify({
  events: [event()],
  sources: {
    s1: {
      id: "s1",
      title: "Eye witness",
      paths: ["clip.mp4", "https://example.org/clip.mp4"],
      type: "Video",
      author: "A. Person",
      date: "2014-07-15",
    },
  },
  associations: [
    { id: "a1", title: "Drones", mode: "FILTER" },
    { id: "a2", title: "Artillery", mode: "FILTER" },
  ],
});
const sheet =
  "id,description,date,time,location,latitude,longitude,type,category,association1,association2,source1,source2,comments\n" +
  '1,"Shelling, first report",7/14/2014,09:15,Gaza,31.5203,34.4432,Structure,Strike,Drones,,s1,s2,\n' +
  "2,Second,7/3/2014,,Gaza,31.52,34.44,,Strike,,Artillery,,,note\n";

describe("timemap", () => {
  it("reads every field of the event schema and infers the order of day and month over the column", () => {
    const result = readAuto(json);
    expect(result.report.format).toBe("timemap");
    expect(result.report.rows).toEqual({ read: 2, kept: 2, changed: 0, undated: 0, unplaced: 0, rejected: 0 });
    expect(result.incidents[0]).toEqual({
      id: "12",
      title: "Strike on a school, seen from the market.",
      summary: "Strike on a school, seen from the market.",
      category: "Strike",
      kind: "Structure",
      when: { edtf: "2014-07-14T09:15", label: "morning of 14 July" },
      where: { name: "Gaza", lat: 31.5203, lon: 34.4432 },
      tags: ["a1", "a2"],
      sources: ["s1", "https://example.org/video"],
      note: "Checked twice",
      extra: {
        time_precision: "minute",
        category_full: "Air strike",
        narrative___stepStyles: [],
        shape: "circle",
        colour: "#f00",
        x: "1.5",
      },
    });
    expect(result.incidents[1]?.when).toEqual({ edtf: "2014-07-03" });
    expect(codes(result)).toContain("time/order-inferred");
  });

  it("says so, and dates nothing, where no row tells the order; the caller can", () => {
    const text = JSON.stringify([event({ date: "05/03/2014" })]);
    expect(readAuto(text).report.rows.undated).toBe(1);
    expect(codes(readAuto(text))).toContain("time/ambiguous-order");
    expect(readIncidents(text, { format: timemap, dayFirst: false }).incidents[0]?.when?.edtf).toBe("2014-05-03T09:15");
  });

  it("names sources and tags where the document describes them", () => {
    const { incidents, sources } = readAuto(domain);
    expect(incidents[0]?.tags).toEqual(["Drones", "Artillery"]);
    expect(sources.s1).toEqual({
      title: "Eye witness",
      publisher: "A. Person",
      published: "2014-07-15",
      kind: "Video",
      url: "https://example.org/clip.mp4",
    });
  });

  it("reads the sheet, whose numbered columns are lists", () => {
    const result = readAuto(sheet);
    expect(result.report.format).toBe("timemap");
    expect(result.incidents[0]).toMatchObject({
      title: "Shelling, first report",
      when: { edtf: "2014-07-14T09:15" },
      tags: ["Drones"],
      sources: ["s1", "s2"],
    });
    expect(result.incidents[1]).toMatchObject({ when: { edtf: "2014-07-03" }, tags: ["Artillery"], note: "note" });
  });

  it("refuses what is no event and keeps the others", () => {
    const result = readAuto(JSON.stringify([7, event(), null, event({ id: "13" }), "x"]));
    expect(result.report.rows).toMatchObject({ read: 5, kept: 2, rejected: 3 });
    expect(brokenLaws(result)).toBe("");
    expect(codes(readIncidents('{"x": 1}', { format: timemap }))).toContain("input/shape");
    expect(codes(readIncidents('[{"description": ', { format: timemap }))).toContain("input/json-syntax");
  });

  it("neither throws nor loses count on mutated bytes", () => {
    expectMutationsToHold(timemap, [JSON.stringify([event()]), domain, sheet]);
  });
});
